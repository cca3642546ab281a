// The table of customers: who pays, as Stripe's customer objects and deletions say.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const customersTable = defineTable({
  name: 'customers',
  columns: {
    id: 'text',
    /** Personal; null when unknown or erased. */
    name: 'text?',
    /** Personal; null when unknown or erased. */
    email: 'text?',
    /** Two-letter country of the billing address; not personal, since figures are grouped by it. */
    country: 'text?',
    currency: 'text?',
    created_at: 'integer',
    is_deleted: 'integer',
    /** Null where the deletion is known without its date. */
    deleted_at: 'integer?',
    is_erased: 'integer',
    balance_minor: 'integer',
    is_delinquent: 'integer',
    tax_exempt: 'text?',
    /** The discount on the customer at present. */
    discount_id: 'text?',
    metadata: 'text',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export type CustomerRow = RowOf<typeof customersTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    customers: CustomerRow;
  }
}

/** Every table of this area. */
export const customerTables: readonly TableDefinition[] = [customersTable];
