// Invoices, their lines, invoice items and credit notes as rows.
import type {
  CreditNoteRow,
  InvoiceItemRow,
  InvoiceLineRow,
  InvoiceRow,
  LineDiscountRecord,
} from '../../../billing/invoicing/index.ts';
import {
  currencyCode,
  decimalOrNull,
  elements,
  flag,
  id,
  idOf,
  idOrNull,
  integer,
  integerOrNull,
  integerOrZero,
  isObject,
  listed,
  objectOrNull,
  refuse,
  text,
  textOrNull,
  type JsonObject,
} from '../fields.ts';
import { discountIds, refuseTwins } from './subscriptions.ts';

export interface InvoiceRows {
  readonly row: InvoiceRow;
  readonly lines: readonly InvoiceLineRow[];
}

/** The rows of an invoice in the pinned shape, and of the lines in it. Raises `bad_input`. */
export function invoiceRows(invoice: JsonObject): InvoiceRows {
  const transitions = objectOrNull(invoice, 'status_transitions') ?? {};
  const row: InvoiceRow = {
    id: text(invoice, 'id'),
    customer_id: idOrNull(invoice, 'customer'),
    subscription_id: subscriptionOfParent(invoice),
    number: textOrNull(invoice, 'number'),
    status: text(invoice, 'status'),
    currency: currencyCode(invoice, 'currency'),
    created_at: integer(invoice, 'created'),
    effective_at: integerOrNull(invoice, 'effective_at'),
    finalized_at: integerOrNull(transitions, 'finalized_at', 'status_transitions.'),
    paid_at: integerOrNull(transitions, 'paid_at', 'status_transitions.'),
    voided_at: integerOrNull(transitions, 'voided_at', 'status_transitions.'),
    uncollectible_at: integerOrNull(transitions, 'marked_uncollectible_at', 'status_transitions.'),
    due_at: integerOrNull(invoice, 'due_date'),
    billing_reason: textOrNull(invoice, 'billing_reason'),
    collection_method: textOrNull(invoice, 'collection_method'),
    was_attempted: flag(invoice, 'attempted'),
    attempt_count: integerOrZero(invoice, 'attempt_count'),
    subtotal_minor: integer(invoice, 'subtotal'),
    tax_minor: taxTotals(invoice, 'total_taxes', '').all,
    total_minor: integer(invoice, 'total'),
    amount_due_minor: integerOrZero(invoice, 'amount_due'),
    amount_paid_minor: integerOrZero(invoice, 'amount_paid'),
    amount_remaining_minor: integerOrZero(invoice, 'amount_remaining'),
    discount_ids: JSON.stringify(discountIds(invoice, '')),
    period_start_at: integerOrNull(invoice, 'period_start') ?? integer(invoice, 'created'),
    period_end_at: integerOrNull(invoice, 'period_end') ?? integer(invoice, 'created'),
    is_deleted: 0,
    fact_seq: 0,
  };
  const lines = listed(invoice, 'lines').map((line, index) => lineRow(line, row, `lines.data[${index}].`));
  refuseTwins(lines, 'lines');
  return { row, lines };
}

function subscriptionOfParent(owner: JsonObject): string | null {
  const details = owner['parent'];
  const subscription = isObject(details) ? details['subscription_details'] : null;
  return isObject(subscription) ? idOf(subscription['subscription']) : null;
}

/** The row of an invoice line in the pinned shape; `invoice` is null for one that came by itself. Raises `bad_input`. */
export function lineRow(line: JsonObject, invoice: InvoiceRow | null, path = ''): InvoiceLineRow {
  const period = objectOrNull(line, 'period', path) ?? refuse(`${path}period`, 'is missing');
  const parent = objectOrNull(line, 'parent', path);
  const ofItem =
    parent?.['type'] === 'subscription_item_details' ? objectOrNull(parent, 'subscription_item_details', path) : null;
  const ofInvoiceItem =
    parent?.['type'] === 'invoice_item_details' ? objectOrNull(parent, 'invoice_item_details', path) : null;
  const details = ofItem ?? ofInvoiceItem ?? {};
  const pricing = pricingOf(line, path);
  const taxes = taxTotals(line, 'taxes', path);
  return {
    id: text(line, 'id', path),
    invoice_id: invoice?.id ?? id(line, 'invoice', path),
    customer_id: invoice?.customer_id ?? null,
    subscription_id:
      idOrNull(details, 'subscription', path) ??
      idOrNull(line, 'subscription', path) ??
      invoice?.subscription_id ??
      null,
    subscription_item_id: idOrNull(details, 'subscription_item', path),
    invoice_item_id: idOrNull(details, 'invoice_item', path),
    price_id: pricing.priceId,
    product_id: pricing.productId,
    description: textOrNull(line, 'description', path),
    currency: currencyCode(line, 'currency', path),
    amount_minor: integer(line, 'amount', path),
    quantity: integerOrNull(line, 'quantity', path),
    unit_amount_decimal: pricing.unitAmountDecimal,
    is_proration: flag(details, 'proration'),
    period_start_at: integer(period, 'start', `${path}period.`),
    period_end_at: integer(period, 'end', `${path}period.`),
    discount_amounts: discountAmounts(line, path),
    tax_minor: taxes.all,
    inclusive_tax_minor: taxes.inclusive,
    is_standalone: invoice === null ? 1 : 0,
  };
}

