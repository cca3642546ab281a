// The yardstick of ingest: the same objects as JSON text into one table with the same two indexes, encrypted alike.
/// <reference path="../../src/ledger/dialects/sqlite/better-sqlite3.d.ts" />
import Database from 'better-sqlite3';
import { BENCH_KEY } from './bench-folder.ts';

const ROWS_PER_TRANSACTION = 2_000;

/** Parses nothing and keeps no history: only inserts. Times are durable (WAL, synchronous=FULL), as the product's are. */
export function insertRaw(
  path: string,
  lines: readonly string[],
  subjects: readonly (readonly [string, string | null])[],
): void {
  const database = new Database(path);
  database.exec(`pragma cipher = 'chacha20'; pragma key = 'raw:${Buffer.from(BENCH_KEY).toString('hex')}'`);
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 16000; pragma cache_size = -65536',
  );
  database.exec(`create table objects (seq integer primary key, subject text not null, person text, body text not null);
    create index objects_by_subject on objects (subject); create index objects_by_person on objects (person)`);
  const insert = database.prepare('insert into objects values (?, ?, ?, ?)');
  for (let start = 0; start < lines.length; start += ROWS_PER_TRANSACTION) {
    database.exec('begin immediate');
    for (let index = start; index < Math.min(lines.length, start + ROWS_PER_TRANSACTION); index += 1) {
      const [subject = '', person = null] = subjects[index] ?? [];
      insert.run([index, subject, person, lines[index]]);
    }
    database.exec('commit');
  }
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
}
