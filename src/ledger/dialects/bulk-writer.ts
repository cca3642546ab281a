// Writes many rows at once: multi-row statements whose text is made once a table and kept.
import type { WriteHandle } from '../projection.ts';
import type { RowOf, TableDefinition } from '../tables.ts';
import { quoted, type Dialect, type Session, type Value } from './engine.ts';

type Row = Readonly<Record<string, Value>>;
type Mode = 'insert' | 'upsert' | 'add';

/** Rows left over from the last full statement go in one by one or in statements of this many. */
const SMALL_STATEMENT = 8;

/** The bulk calls of a write handle, over one session. */
export class BulkWriter
  implements Pick<WriteHandle, 'insertRows' | 'upsertRows' | 'addToRows' | 'deleteRows' | 'selectRows'>
{
  readonly #session: Session;
  readonly #dialect: Dialect;
  /** Statement text by table, mode, sums and number of rows. */
  readonly #texts = new Map<string, string>();

  constructor(session: Session, dialect: Dialect) {
    this.#session = session;
    this.#dialect = dialect;
  }

  insertRows<T extends TableDefinition>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    return this.#put(table, rows as readonly Row[], 'insert', []);
  }

  upsertRows<T extends TableDefinition>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    const distinct = this.#dialect.canRepeatKeys
      ? (rows as readonly Row[])
      : lastOfEachKey(table, rows as readonly Row[]);
    return this.#put(table, distinct, 'upsert', []);
  }

  addToRows<T extends TableDefinition>(
    table: T,
    rows: readonly RowOf<T>[],
    sums: readonly (keyof T['columns'] & string)[],
  ): Promise<void> {
    const distinct = this.#dialect.canRepeatKeys
      ? (rows as readonly Row[])
      : addedByKey(table, rows as readonly Row[], sums);
    return this.#put(table, distinct, 'add', sums);
  }

  async deleteRows<T extends TableDefinition>(
    table: T,
    column: keyof T['columns'] & string,
    values: readonly (string | number)[],
  ): Promise<void> {
    if (values.length === 0) return;
    const { condition, parameter } = this.#dialect.among(quoted(column), values);
    await this.#session.execute(`delete from ${quoted(table.name)} where ${condition}`, [parameter]);
  }

  async selectRows<T extends TableDefinition>(
    table: T,
    column: keyof T['columns'] & string,
    values: readonly (string | number)[],
  ): Promise<RowOf<T>[]> {
    if (values.length === 0) return [];
    const { condition, parameter } = this.#dialect.among(quoted(column), values);
    const answer = await this.#session.query<RowOf<T>>(`select * from ${quoted(table.name)} where ${condition}`, [
      parameter,
    ]);
    return answer.rows;
  }

  async #put(table: TableDefinition, rows: readonly Row[], mode: Mode, sums: readonly string[]): Promise<void> {
    const columns = Object.keys(table.columns);
    const full = this.#dialect.rowsPerStatement(columns.length);
    let at = 0;
    while (at < rows.length) {
      const left = rows.length - at;
      const take = left >= full ? full : left >= SMALL_STATEMENT ? SMALL_STATEMENT : 1;
      const parameters: Value[] = new Array(take * columns.length);
      let position = 0;
      for (const end = at + take; at < end; at += 1) {
        const row = rows[at];
        if (row === undefined) break;
        for (const column of columns) {
          const value = row[column];
          if (value === undefined) throw new Error(`a row of ${table.name} lacks ${column}`);
          parameters[position] = value;
          position += 1;
        }
      }
      await this.#session.execute(this.#text(table, columns, mode, sums, take), parameters);
    }
  }

  #text(table: TableDefinition, columns: readonly string[], mode: Mode, sums: readonly string[], rows: number): string {
    const key = `${table.name} ${mode} ${sums.join()} ${rows}`;
    const cached = this.#texts.get(key);
    if (cached !== undefined) return cached;
    let position = 0;
    const tuples = Array.from(
      { length: rows },
      () =>
        `(${columns
          .map(() => {
            position += 1;
            return this.#dialect.placeholder(position);
          })
          .join(', ')})`,
    );
    const text =
      `insert into ${quoted(table.name)} (${columns.map(quoted).join(', ')}) values ${tuples.join(', ')}` +
      conflictClause(table, columns, mode, sums);
    this.#texts.set(key, text);
    return text;
  }
}

function conflictClause(
  table: TableDefinition,
  columns: readonly string[],
  mode: Mode,
  sums: readonly string[],
): string {
  if (mode === 'insert') return '';
  const changed = mode === 'add' ? sums : columns.filter((column) => !table.primaryKey.includes(column));
  const target = ` on conflict (${table.primaryKey.map(quoted).join(', ')})`;
  if (changed.length === 0) return `${target} do nothing`;
  const assignments = changed.map((column) =>
    mode === 'add'
      ? `${quoted(column)} = ${quoted(table.name)}.${quoted(column)} + excluded.${quoted(column)}`
      : `${quoted(column)} = excluded.${quoted(column)}`,
  );
  return `${target} do update set ${assignments.join(', ')}`;
}

function keyOf(table: TableDefinition, row: Row): string {
  return JSON.stringify(table.primaryKey.map((column) => String(row[column])));
}

function lastOfEachKey(table: TableDefinition, rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [keyOf(table, row), row])).values()];
}

/** One row a key: the first one's, with the sums of all. */
function addedByKey(table: TableDefinition, rows: readonly Row[], sums: readonly string[]): Row[] {
  const byKey = new Map<string, Record<string, Value>>();
  for (const row of rows) {
    const key = keyOf(table, row);
    const sum = byKey.get(key);
    if (sum === undefined) byKey.set(key, { ...row });
    else for (const column of sums) sum[column] = added(sum[column], row[column]);
  }
  return [...byKey.values()];
}

function added(a: Value | undefined, b: Value | undefined): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  throw new Error('only numbers of one kind can be added to a row');
}
