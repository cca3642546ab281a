// Published exchange rates, every publication kept: of one day and pair the last imported holds.
import { defineTable, type RowOf } from '../../ledger/index.ts';

export const exchangeRates = defineTable({
  name: 'exchange_rates',
  columns: {
    rate_on: 'text',
    base: 'text',
    quote: 'text',
    fact_seq: 'integer',
    rate: 'text',
    source: 'text',
    recorded_at: 'integer',
  },
  primaryKey: ['rate_on', 'base', 'quote', 'fact_seq'],
});

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    exchange_rates: RowOf<typeof exchangeRates>;
  }
}
