// One session with PGlite, or with what answers like it. The package itself is never imported here.
import { scanText, type Answer, type Session, type Value } from '../engine.ts';

/** What of PGlite's face is used. */
export interface PgliteDatabase {
  query<R>(
    sql: string,
    parameters?: unknown[],
    options?: { parsers?: Record<number, (text: string) => unknown> },
  ): Promise<{
    rows: R[];
    affectedRows?: number;
    fields: { name: string; dataTypeID: number }[];
  }>;
  exec(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

const INT8 = 20;
const NUMERIC = 1700;

const asText = (text: string) => text;

export class PgliteSession implements Session {
  readonly database: PgliteDatabase;

  constructor(database: PgliteDatabase) {
    this.database = database;
  }

  async query<R>(sql: string, parameters: readonly Value[]): Promise<Answer<R>> {
    const answer = await this.database.query<Record<string, unknown>>(sql, [...parameters], {
      parsers: { [INT8]: asText, [NUMERIC]: asText },
    });
    for (const { name, dataTypeID } of answer.fields) {
      const isExact = name.endsWith('_mrr');
      if (!isExact && dataTypeID !== INT8 && dataTypeID !== NUMERIC) continue;
      for (const row of answer.rows) {
        const value = row[name];
        if (typeof value === 'string' || typeof value === 'number') row[name] = isExact ? BigInt(value) : Number(value);
      }
    }
    return { rows: answer.rows as R[], changes: answer.affectedRows ?? 0 };
  }

  /** PGlite holds its data in memory anyway, so the rows come at once. */
  async *stream<R>(sql: string, parameters: readonly Value[]): AsyncIterableIterator<R> {
    yield* (await this.query<R>(sql, parameters)).rows;
  }

  async *scan(
    table: string,
    columns: readonly string[],
    key: readonly string[],
  ): AsyncIterableIterator<readonly (readonly Value[])[]> {
    const { rows } = await this.query<Record<string, Value>>(scanText(table, columns, key), []);
    yield rows.map((row) => columns.map((column) => row[column] ?? null));
  }

  async run(sql: string): Promise<void> {
    await this.database.exec(sql);
  }

  async execute(sql: string, parameters: readonly Value[]): Promise<void> {
    await this.database.query(sql, [...parameters]);
  }
}
