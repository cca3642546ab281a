// Makes the ledger of a company: the file, its key, and its workspace.
import { rmSync } from 'node:fs';
import { createWorkspace, type NewWorkspace } from '../governance/workspace/index.ts';
import { createLedger, type LedgerFile, systemSources, type WritableLedger } from '../ledger/index.ts';
import { applicationSchema } from './schema.ts';

export interface NewCompany extends LedgerFile {
  readonly workspace: NewWorkspace;
  readonly command: string;
}

/** A new ledger with its workspace, open for writing. Raises `bad_input` when the file exists; leaves nothing half-made. */
export async function createCompany({ path, key, workspace, command }: NewCompany): Promise<WritableLedger> {
  const ledger = await createLedger({ path, key, schema: applicationSchema, command });
  try {
    await createWorkspace(ledger, 'owner', workspace, systemSources.randomBytes);
    return ledger;
  } catch (error) {
    await ledger.close();
    removeLedger(path);
    throw error;
  }
}

/** Removes a closed ledger that was made a moment ago and holds nothing. */
export function removeLedger(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
