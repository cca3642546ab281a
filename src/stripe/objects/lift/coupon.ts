// Coupons and promotion codes.
import { isObject, type JsonObject } from '../fields.ts';

/** A coupon in the pinned shape; fractional percentages once stood in a field of their own. */
export function liftCoupon(coupon: JsonObject): JsonObject {
  const precise = coupon['percent_off_precise'];
  return precise === undefined || precise === null ? coupon : { ...coupon, percent_off: precise };
}

/** A promotion code in the pinned shape, where the coupon stands in `promotion`. */
export function liftPromotionCode(code: JsonObject): JsonObject {
  if (isObject(code['promotion'])) return code;
  return { ...code, promotion: { type: 'coupon', coupon: code['coupon'] ?? null } };
}
