// Copies an open ledger compactly, as one consistent state, and proves that the copy is whole.
import { closeSync, openSync, rmSync } from 'node:fs';
import { connect } from '../dialects/sqlite/connect.ts';
import type { LedgerKey } from '../options.ts';
import type { SqliteSession } from '../dialects/sqlite/session.ts';
import { refusalOfFile } from './file-errors.ts';
import { checkIntegrity } from './session.ts';
import { syncFile } from './sync.ts';

/** Writes a checked copy with the same key to the path, replacing what is there. Raises `disk_full`, `file_unwritable`. */
export async function copyLedger(session: SqliteSession, key: LedgerKey | null, to: string): Promise<void> {
  try {
    rmSync(to, { force: true });
    // Made empty first, because its folder's failures say more here than they would to the database.
    closeSync(openSync(to, 'wx', 0o600));
    session.runNow(`vacuum into '${to.replaceAll("'", "''")}'`);
    await syncFile(to);
  } catch (thrown) {
    throw refusalOfFile(thrown, to);
  }
  const copy = connect({ path: to, key, isReadOnly: true, mustExist: true });
  try {
    checkIntegrity(copy);
  } finally {
    copy.close();
  }
}
