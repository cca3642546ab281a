// What a projection is: the only code that writes an area's tables, from facts and tables alone.
import type { Kysely } from 'kysely';
import type { Fact } from './fact.ts';
import type { LedgerTables, RowOf, TableDefinition } from './tables.ts';

/** A handle that can only ask. A function given this cannot write. */
export type ReadHandle = Pick<Kysely<LedgerTables>, 'selectFrom' | 'with' | 'selectNoFrom' | 'fn' | 'dynamic'>;

/** A handle inside the one open write transaction. */
export interface WriteHandle extends ReadHandle {
  /** Inserts all rows, in bulk. */
  insertRows<T extends TableDefinition>(table: T, rows: readonly RowOf<T>[]): Promise<void>;
  /** Inserts all rows, replacing those with the same primary key. */
  upsertRows<T extends TableDefinition>(table: T, rows: readonly RowOf<T>[]): Promise<void>;
  /** Inserts rows or adds their `sums` columns to the row with the same primary key; rows whose sums all become zero stay. */
  addToRows<T extends TableDefinition>(
    table: T,
    rows: readonly RowOf<T>[],
    sums: readonly (keyof T['columns'] & string)[],
  ): Promise<void>;
  /** Deletes the rows whose column holds one of the values. */
  deleteRows<T extends TableDefinition>(
    table: T,
    column: keyof T['columns'] & string,
    values: readonly (string | number)[],
  ): Promise<void>;
  /** Rows whose column holds one of the values, in no order; one bound parameter however many values there are. */
  selectRows<T extends TableDefinition>(
    table: T,
    column: keyof T['columns'] & string,
    values: readonly (string | number)[],
  ): Promise<RowOf<T>[]>;
  /** For what the bulk calls cannot say; still only on tables of the calling area. */
  readonly kysely: Kysely<LedgerTables>;
}

/** What later projections of the same transaction are told has changed, by topic. */
export interface Touched {
  touch(topic: TouchTopic, id: string): void;
  of(topic: TouchTopic): ReadonlySet<string>;
}

/**
 * `customer_billing`: a customer's subscriptions, invoices or discounts changed (customer ids);
 * `price`, `coupon`: what one of them costs or takes off became known or changed (price, coupon ids);
 * `customer`: a customer's own attributes changed (customer ids); `workspace`: settings or rates changed.
 */
export type TouchTopic = 'customer_billing' | 'price' | 'coupon' | 'customer' | 'workspace' | 'rates';

export interface ProjectionContext extends Touched {
  readonly write: WriteHandle;
  /** The batch, its recordedAt, and the sequence of the last fact appended so far in it. */
  readonly batch: number;
  readonly recordedAt: number;
  readonly lastSeq: number;
}

/** How much one settling step may take on, so that no transaction grows without bound. */
export const SETTLE_LIMIT = 2_000;

export interface Projection {
  /** The folder below `src/`, such as `billing/customers`. */
  readonly name: string;
  /** Raised whenever the rows it would write change; the ledger then rebuilds from its facts. */
  readonly version: number;
  readonly tables: readonly TableDefinition[];
  /** The kinds of fact that `apply` is given, in order of sequence. */
  readonly kinds: readonly string[];
  apply?(facts: readonly Fact[], context: ProjectionContext): Promise<void>;
  /** Runs after every projection has applied the transaction's facts; sees what they touched. */
  react?(context: ProjectionContext): Promise<void>;
  /** Nets at most SETTLE_LIMIT pieces of the batch's pending work; returns how many are left. */
  settle?(context: ProjectionContext): Promise<number>;
  /**
   * A person was erased: `facts` are all of the person's facts of the `kinds`, oldest first, now without personal
   * fields, the erasing one included. Leaves the rows as a replay of the whole log would. Without it, `apply` is
   * given those facts once more.
   */
  erase?(person: string, facts: readonly Fact[], context: ProjectionContext): Promise<void>;
}
