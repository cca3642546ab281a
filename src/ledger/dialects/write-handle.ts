// The write handle that projections get: Kysely's reads, the bulk calls, and Kysely itself.
import type { Kysely } from 'kysely';
import type { WriteHandle } from '../projection.ts';
import type { LedgerTables } from '../tables.ts';
import { BulkWriter } from './bulk-writer.ts';
import type { Dialect, Session } from './engine.ts';

/** A write handle over one session and the Kysely that asks through it. */
export function writeHandle(session: Session, dialect: Dialect, kysely: Kysely<LedgerTables>): WriteHandle {
  const bulk = new BulkWriter(session, dialect);
  return {
    selectFrom: kysely.selectFrom.bind(kysely),
    selectNoFrom: kysely.selectNoFrom.bind(kysely),
    with: kysely.with.bind(kysely),
    fn: kysely.fn,
    dynamic: kysely.dynamic,
    insertRows: (table, rows) => bulk.insertRows(table, rows),
    upsertRows: (table, rows) => bulk.upsertRows(table, rows),
    addToRows: (table, rows, sums) => bulk.addToRows(table, rows, sums),
    deleteRows: (table, column, values) => bulk.deleteRows(table, column, values),
    selectRows: (table, column, values) => bulk.selectRows(table, column, values),
    kysely,
  };
}
