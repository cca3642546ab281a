// Subscriptions: from one plan and quantity, over plans in items, to prices and billing periods in items.
import { isObject, type JsonObject } from '../fields.ts';
import { liftDiscounts } from './discount.ts';
import { liftPrice } from './price.ts';

/** A subscription in the pinned shape. */
export function liftSubscription(subscription: JsonObject): JsonObject {
  const items = givenItems(subscription);
  let isPinned = Array.isArray(subscription['discounts']) && subscription['start_date'] !== undefined;
  if (isPinned) isPinned = items === null || items.every(isPinnedItem);
  if (isPinned && !hasObjects(subscription['discounts'])) return subscription;
  return {
    ...subscription,
    start_date: subscription['start_date'] ?? subscription['start'] ?? subscription['created'],
    collection_method: subscription['collection_method'] ?? subscription['billing'] ?? null,
    discounts: liftDiscounts(subscription),
    items: {
      object: 'list',
      data: items === null ? itemOfPlan(subscription) : items.map((item) => liftItem(item, subscription)),
    },
  };
}

/** A subscription item in the pinned shape; periods stood on the subscription before they stood on its items. */
export function liftItem(item: unknown, subscription: JsonObject): unknown {
  if (!isObject(item)) return item;
  const price = isObject(item['price']) ? item['price'] : item['plan'];
  return {
    ...item,
    price: isObject(price) ? liftPrice(price) : price,
    discounts: liftDiscounts(item),
    current_period_start: item['current_period_start'] ?? subscription['current_period_start'] ?? null,
    current_period_end: item['current_period_end'] ?? subscription['current_period_end'] ?? null,
  };
}

function givenItems(subscription: JsonObject): readonly unknown[] | null {
  const { items } = subscription;
  if (Array.isArray(items)) return items;
  return isObject(items) && Array.isArray(items['data']) ? items['data'] : null;
}

function isPinnedItem(item: unknown): boolean {
  if (!isObject(item) || !isObject(item['price']) || item['current_period_start'] === undefined) return false;
  const { price } = item;
  const hasDecimal = price['unit_amount_decimal'] !== undefined || typeof price['unit_amount'] !== 'number';
  return hasDecimal && Array.isArray(item['discounts']) && !hasObjects(item['discounts']);
}

function hasObjects(entries: unknown): boolean {
  return Array.isArray(entries) && entries.some(isObject);
}

/** Before items, a subscription was one plan and a quantity. */
function itemOfPlan(subscription: JsonObject): JsonObject[] {
  const { plan } = subscription;
  if (!isObject(plan)) return [];
  return [
    {
      id: `${String(subscription['id'])}/item`,
      object: 'subscription_item',
      created: subscription['created'],
      price: liftPrice(plan),
      quantity: subscription['quantity'] ?? 1,
      discounts: [],
      current_period_start: subscription['current_period_start'] ?? null,
      current_period_end: subscription['current_period_end'] ?? null,
    },
  ];
}
