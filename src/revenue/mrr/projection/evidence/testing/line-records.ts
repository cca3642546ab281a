// Short ways to write invoice lines as the billing tables hold them: what is not said is the plainest it can be.
import type { InvoiceLineRow, InvoiceRow } from '../../../../../billing/invoicing/index.ts';
import type { LineRecord } from '../load.ts';

const INVOICE: InvoiceRow = {
  id: 'in_1',
  customer_id: 'cus_1',
  subscription_id: 'sub_1',
  number: null,
  status: 'paid',
  currency: 'USD',
  created_at: 0,
  effective_at: null,
  finalized_at: 0,
  paid_at: null,
  voided_at: null,
  uncollectible_at: null,
  due_at: null,
  billing_reason: 'subscription_cycle',
  collection_method: 'charge_automatically',
  was_attempted: 1,
  attempt_count: 1,
  subtotal_minor: 0,
  tax_minor: 0,
  total_minor: 0,
  amount_due_minor: 0,
  amount_paid_minor: 0,
  amount_remaining_minor: 0,
  discount_ids: '[]',
  period_start_at: 0,
  period_end_at: 0,
  is_deleted: 0,
  fact_seq: 1,
};

const LINE: InvoiceLineRow = {
  id: 'il_1',
  invoice_id: 'in_1',
  customer_id: 'cus_1',
  subscription_id: 'sub_1',
  subscription_item_id: 'si_1',
  invoice_item_id: null,
  price_id: 'pro',
  product_id: 'prod_pro',
  description: null,
  currency: 'USD',
  amount_minor: 1000,
  quantity: 1,
  unit_amount_decimal: '1000',
  is_proration: 0,
  period_start_at: 0,
  period_end_at: 0,
  discount_amounts: '[]',
  tax_minor: 0,
  inclusive_tax_minor: 0,
  is_standalone: 0,
};

export function lineRecord(row: Partial<InvoiceLineRow>, invoice: Partial<InvoiceRow> = {}): LineRecord {
  return { row: { ...LINE, ...row }, invoice: { ...INVOICE, ...invoice }, discounts: [] };
}
