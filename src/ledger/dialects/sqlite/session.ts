// One SQLite connection: statements are prepared once and kept, integers come out as the column's name says.
import type Database from 'better-sqlite3';
import { scanText, type Answer, type Session, type Value } from '../engine.ts';
import { refusalOf } from './errors.ts';

/** Statements kept prepared; the one not used for longest goes first. */
const STATEMENTS_KEPT = 400;

/** Rows handed over at a time when a whole table is read. */
const SCANNED_ROWS = 2_000;

interface Prepared {
  readonly statement: Database.Statement;
  readonly isReader: boolean;
  /** Columns to turn from bigint back into numbers; null when the statement reads numbers right away. */
  readonly narrow: readonly string[] | null;
}

/** A session over one connection. Every call is done when it returns; promises are there for other databases. */
export class SqliteSession implements Session {
  readonly database: Database.Database;
  readonly path: string;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: Database.Database, path: string) {
    this.database = database;
    this.path = path;
  }

  async query<R>(sql: string, parameters: readonly Value[]): Promise<Answer<R>> {
    try {
      const { statement, isReader, narrow } = this.#prepare(sql);
      if (!isReader) return { rows: [], changes: statement.run(parameters).changes };
      const rows = statement.all(parameters) as Record<string, unknown>[];
      if (narrow !== null) for (const row of rows) narrowRow(row, narrow);
      return { rows: rows as R[], changes: 0 };
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  async *stream<R>(sql: string, parameters: readonly Value[]): AsyncIterableIterator<R> {
    try {
      const { statement, narrow } = prepare(this.database, sql);
      for (const row of statement.iterate(parameters)) {
        if (narrow !== null) narrowRow(row as Record<string, unknown>, narrow);
        yield row as R;
      }
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  async *scan(
    table: string,
    columns: readonly string[],
    key: readonly string[],
  ): AsyncIterableIterator<readonly (readonly Value[])[]> {
    try {
      const statement = this.database.prepare(scanText(table, columns, key)).raw(true);
      statement.safeIntegers(columns.some((name) => name.endsWith('_mrr')));
      let rows: (readonly Value[])[] = [];
      for (const row of statement.iterate()) {
        rows.push(row as readonly Value[]);
        if (rows.length < SCANNED_ROWS) continue;
        yield rows;
        rows = [];
      }
      yield rows;
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  async run(sql: string): Promise<void> {
    this.runNow(sql);
  }

  async execute(sql: string, parameters: readonly Value[]): Promise<void> {
    try {
      this.#prepare(sql).statement.run(parameters);
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  /** The statement, kept prepared for control statements that recur and executed whole otherwise. */
  runNow(sql: string): void {
    try {
      this.database.exec(sql);
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  /** A pragma's single value. */
  pragma(text: string): unknown {
    try {
      return this.database.pragma(text, { simple: true });
    } catch (thrown) {
      throw refusalOf(thrown, this.path);
    }
  }

  close(): void {
    this.#prepared.clear();
    this.database.close();
  }

  #prepare(sql: string): Prepared {
    const cached = this.#prepared.get(sql);
    if (cached !== undefined) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, cached);
      return cached;
    }
    const made = prepare(this.database, sql);
    if (this.#prepared.size >= STATEMENTS_KEPT) {
      for (const oldest of this.#prepared.keys()) {
        this.#prepared.delete(oldest);
        break;
      }
    }
    this.#prepared.set(sql, made);
    return made;
  }
}

function prepare(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql);
  if (!statement.reader) return { statement, isReader: false, narrow: null };
  const names = statement.columns().map((column) => column.name);
  if (!names.some((name) => name.endsWith('_mrr'))) return { statement, isReader: true, narrow: null };
  statement.safeIntegers(true);
  return { statement, isReader: true, narrow: names.filter((name) => !name.endsWith('_mrr')) };
}

function narrowRow(row: Record<string, unknown>, columns: readonly string[]): void {
  for (const column of columns) {
    const value = row[column];
    if (typeof value === 'bigint') row[column] = Number(value);
  }
}
