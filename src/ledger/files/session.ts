// Opens a session with an existing ledger file, after everything that can be known about it has been checked.
import { existsSync, statSync } from 'node:fs';
import { CountinghouseError } from '../../kernel/index.ts';
import { connect } from '../dialects/sqlite/connect.ts';
import type { SqliteSession } from '../dialects/sqlite/session.ts';
import type { LedgerFile, LedgerKey } from '../options.ts';
import { cutShort, readHeader } from './header.ts';

export interface OpenedFile {
  readonly session: SqliteSession;
  /** The key it was opened with; null when the file is not encrypted, whatever was given. */
  readonly key: LedgerKey | null;
}

/**
 * A session with the file, its key tried. Raises `not_found`, `not_a_ledger`, `key_missing`, `wrong_key`,
 * `ledger_corrupt`, `file_unreadable`.
 */
export function openFile({ path, key }: LedgerFile, isReadOnly: boolean): OpenedFile {
  const { isEncrypted, pageBytes } = readHeader(path);
  if (isEncrypted && key === null) {
    throw new CountinghouseError('key_missing', {
      what: 'This ledger is encrypted and no key was given',
      where: path,
      fix: 'Give the key file, or the recovery key that was shown when the ledger was made',
    });
  }
  const usedKey = isEncrypted ? key : null;
  const session = connect({ path, key: usedKey, isReadOnly, mustExist: true });
  try {
    session.pragma('schema_version');
    checkWhole(session, path, pageBytes);
    return { session, key: usedKey };
  } catch (thrown) {
    session.close();
    throw thrown;
  }
}

/** Without a log beside it, the file holds all its pages. */
function checkWhole(session: SqliteSession, path: string, pageBytes: number): void {
  const log = `${path}-wal`;
  if (existsSync(log) && statSync(log).size > 0) return;
  if (Number(session.pragma('page_count')) * pageBytes > statSync(path).size) throw cutShort(path);
}

/** Reads every page and every index. Raises `ledger_corrupt` when one is not as it should be. */
export function checkIntegrity(session: SqliteSession): void {
  if (session.pragma('integrity_check(1)') !== 'ok') throw cutShort(session.path);
}
