// How an area declares its tables: as values, from which the DDL, the row types, verification and rebuilding come.

/**
 * Portable column types. A trailing `?` allows NULL. `mrr` holds MRR units (1/10 000 minor unit) and is read
 * as bigint on every database; its name ends in `_mrr`, and so does every alias of a figure computed from it.
 */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'mrr' | 'mrr?' | 'bytes' | 'bytes?';

export interface TableDefinition {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  /** Index name → its columns. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
}

type ValueOf<C extends ColumnType> = C extends 'text'
  ? string
  : C extends 'text?'
    ? string | null
    : C extends 'integer'
      ? number
      : C extends 'integer?'
        ? number | null
        : C extends 'mrr'
          ? bigint
          : C extends 'mrr?'
            ? bigint | null
            : C extends 'bytes'
              ? Uint8Array
              : Uint8Array | null;

/** The TypeScript type of a row of the table. */
export type RowOf<T extends TableDefinition> = {
  -readonly [K in keyof T['columns']]: ValueOf<T['columns'][K]>;
};

/** Keeps a table's literal types, so that `RowOf` can read them. */
export function defineTable<const T extends TableDefinition>(table: T): T {
  return table;
}

/**
 * Every table of the ledger by name. Each area adds its own:
 * `declare module '<path>/ledger/tables.ts' { interface LedgerTables { customers: RowOf<typeof customers> } }`
 */
export interface LedgerTables {}
