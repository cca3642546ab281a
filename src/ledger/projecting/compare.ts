// Compares the rows of a table on two sides, both read once in the order of the primary key.
import type { Session, Value } from '../dialects/engine.ts';
import type { Difference } from '../options.ts';
import type { TableDefinition } from '../tables.ts';

export interface Comparison {
  readonly difference: Difference | null;
  /** Rows that the ledger holds, up to the first difference. */
  readonly rows: number;
}

type Row = readonly Value[];

/** The first row or column in which the two sides differ. */
export async function compareTable(table: TableDefinition, stored: Session, expected: Session): Promise<Comparison> {
  const keys = table.primaryKey;
  const columns = [...keys, ...Object.keys(table.columns).filter((column) => !keys.includes(column))];
  const storedRows = new RowCursor(stored.scan(table.name, columns, keys));
  const expectedRows = new RowCursor(expected.scan(table.name, columns, keys));
  let rows = 0;
  for (;;) {
    const [mine, theirs] = [(await storedRows.next()) ?? null, (await expectedRows.next()) ?? null];
    if (mine === null && theirs === null) return { difference: null, rows };
    const order = mine === null ? 1 : theirs === null ? -1 : compareKeys(mine, theirs, keys.length);
    if (order !== 0) return { difference: oneSided(table, order < 0 ? mine : theirs, order < 0), rows };
    rows += 1;
    const column = columns.findIndex((_, index) => !areEqual(mine?.[index], theirs?.[index]));
    if (column >= 0) {
      return {
        difference: {
          table: table.name,
          key: keyText(table, mine),
          column: columns[column] ?? null,
          stored: textOf(mine?.[column] ?? null),
          expected: textOf(theirs?.[column] ?? null),
        },
        rows,
      };
    }
  }
}

/** Goes through batches row by row without waiting where no batch ends. */
class RowCursor {
  readonly #batches: AsyncIterator<readonly Row[]>;
  #batch: readonly Row[] = [];
  #at = 0;

  constructor(batches: AsyncIterableIterator<readonly Row[]>) {
    this.#batches = batches;
  }

  next(): Row | undefined | Promise<Row | undefined> {
    if (this.#at >= this.#batch.length) return this.#advance();
    this.#at += 1;
    return this.#batch[this.#at - 1];
  }

  async #advance(): Promise<Row | undefined> {
    const { done, value } = await this.#batches.next();
    if (done === true) return undefined;
    this.#batch = value;
    this.#at = 0;
    return this.next();
  }
}

function oneSided(table: TableDefinition, row: Row | null, isStored: boolean): Difference {
  return {
    table: table.name,
    key: keyText(table, row),
    column: null,
    stored: isStored ? 'a row' : null,
    expected: isStored ? null : 'a row',
  };
}

function compareKeys(a: Row, b: Row, length: number): number {
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a[index], b[index]];
    if (areEqual(left, right)) continue;
    if (typeof left === 'string' && typeof right === 'string')
      return Buffer.compare(Buffer.from(left), Buffer.from(right));
    return Number(left) < Number(right) ? -1 : 1;
  }
  return 0;
}

function areEqual(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
}

function keyText(table: TableDefinition, row: Row | null): string {
  return JSON.stringify(
    Object.fromEntries(table.primaryKey.map((column, index) => [column, textOf(row?.[index] ?? null)])),
  );
}

function textOf(value: Value): string {
  if (value === null) return 'null';
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);
}
