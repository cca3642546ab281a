// What SQLite has of its own in SQL.
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Dialect } from '../engine.ts';

/** Rows beyond this bring no more speed. */
const MOST_ROWS = 64;
/** SQLITE_MAX_VARIABLE_NUMBER. */
const MOST_PARAMETERS = 32_766;

export const sqliteDialect: Dialect = {
  columnTypes: { text: 'text', integer: 'integer', mrr: 'integer', bytes: 'blob' },
  // A table read by its key alone keeps its rows in that key's order and saves a second tree.
  tableSuffix: (table) => {
    const isNumbered = table.primaryKey.length === 1 && table.columns[table.primaryKey[0] ?? ''] === 'integer';
    const isKeyed = !isNumbered && Object.keys(table.indexes ?? {}).length < 2;
    return isKeyed ? ' strict, without rowid' : ' strict';
  },
  placeholder: () => '?',
  rowsPerStatement: (columns) => Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns)),
  // A transaction that begins IMMEDIATE is the only one that writes.
  lockClause: '',
  canRepeatKeys: true,
  among: (column, values) => ({
    condition: `${column} in (select value from json_each(?))`,
    parameter: JSON.stringify(values),
  }),
};

export const sqliteKyselyParts = {
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db: ConstructorParameters<typeof SqliteIntrospector>[0]) => new SqliteIntrospector(db),
};
