// What stands embedded in an object is an observation too: prices in items and lines, coupons in discounts, and so on.
import { isObject, type JsonObject } from './fields.ts';
import { liftCoupon } from './lift/coupon.ts';
import { liftDiscount } from './lift/discount.ts';
import { liftPrice } from './lift/price.ts';
import { RANK, type Rank } from './version-key.ts';

export type DerivedType = 'price' | 'coupon' | 'discount' | 'tax_rate' | 'balance_transaction';

export interface Derived {
  readonly type: DerivedType;
  readonly id: string;
  readonly rank: Rank;
  /** In the pinned shape. */
  readonly object: JsonObject;
  /** Where it stood, for messages about it. */
  readonly path: string;
}

/** Everything embedded in an object of the type, which is in the pinned shape. */
export function derivedFrom(type: string, object: JsonObject): readonly Derived[] {
  const found: Derived[] = [];
  if (type === 'subscription') {
    addDiscounts(found, object['discounts'], 'discounts');
    addTaxRates(found, object['default_tax_rates'], 'default_tax_rates');
    eachListed(object['items'], (item, index) => addItem(found, item, `items.data[${index}].`));
  } else if (type === 'subscription_item') {
    addItem(found, object, '');
  } else if (type === 'invoice') {
    addDiscounts(found, object['discounts'], 'discounts');
    addTaxRates(found, object['default_tax_rates'], 'default_tax_rates');
    eachListed(object['lines'], (line, index) => addLine(found, line, `lines.data[${index}].`));
  } else if (type === 'line_item' || type === 'invoiceitem') {
    addLine(found, object, '');
  } else if (type === 'customer') {
    addDiscount(found, object['discount'], 'discount');
  } else if (type === 'discount') {
    addCoupon(found, object, '');
  } else if (type === 'promotion_code') {
    const { promotion } = object;
    if (isObject(promotion)) addWithId(found, 'coupon', promotion['coupon'], 'promotion.coupon', liftCoupon);
  } else if (type === 'dispute') {
    eachOf(object['balance_transactions'], (entry, index) =>
      addWithId(found, 'balance_transaction', entry, `balance_transactions[${index}]`, unchanged),
    );
  }
  return found.length === 0 ? NOTHING : found;
}

const NOTHING: readonly Derived[] = [];

function unchanged(object: JsonObject): JsonObject {
  return object;
}

function addItem(found: Derived[], item: JsonObject, path: string): void {
  addPrice(found, isObject(item['price']) ? item['price'] : item['plan'], `${path}price`);
  addDiscounts(found, item['discounts'], `${path}discounts`);
  addTaxRates(found, item['tax_rates'], `${path}tax_rates`);
}

function addLine(found: Derived[], line: JsonObject, path: string): void {
  const { pricing } = line;
  const details = isObject(pricing) ? pricing['price_details'] : null;
  if (isObject(details)) addPrice(found, details['price'], `${path}price`);
  addDiscounts(found, line['discounts'], `${path}discounts`);
  addTaxRates(found, line['tax_rates'], `${path}tax_rates`);
}

function addPrice(found: Derived[], price: unknown, path: string): void {
  if (!isObject(price) || typeof price['id'] !== 'string') return;
  const lifted = liftPrice(price);
  const rank = lifted['lifted_from'] === 'plan' ? RANK.derivedPlan : RANK.derived;
  found.push({ type: 'price', id: price['id'], rank, object: lifted, path: `${path}.` });
}

function addDiscounts(found: Derived[], discounts: unknown, path: string): void {
  eachOf(discounts, (discount, index) => addDiscount(found, discount, `${path}[${index}]`));
}

function addDiscount(found: Derived[], discount: unknown, path: string): void {
  if (!isObject(discount)) return;
  const lifted = liftDiscount(discount);
  addWithId(found, 'discount', lifted, path, unchanged);
  addCoupon(found, lifted, `${path}.`);
}

function addCoupon(found: Derived[], discount: JsonObject, path: string): void {
  const { source } = discount;
  if (isObject(source)) addWithId(found, 'coupon', source['coupon'], `${path}source.coupon`, liftCoupon);
}

function addTaxRates(found: Derived[], rates: unknown, path: string): void {
  eachOf(rates, (rate, index) => addWithId(found, 'tax_rate', rate, `${path}[${index}]`, unchanged));
}

function addWithId(
  found: Derived[],
  type: DerivedType,
  object: unknown,
  path: string,
  lift: (object: JsonObject) => JsonObject,
): void {
  if (!isObject(object) || typeof object['id'] !== 'string' || object['deleted'] === true) return;
  found.push({ type, id: object['id'], rank: RANK.derived, object: lift(object), path: `${path}.` });
}

function eachOf(list: unknown, each: (entry: unknown, index: number) => void): void {
  if (!Array.isArray(list)) return;
  for (let index = 0; index < list.length; index += 1) each(list[index], index);
}

function eachListed(list: unknown, each: (entry: JsonObject, index: number) => void): void {
  if (!isObject(list)) return;
  eachOf(list['data'], (entry, index) => {
    if (isObject(entry)) each(entry, index);
  });
}
