// What the ledger needs of a database, and the only place where it meets one. Everything above is portable.
import type { Kysely } from 'kysely';
import type { ReadHandle, WriteHandle } from '../projection.ts';
import type { LedgerTables, TableDefinition } from '../tables.ts';

/** A value as databases give and take it. */
export type Value = string | number | bigint | Uint8Array | null;

/** One session with a database. */
export interface Session {
  /** Rows as objects; integers are numbers, but bigint in columns whose name ends in `_mrr`. */
  query<R>(sql: string, parameters: readonly Value[]): Promise<Answer<R>>;
  /** Rows one by one, for what does not fit into memory. */
  stream<R>(sql: string, parameters: readonly Value[]): AsyncIterableIterator<R>;
  /** Values of the columns, row by row in the order of the key, some thousand rows at a time. */
  scan(
    table: string,
    columns: readonly string[],
    key: readonly string[],
  ): AsyncIterableIterator<readonly (readonly Value[])[]>;
  /** Statements without parameters or results. */
  run(sql: string): Promise<void>;
  /** A statement with parameters and without a result, kept prepared. */
  execute(sql: string, parameters: readonly Value[]): Promise<void>;
}

export interface Answer<R> {
  readonly rows: R[];
  readonly changes: number;
}

/** What of SQL differs between databases. */
export interface Dialect {
  readonly columnTypes: Readonly<Record<'text' | 'integer' | 'mrr' | 'bytes', string>>;
  /** What follows the closing parenthesis of a `create table`. */
  tableSuffix(table: TableDefinition): string;
  /** The placeholder of the parameter at the position, counted from 1. */
  placeholder(position: number): string;
  /** Rows of one statement that inserts rows of so many columns. */
  rowsPerStatement(columns: number): number;
  /** What a select ends with to lock its rows. */
  readonly lockClause: string;
  /** Whether one statement may meet the same primary key twice. */
  readonly canRepeatKeys: boolean;
  /** A condition that the column holds one of the values, and the parameter it takes. */
  among(
    column: string,
    values: readonly (string | number)[],
  ): { readonly condition: string; readonly parameter: Value };
}

/** An open database: one writing session, and reading sessions beside it. */
export interface Engine {
  readonly dialect: Dialect;
  /** The writing session; used inside `transaction` and while opening. */
  readonly session: Session;
  /** Queries on the writing session. */
  readonly kysely: Kysely<LedgerTables>;
  readonly write: WriteHandle;
  /** Reads what is committed, beside a transaction. */
  readonly read: ReadHandle;
  /** Runs the work in the one write transaction; what it throws undoes all of it. */
  transaction<R>(work: () => Promise<R>): Promise<R>;
  /** Runs reads against one unchanging state. */
  snapshot<R>(reads: (kysely: Kysely<LedgerTables>, session: Session) => Promise<R>): Promise<R>;
  /** From here on, what is deleted or overwritten leaves no trace in the file; called before an erasure. */
  eraseTraces(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** What selects columns of a whole table in the order of its key. */
export function scanText(table: string, columns: readonly string[], key: readonly string[]): string {
  return `select ${columns.map(quoted).join(', ')} from ${quoted(table)} order by ${key.map(quoted).join(', ')}`;
}

/** A name as SQL text. */
export function quoted(name: string): string {
  return `"${name}"`;
}
