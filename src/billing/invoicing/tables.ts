// Invoices with their lines, invoice items waiting for one, and credit notes.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const invoicesTable = defineTable({
  name: 'invoices',
  columns: {
    id: 'text',
    customer_id: 'text?',
    subscription_id: 'text?',
    number: 'text?',
    /** `draft`, `open`, `paid`, `void` or `uncollectible`. */
    status: 'text',
    currency: 'text',
    created_at: 'integer',
    effective_at: 'integer?',
    finalized_at: 'integer?',
    paid_at: 'integer?',
    voided_at: 'integer?',
    uncollectible_at: 'integer?',
    due_at: 'integer?',
    billing_reason: 'text?',
    /** `charge_automatically` or `send_invoice`. */
    collection_method: 'text?',
    was_attempted: 'integer',
    attempt_count: 'integer',
    subtotal_minor: 'integer',
    tax_minor: 'integer',
    total_minor: 'integer',
    amount_due_minor: 'integer',
    amount_paid_minor: 'integer',
    amount_remaining_minor: 'integer',
    /** JSON array of discount ids. */
    discount_ids: 'text',
    period_start_at: 'integer',
    period_end_at: 'integer',
    is_deleted: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { invoices_by_customer: ['customer_id'], invoices_by_number: ['number'] },
});

export const invoiceLinesTable = defineTable({
  name: 'invoice_lines',
  columns: {
    id: 'text',
    invoice_id: 'text',
    customer_id: 'text?',
    subscription_id: 'text?',
    subscription_item_id: 'text?',
    invoice_item_id: 'text?',
    price_id: 'text?',
    product_id: 'text?',
    description: 'text?',
    currency: 'text',
    /** Before discounts and exclusive tax; below zero for a credit. */
    amount_minor: 'integer',
    quantity: 'integer?',
    /** Minor units as a decimal string. */
    unit_amount_decimal: 'text?',
    is_proration: 'integer',
    period_start_at: 'integer',
    period_end_at: 'integer',
    /** JSON array of `LineDiscountRecord`; null where an older line does not say what its invoice's discounts took. */
    discount_amounts: 'text?',
    /** All tax on the line. */
    tax_minor: 'integer',
    /** The part of it that the amount contains. */
    inclusive_tax_minor: 'integer',
    /** 1 when the line came by itself, not inside its invoice. */
    is_standalone: 'integer',
  },
  primaryKey: ['id', 'invoice_id'],
  indexes: {
    invoice_lines_by_invoice: ['invoice_id'],
    invoice_lines_by_customer: ['customer_id'],
    invoice_lines_by_price: ['price_id'],
  },
});

export const invoiceItemsTable = defineTable({
  name: 'invoice_items',
  columns: {
    id: 'text',
    customer_id: 'text',
    invoice_id: 'text?',
    subscription_id: 'text?',
    price_id: 'text?',
    product_id: 'text?',
    description: 'text?',
    currency: 'text',
    amount_minor: 'integer',
    quantity: 'integer?',
    is_proration: 'integer',
    created_at: 'integer',
    period_start_at: 'integer',
    period_end_at: 'integer',
    is_deleted: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { invoice_items_by_customer: ['customer_id'] },
});

export const creditNotesTable = defineTable({
  name: 'credit_notes',
  columns: {
    id: 'text',
    invoice_id: 'text',
    customer_id: 'text?',
    number: 'text?',
    status: 'text',
    currency: 'text',
    subtotal_minor: 'integer',
    tax_minor: 'integer',
    total_minor: 'integer',
    created_at: 'integer',
    effective_at: 'integer?',
    voided_at: 'integer?',
    reason: 'text?',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { credit_notes_by_invoice: ['invoice_id'], credit_notes_by_customer: ['customer_id'] },
});

/** What one discount took off a line. */
export interface LineDiscountRecord {
  readonly discountId: string;
  readonly amountMinor: number;
}

export type InvoiceRow = RowOf<typeof invoicesTable>;
export type InvoiceLineRow = RowOf<typeof invoiceLinesTable>;
export type InvoiceItemRow = RowOf<typeof invoiceItemsTable>;
export type CreditNoteRow = RowOf<typeof creditNotesTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    invoices: InvoiceRow;
    invoice_lines: InvoiceLineRow;
    invoice_items: InvoiceItemRow;
    credit_notes: CreditNoteRow;
  }
}

/** What discounts took off a line, as its `discount_amounts` column holds it; none where it does not say. */
export function lineDiscounts(json: string | null): readonly LineDiscountRecord[] {
  return json === null || json === '[]' ? [] : (JSON.parse(json) as LineDiscountRecord[]);
}

/** Every table of this area. */
export const invoicingTables: readonly TableDefinition[] = [
  invoicesTable,
  invoiceLinesTable,
  invoiceItemsTable,
  creditNotesTable,
];
