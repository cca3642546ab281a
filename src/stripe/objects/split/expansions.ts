// Splitting off expanded objects: where the API could have given an id, an object of its own becomes a fact of its own.
import { isObject, type JsonObject } from '../fields.ts';

/** A field that may hold an id or the object; or, with `of`, an object or a list whose fields may. */
interface Expandable {
  readonly key: string;
  readonly of?: readonly Expandable[];
}

/** `a` is a field, `a.b` a field inside an object, `a[].b` inside an array's elements, `a[]` the elements themselves. */
function expandable(...paths: readonly string[]): readonly Expandable[] {
  const byKey = new Map<string, string[]>();
  for (const path of paths) {
    const dot = path.indexOf('.');
    const key = dot < 0 ? path : path.slice(0, dot);
    const rest = byKey.get(key) ?? [];
    if (dot >= 0) rest.push(path.slice(dot + 1));
    byKey.set(key, rest);
  }
  return [...byKey].map(([key, rest]) => (rest.length === 0 ? { key } : { key, of: expandable(...rest) }));
}

const PRICE = ['product', 'default_price'];
const DISCOUNT = ['customer', 'promotion_code'];
const PARTIES = ['customer', 'application', 'on_behalf_of', 'test_clock', 'default_payment_method', 'default_source'];

function below(prefix: string, paths: readonly string[]): string[] {
  return paths.map((path) => `${prefix}.${path}`);
}

const ITEM = [...below('price', PRICE), ...below('plan', PRICE), ...below('discounts[]', DISCOUNT)];
const LINE = [
  'subscription',
  'pricing.price_details.price',
  ...below('price', PRICE),
  ...below('plan', PRICE),
  ...below('discounts[]', DISCOUNT),
];

/** By type of object. What is always embedded (a price in an item, lines in an invoice, a coupon in a discount) stays. */
const EXPANDABLE: Readonly<Record<string, readonly Expandable[]>> = {
  customer: expandable(
    'default_source',
    'test_clock',
    'subscriptions.data[]',
    'sources.data[]',
    ...below('discount', DISCOUNT),
    'invoice_settings.default_payment_method',
  ),
  product: expandable('default_price', 'tax_code'),
  price: expandable(...PRICE),
  plan: expandable(...PRICE),
  subscription: expandable(
    ...PARTIES,
    'latest_invoice',
    'schedule',
    'pending_setup_intent',
    ...below('discounts[]', DISCOUNT),
    ...below('discount', DISCOUNT),
    ...below('plan', PRICE),
    ...below('items.data[]', ITEM),
  ),
  subscription_item: expandable(...ITEM),
  subscription_schedule: expandable(...PARTIES, 'subscription', 'released_subscription'),
  invoice: expandable(
    ...PARTIES,
    'subscription',
    'charge',
    'payment_intent',
    'quote',
    'latest_revision',
    'parent.subscription_details.subscription',
    'from_invoice.invoice',
    ...below('discounts[]', DISCOUNT),
    ...below('discount', DISCOUNT),
    ...below('lines.data[]', LINE),
    'payments.data[]',
  ),
  line_item: expandable(...LINE),
  invoiceitem: expandable(
    'customer',
    'invoice',
    'subscription',
    'test_clock',
    'pricing.price_details.price',
    ...below('price', PRICE),
    ...below('plan', PRICE),
    ...below('discounts[]', DISCOUNT),
  ),
  invoice_payment: expandable('invoice', 'payment.payment_intent', 'payment.charge'),
  credit_note: expandable('customer', 'invoice', 'refund', 'refunds[].refund', 'customer_balance_transaction'),
  charge: expandable(
    'customer',
    'invoice',
    'payment_intent',
    'balance_transaction',
    'failure_balance_transaction',
    'application',
    'application_fee',
    'dispute',
    'on_behalf_of',
    'review',
    'source_transfer',
    'transfer',
    'refunds.data[]',
  ),
  payment_intent: expandable(
    'customer',
    'invoice',
    'latest_charge',
    'payment_method',
    'application',
    'on_behalf_of',
    'review',
    'source',
    'charges.data[]',
  ),
  refund: expandable(
    'customer',
    'charge',
    'payment_intent',
    'balance_transaction',
    'failure_balance_transaction',
    'payment_method',
  ),
  dispute: expandable('charge', 'payment_intent'),
  balance_transaction: expandable('source'),
  payout: expandable(
    'balance_transaction',
    'failure_balance_transaction',
    'destination',
    'original_payout',
    'reversed_by',
  ),
  discount: expandable(...DISCOUNT),
  promotion_code: expandable('customer'),
};

/**
 * Takes the expanded objects out of `object`, leaving their ids, and hands a copy of each over, what is expanded in it
 * included. Changes the object in place.
 */
export function splitExpansions(type: string, object: JsonObject, split: (expanded: JsonObject) => void): void {
  const fields = EXPANDABLE[type];
  if (fields !== undefined) splitFields(object, fields, split);
}

function splitFields(object: JsonObject, fields: readonly Expandable[], split: (expanded: JsonObject) => void): void {
  for (const { key, of } of fields) {
    const isArray = key.endsWith('[]');
    const name = isArray ? key.slice(0, -2) : key;
    const value = object[name];
    if (typeof value !== 'object' || value === null) continue;
    if (isArray) {
      if (!Array.isArray(value)) continue;
      for (let index = 0; index < value.length; index += 1) {
        if (of === undefined) takeOut(value, index, split);
        else if (isObject(value[index])) splitFields(value[index], of, split);
      }
    } else if (of !== undefined) {
      if (isObject(value)) splitFields(value, of, split);
    } else {
      takeOut(object, name, split);
    }
  }
}

function takeOut(owner: JsonObject | unknown[], key: string | number, split: (expanded: JsonObject) => void): void {
  const value: unknown = Reflect.get(owner, key);
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['object'] !== 'string') return;
  split({ ...value });
  Reflect.set(owner, key, value['id']);
}
