// Why a writer's lock could not be taken, when it is not that somebody has it.
import { CountinghouseError } from '../../kernel/index.ts';
import { refusalOf, sqliteCodeOf } from '../dialects/sqlite/errors.ts';

/** What was thrown while taking the lock: a folder that cannot be written shows here first. */
export function refusalOfLock(thrown: unknown, path: string): unknown {
  const code = sqliteCodeOf(thrown) ?? '';
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(code) || thrown instanceof TypeError) {
    return new CountinghouseError(
      'file_unwritable',
      {
        what: 'The ledger cannot be written: its folder is missing or may not be written',
        where: path,
        fix: 'Check the folder and its permissions, or open the ledger for reading',
      },
      thrown,
    );
  }
  return refusalOf(thrown, path);
}
