// Brings an older ledger file to this program's version: space checked, a copy made and checked, then migrated.
import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import { SqliteEngine } from '../dialects/sqlite/engine.ts';
import { migrations, type Migration } from '../migrations/index.ts';
import { migrate } from '../open/prepare.ts';
import type { LedgerProgress } from '../options.ts';
import { copyLedger } from './copy.ts';
import { checkIntegrity, type OpenedFile } from './session.ts';

/** Free space that a migration wants beyond the copy, as a share of the file. */
const SPARE_SHARE = 1;

/**
 * Runs the migrations that the file lacks. The copy `<path>.before-<number>` stays until the next migration.
 * Raises `disk_full` before anything is changed, `ledger_corrupt` when the file or its copy is not whole.
 */
export async function migrateFile(
  opened: OpenedFile,
  format: number,
  onProgress?: (progress: LedgerProgress) => void,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  if (steps.every(({ number }) => number <= format)) return;
  const { session, key } = opened;
  const bytes = statSync(session.path).size;
  await checkSpace(session.path, bytes * (1 + SPARE_SHARE));
  onProgress?.({ stage: 'checking', done: 0, total: 2 });
  checkIntegrity(session);
  const copyPath = `${session.path}.before-${format + 1}`;
  onProgress?.({ stage: 'copying', done: 1, total: 2 });
  await copyLedger(session, key, copyPath);
  await migrate(new SqliteEngine(session, key), format, steps);
}

/** Raises `disk_full` when the folder of the path has less room than that. */
export async function checkSpace(path: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  if (bavail * bsize >= bytes) return;
  throw new CountinghouseError('disk_full', {
    what: `${Math.ceil(bytes / 1_000_000)} MB of free space are needed and there are ${Math.floor((bavail * bsize) / 1_000_000)}; nothing was changed`,
    where: dirname(path),
    fix: 'Free some space and try again',
  });
}
