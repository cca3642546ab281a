// Tax rates as Stripe keeps them.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const taxRatesTable = defineTable({
  name: 'tax_rates',
  columns: {
    id: 'text',
    display_name: 'text',
    country: 'text?',
    state: 'text?',
    jurisdiction: 'text?',
    /** Decimal string; 19 for 19 %. */
    percentage: 'text',
    is_inclusive: 'integer',
    is_active: 'integer',
    tax_type: 'text?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export type TaxRateRow = RowOf<typeof taxRatesTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    tax_rates: TaxRateRow;
  }
}

/** Every table of this area. */
export const taxTables: readonly TableDefinition[] = [taxRatesTable];
