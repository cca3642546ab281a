// Creates the workspace of a new ledger.
import { CountinghouseError, newId } from '../../../kernel/index.ts';
import type { Currency, RandomBytes, TimeZone } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { workspaceCreated } from '../facts.ts';
import { findWorkspace } from '../queries.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly reportingCurrency: Currency;
}

/** Creates the workspace and returns its id. Raises `bad_input` when the ledger has one already or the name is empty. */
export async function createWorkspace(
  ledger: WritableLedger,
  actor: Actor,
  workspace: NewWorkspace,
  randomBytes: RandomBytes,
): Promise<string> {
  let workspaceId = '';
  await ledger.commit(actor, async (read, now) => {
    if ((await findWorkspace(read)) !== null) {
      throw new CountinghouseError('bad_input', {
        what: 'This ledger has a workspace already',
        fix: 'Change its settings instead',
      });
    }
    if (workspace.name.trim() === '') {
      throw new CountinghouseError('bad_input', { what: 'The name of a workspace is empty', where: 'name' });
    }
    workspaceId = newId('workspace', now * 1000, randomBytes);
    const { name, timeZone, reportingCurrency } = workspace;
    return [
      {
        kind: workspaceCreated.kind,
        subject: workspaceId,
        effectiveAt: now,
        payload: { workspaceId, name, timeZone, reportingCurrency },
      },
    ];
  });
  return workspaceId;
}
