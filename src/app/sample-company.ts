// The sample company that a first start opens: made once, in the person's own folder.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LedgerFile } from '../ledger/index.ts';
import type { SampleProgress } from '../stripe/sample/index.ts';
import { userFolder } from './user-folder.ts';

export interface MakingSample {
  /** Where; the person's own folder when left out. */
  readonly path?: string;
  /** How large; its own size when left out. */
  readonly options?: { readonly customers: number; readonly months: number };
  readonly onProgress?: (progress: SampleProgress) => void;
  readonly signal?: AbortSignal;
}

/** The file of the sample company; it is not encrypted. */
export function sampleCompanyPath(folder = userFolder()): string {
  return join(folder, 'sample-company.ledger');
}

/** The sample company, made now if it is not there yet. Raises what making a ledger raises. */
export async function sampleCompanyFile(making: MakingSample = {}): Promise<LedgerFile> {
  const { path = sampleCompanyPath() } = making;
  if (!existsSync(path)) {
    const [{ createSample }, { applicationSchema }] = await Promise.all([
      import('../stripe/sample/index.ts'),
      import('./schema.ts'),
    ]);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await createSample({ ...making, path, schema: applicationSchema, command: 'countinghouse start' });
  }
  return { path, key: null };
}
