// Discounts: the coupon once stood in `coupon`, now in `source.coupon`; the oldest discounts had no id.
import { idOf, isObject, type JsonObject } from '../fields.ts';

/** A discount in the pinned shape. */
export function liftDiscount(discount: JsonObject): JsonObject {
  const source = discount['source'];
  const isPinned = isObject(source) && typeof discount['id'] === 'string';
  if (isPinned) return discount;
  const coupon = isObject(source) ? source['coupon'] : discount['coupon'];
  return {
    ...discount,
    id: discount['id'] ?? madeId(discount, coupon),
    source: { type: 'coupon', coupon: coupon ?? null },
  };
}

/** Discounts, given as ids or objects, whatever field they came in: `discounts`, or `discount` before there could be several. */
export function liftDiscounts(owner: JsonObject): readonly unknown[] {
  const { discounts, discount } = owner;
  const given = Array.isArray(discounts) ? discounts : discount === undefined || discount === null ? [] : [discount];
  return given.some(isObject) ? given.map((entry) => (isObject(entry) ? liftDiscount(entry) : entry)) : given;
}

/** One discount stands on one thing from one instant, so these name it. */
function madeId(discount: JsonObject, coupon: unknown): string {
  const on = idOf(discount['subscription']) ?? idOf(discount['customer']) ?? '';
  return `discount:${on}:${idOf(coupon) ?? ''}:${String(discount['start'] ?? '')}`;
}
