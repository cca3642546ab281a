// What was observed of each Stripe object, how far observation reaches, and what each import brought.
import { defineTable, type RowOf } from '../../ledger/index.ts';

/** One row per object that was ever seen, by itself, in an event or embedded in another object. */
export const stripeObjectsTable = defineTable({
  name: 'stripe_objects',
  columns: {
    id: 'text',
    type: 'text',
    /** Sorts as the observations do; of the greatest one. */
    version_key: 'text',
    as_of_at: 'integer',
    /** The fact that holds the greatest observation. */
    fact_seq: 'integer',
    is_deleted: 'integer',
    /** Null where the deletion is known without its date. */
    deleted_at: 'integer?',
    customer_id: 'text?',
  },
  primaryKey: ['id', 'type'],
});

export const stripeCoverageTable = defineTable({
  name: 'stripe_coverage',
  columns: {
    type: 'text',
    /** Epoch seconds of the latest observation. */
    latest_as_of_at: 'integer',
    /** Distinct objects seen by themselves or in an event. */
    observed: 'integer',
  },
  primaryKey: ['type'],
});

/** History: how many facts about each type a batch added. */
export const stripeImportsTable = defineTable({
  name: 'stripe_imports',
  columns: { batch: 'integer', type: 'text', added: 'integer' },
  primaryKey: ['batch', 'type'],
});

export type StripeObjectRow = RowOf<typeof stripeObjectsTable>;
export type StripeCoverageRow = RowOf<typeof stripeCoverageTable>;
export type StripeImportRow = RowOf<typeof stripeImportsTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    stripe_objects: StripeObjectRow;
    stripe_coverage: StripeCoverageRow;
    stripe_imports: StripeImportRow;
  }
}
