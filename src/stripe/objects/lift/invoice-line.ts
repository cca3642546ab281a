// Invoice lines and invoice items: `plan`, then `price`, now `pricing`; flat fields, now `parent`.
import { idOf, isObject, type JsonObject } from '../fields.ts';
import { liftDiscounts } from './discount.ts';
import { liftPrice } from './price.ts';

/** An invoice line in the pinned shape; the price object it came with, if any, stays in `pricing.price_details.price`. */
export function liftInvoiceLine(line: JsonObject, invoiceId: string | null, index: number): JsonObject {
  const isPinned = isObject(line['pricing']) || (line['price'] === undefined && line['plan'] === undefined);
  const hasParent = line['parent'] !== undefined;
  const hasTaxes = line['taxes'] !== undefined;
  const hasInvoice = typeof line['invoice'] === 'string';
  const hasDiscounts = Array.isArray(line['discounts']) && !line['discounts'].some(isObject);
  if (isPinned && hasParent && hasTaxes && hasInvoice && hasDiscounts) return line;
  return {
    ...line,
    id: lineId(line, invoiceId, index),
    invoice: idOf(line['invoice']) ?? invoiceId,
    parent: hasParent ? line['parent'] : parentOf(line),
    pricing: liftPricing(line),
    discounts: liftDiscounts(line),
    taxes: hasTaxes ? line['taxes'] : taxesOf(line['tax_amounts']),
  };
}

/** Where the price stands now: `{type: "price_details", price_details: {price, product}, unit_amount_decimal}`. */
export function liftPricing(line: JsonObject): unknown {
  if (isObject(line['pricing'])) return line['pricing'];
  const given = isObject(line['price']) ? line['price'] : line['plan'];
  if (!isObject(given)) return null;
  const price = liftPrice(given);
  return {
    type: 'price_details',
    price_details: { price, product: idOf(price['product']) },
    unit_amount_decimal: line['unit_amount_decimal'] ?? price['unit_amount_decimal'] ?? null,
  };
}

/** Taxes as they stand now, from `tax_amounts`. */
export function taxesOf(taxAmounts: unknown): readonly JsonObject[] {
  if (!Array.isArray(taxAmounts)) return [];
  return taxAmounts.filter(isObject).map((tax) => ({
    amount: tax['amount'],
    tax_behavior: tax['inclusive'] === true ? 'inclusive' : 'exclusive',
    tax_rate_details: { tax_rate: idOf(tax['tax_rate']) },
    taxable_amount: tax['taxable_amount'] ?? null,
  }));
}

/** A line of a subscription once carried the subscription's own id, so that it named no line: such ids are made whole. */
function lineId(line: JsonObject, invoiceId: string | null, index: number): unknown {
  const { id, unique_id: uniqueId } = line;
  if (typeof uniqueId === 'string') return uniqueId;
  if (typeof id !== 'string' || invoiceId === null) return id;
  return /^(?:sub|ii|si)_/.test(id) ? `${invoiceId}/${id}/${index}` : id;
}

function parentOf(line: JsonObject): JsonObject | null {
  const invoiceItem = idOf(line['invoice_item']) ?? (String(line['id']).startsWith('ii_') ? line['id'] : null);
  const isSubscription = line['type'] === 'subscription' || (line['type'] === undefined && invoiceItem === null);
  const subscription = idOf(line['subscription']) ?? (String(line['id']).startsWith('sub_') ? line['id'] : null);
  const item = idOf(line['subscription_item']);
  const isProration = line['proration'] === true;
  if (isSubscription || (item !== null && isProration)) {
    return {
      type: 'subscription_item_details',
      subscription_item_details: {
        subscription,
        subscription_item: item,
        invoice_item: invoiceItem,
        proration: isProration,
      },
    };
  }
  return {
    type: 'invoice_item_details',
    invoice_item_details: { invoice_item: invoiceItem, proration: isProration, subscription },
  };
}

/** An invoice item in the pinned shape. */
export function liftInvoiceItem(item: JsonObject): JsonObject {
  const hasParent = item['parent'] !== undefined;
  if (hasParent && (isObject(item['pricing']) || (item['price'] === undefined && item['plan'] === undefined)))
    return item;
  const subscription = idOf(item['subscription']);
  return {
    ...item,
    date: item['date'] ?? item['created'],
    pricing: liftPricing(item),
    discounts: liftDiscounts(item),
    parent: hasParent
      ? item['parent']
      : subscription === null
        ? null
        : {
            type: 'subscription_details',
            subscription_details: { subscription, subscription_item: idOf(item['subscription_item']) },
          },
  };
}
