// SQLite's failures as errors that say what to do.
import Database from 'better-sqlite3';
import { CountinghouseError, type ErrorCode, type ErrorParts } from '../../../kernel/index.ts';

type Refusal = readonly [ErrorCode, Omit<ErrorParts, 'where'>];

const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [
    /^SQLITE_FULL$/,
    [
      'disk_full',
      { what: 'The disk is full; nothing of the last step was kept', fix: 'Free some space and try again' },
    ],
  ],
  [
    /^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE|SHMMAP)$/,
    [
      'disk_full',
      {
        what: 'The ledger could not be written; nothing of the last step was kept',
        fix: 'Check the disk and its free space, then try again',
      },
    ],
  ],
  [
    /^SQLITE_(CORRUPT|IOERR)/,
    [
      'ledger_corrupt',
      {
        what: 'The ledger file is damaged or cut short',
        fix: 'Restore it from a backup: countinghouse restore',
      },
    ],
  ],
  [
    /^SQLITE_NOTADB$/,
    [
      'wrong_key',
      {
        what: 'The key does not open this ledger',
        fix: 'Use the recovery key that was shown when the ledger was made',
      },
    ],
  ],
  [
    /^SQLITE_(READONLY|PERM|AUTH)/,
    [
      'file_unwritable',
      {
        what: 'The ledger cannot be written here',
        fix: 'Check the permissions of the file and its folder',
      },
    ],
  ],
  [
    /^SQLITE_CANTOPEN/,
    [
      'file_unreadable',
      {
        what: 'The ledger cannot be opened here',
        fix: 'Check that the folder exists and may be read and written',
      },
    ],
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    [
      'ledger_busy',
      {
        what: 'Another process holds the ledger',
        fix: 'Close it there, or try again in a moment',
      },
    ],
  ],
];

/** What was thrown as one of our errors, naming the file; anything that is not a failure of the file stays as it is. */
export function refusalOf(thrown: unknown, path: string): unknown {
  const sqlite = sqliteCodeOf(thrown);
  if (sqlite !== null) {
    for (const [pattern, [code, parts]] of REFUSALS) {
      if (pattern.test(sqlite)) return new CountinghouseError(code, { ...parts, where: path }, thrown);
    }
  }
  return thrown;
}

/** The code of an SQLite error; null for anything else. */
export function sqliteCodeOf(thrown: unknown): string | null {
  return thrown instanceof Database.SqliteError ? thrown.code : null;
}
