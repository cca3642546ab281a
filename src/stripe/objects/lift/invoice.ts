// Invoices: `closed`, `forgiven` and `paid` became `status`, `subscription` went into `parent`, `tax` into `total_taxes`.
import { idOf, isObject, type JsonObject } from '../fields.ts';
import { liftDiscounts } from './discount.ts';
import { liftInvoiceLine, taxesOf } from './invoice-line.ts';

/** An invoice in the pinned shape. */
export function liftInvoice(invoice: JsonObject): JsonObject {
  const id = typeof invoice['id'] === 'string' ? invoice['id'] : null;
  const { lines } = invoice;
  const given = isObject(lines) && Array.isArray(lines['data']) ? lines['data'] : [];
  let areLinesPinned = true;
  const lifted = given.map((line, index) => {
    if (!isObject(line)) return line;
    const now = liftInvoiceLine(line, id, index);
    if (now !== line) areLinesPinned = false;
    return now;
  });
  if (areLinesPinned && isPinned(invoice)) return invoice;
  const status = invoice['status'] ?? statusOf(invoice);
  return {
    ...invoice,
    created: invoice['created'] ?? invoice['date'],
    status,
    collection_method: invoice['collection_method'] ?? invoice['billing'] ?? null,
    status_transitions: isObject(invoice['status_transitions'])
      ? invoice['status_transitions']
      : transitionsOf(invoice, status),
    parent: invoice['parent'] === undefined ? parentOf(invoice) : invoice['parent'],
    discounts: liftDiscounts(invoice),
    total_taxes: invoice['total_taxes'] === undefined ? totalTaxes(invoice) : invoice['total_taxes'],
    amount_paid: invoice['amount_paid'] ?? (invoice['paid'] === true ? invoice['amount_due'] : 0),
    amount_remaining: invoice['amount_remaining'] ?? (invoice['paid'] === true ? 0 : invoice['amount_due']),
    lines: isObject(lines) ? { ...lines, data: lifted } : { object: 'list', data: lifted },
  };
}

function isPinned(invoice: JsonObject): boolean {
  const { discounts } = invoice;
  return (
    invoice['parent'] !== undefined &&
    invoice['created'] !== undefined &&
    typeof invoice['status'] === 'string' &&
    invoice['total_taxes'] !== undefined &&
    isObject(invoice['status_transitions']) &&
    Array.isArray(discounts) &&
    !discounts.some(isObject) &&
    invoice['amount_paid'] !== undefined &&
    invoice['amount_remaining'] !== undefined
  );
}

/** `forgiven` meant uncollectible; `closed` only stopped collection; a draft has no ending balance yet. */
function statusOf(invoice: JsonObject): string {
  if (invoice['paid'] === true) return 'paid';
  if (invoice['forgiven'] === true) return 'uncollectible';
  const isUntouched = invoice['attempted'] !== true && invoice['closed'] !== true;
  return isUntouched && (invoice['ending_balance'] ?? null) === null ? 'draft' : 'open';
}

/** Without recorded transitions an invoice counts as finalized when it was made. */
function transitionsOf(invoice: JsonObject, status: unknown): JsonObject {
  const madeAt = invoice['created'] ?? invoice['date'];
  return {
    finalized_at: status === 'draft' ? null : (invoice['finalized_at'] ?? madeAt),
    paid_at: null,
    voided_at: null,
    marked_uncollectible_at: null,
  };
}

function parentOf(invoice: JsonObject): JsonObject | null {
  const subscription = idOf(invoice['subscription']);
  return subscription === null ? null : { type: 'subscription_details', subscription_details: { subscription } };
}

function totalTaxes(invoice: JsonObject): unknown {
  if (Array.isArray(invoice['total_tax_amounts'])) return taxesOf(invoice['total_tax_amounts']);
  return typeof invoice['tax'] === 'number' ? [{ amount: invoice['tax'], tax_behavior: 'exclusive' }] : null;
}
