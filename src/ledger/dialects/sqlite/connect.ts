// Opens a connection to a ledger's SQLite file, with its key and the settings that durability and speed need.
import Database from 'better-sqlite3';
import { CountinghouseError } from '../../../kernel/index.ts';
import type { LedgerKey } from '../../options.ts';
import { refusalOf } from './errors.ts';
import { SqliteSession } from './session.ts';

/**
 * The first 16 bytes of an encrypted ledger: the place of the cipher's salt, which a raw random key has no use for,
 * so that a ledger can be told from any other file without its key.
 */
export const ENCRYPTED_MAGIC = 'Countinghouse 1\n';
/** The first 16 bytes of a ledger that is not encrypted. */
export const PLAIN_MAGIC = 'SQLite format 3\0';
/** Marks our files among plain SQLite files: "Cnth". */
export const APPLICATION_ID = 0x436e7468;

const KEY_BYTES = 32;

export interface ConnectOptions {
  readonly path: string;
  readonly key: LedgerKey | null;
  readonly isReadOnly: boolean;
  readonly mustExist: boolean;
}

/** A session with the file. Nothing is read yet, so a wrong key shows at the first query. */
export function connect({ path, key, isReadOnly, mustExist }: ConnectOptions): SqliteSession {
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: isReadOnly, fileMustExist: mustExist, timeout: 5_000 });
    if (key !== null) database.exec(`pragma cipher = 'chacha20'; pragma key = '${keyText(key, path)}'`);
    database.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma trusted_schema = off');
    return new SqliteSession(database, path);
  } catch (thrown) {
    database?.close();
    throw refusalOf(thrown, path);
  }
}

/** Sets up the writing session: a log beside the file, every commit on the disk before it is acknowledged. */
export function makeDurable(session: SqliteSession): void {
  session.runNow(`pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 16000;
    pragma journal_size_limit = 67108864`);
}

function keyText(key: LedgerKey, path: string): string {
  if (key.length !== KEY_BYTES) {
    throw new CountinghouseError('wrong_key', {
      what: 'A ledger key has 32 bytes',
      where: path,
      fix: 'Use the recovery key that was shown when the ledger was made',
    });
  }
  return `raw:${Buffer.from(key).toString('hex')}${Buffer.from(ENCRYPTED_MAGIC).toString('hex')}`;
}