interface Pricing {
  readonly priceId: string | null;
  readonly productId: string | null;
  readonly unitAmountDecimal: string | null;
}

const UNPRICED: Pricing = { priceId: null, productId: null, unitAmountDecimal: null };

function pricingOf(owner: JsonObject, path: string): Pricing {
  const pricing = objectOrNull(owner, 'pricing', path);
  if (pricing === null) return UNPRICED;
  const details = objectOrNull(pricing, 'price_details', `${path}pricing.`);
  return {
    priceId: details === null ? null : idOrNull(details, 'price', `${path}pricing.price_details.`),
    productId: details === null ? null : idOrNull(details, 'product', `${path}pricing.price_details.`),
    unitAmountDecimal: decimalOrNull(pricing, 'unit_amount_decimal', `${path}pricing.`),
  };
}

function discountAmounts(line: JsonObject, path: string): string | null {
  if (line['discount_amounts'] === undefined) return null;
  const amounts = elements(line, 'discount_amounts', path);
  if (amounts.length === 0) return '[]';
  return JSON.stringify(
    amounts.flatMap((entry, index): LineDiscountRecord[] => {
      if (!isObject(entry)) return refuse(`${path}discount_amounts[${index}]`, 'must be an object');
      const at = `${path}discount_amounts[${index}].`;
      const amountMinor = integer(entry, 'amount', at);
      return [{ discountId: id(entry, 'discount', at), amountMinor }];
    }),
  );
}

function taxTotals(owner: JsonObject, key: string, path: string): { readonly all: number; readonly inclusive: number } {
  let all = 0;
  let inclusive = 0;
  for (const tax of elements(owner, key, path)) {
    if (!isObject(tax)) continue;
    const amount = integerOrZero(tax, 'amount', `${path}${key}.`);
    all += amount;
    if (tax['tax_behavior'] === 'inclusive') inclusive += amount;
  }
  return { all, inclusive };
}

/** The row of an invoice item in the pinned shape. Raises `bad_input`. */
export function invoiceItemRow(item: JsonObject): InvoiceItemRow {
  const period = objectOrNull(item, 'period') ?? {};
  const date = integer(item, 'date');
  const pricing = pricingOf(item, '');
  return {
    id: text(item, 'id'),
    customer_id: id(item, 'customer'),
    invoice_id: idOrNull(item, 'invoice'),
    subscription_id: subscriptionOfParent(item),
    price_id: pricing.priceId,
    product_id: pricing.productId,
    description: textOrNull(item, 'description'),
    currency: currencyCode(item, 'currency'),
    amount_minor: integer(item, 'amount'),
    quantity: integerOrNull(item, 'quantity'),
    is_proration: flag(item, 'proration'),
    created_at: date,
    period_start_at: integerOrNull(period, 'start', 'period.') ?? date,
    period_end_at: integerOrNull(period, 'end', 'period.') ?? date,
    is_deleted: 0,
    fact_seq: 0,
  };
}

/** The row of a credit note in the pinned shape. Raises `bad_input`. */
export function creditNoteRow(note: JsonObject): CreditNoteRow {
  return {
    id: text(note, 'id'),
    invoice_id: id(note, 'invoice'),
    customer_id: idOrNull(note, 'customer'),
    number: textOrNull(note, 'number'),
    status: text(note, 'status'),
    currency: currencyCode(note, 'currency'),
    subtotal_minor: integerOrNull(note, 'subtotal') ?? integer(note, 'amount'),
    tax_minor: taxTotals(note, 'total_taxes', '').all,
    total_minor: integerOrNull(note, 'total') ?? integer(note, 'amount'),
    created_at: integer(note, 'created'),
    effective_at: integerOrNull(note, 'effective_at'),
    voided_at: integerOrNull(note, 'voided_at'),
    reason: textOrNull(note, 'reason'),
    fact_seq: 0,
  };
}
