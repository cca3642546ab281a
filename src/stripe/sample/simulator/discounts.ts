// Gives out discounts of the company's coupons.
import { addMonthsClamped, instant } from '../../../kernel/index.ts';
import type { Customer, Discount, Item, Subscription } from './state.ts';

/** A discount of a coupon, from now on, for as long as the coupon says. */
export function newDiscount(
  customer: Customer,
  key: Discount['key'],
  at: number,
  on: { readonly subscription?: Subscription; readonly item?: Item; readonly byCode?: boolean },
): Discount {
  const { coupons } = customer.world;
  const coupon = coupons.coupon(key);
  coupons.redeem(key);
  const months = coupon.duration_in_months;
  return {
    id: `di_1${customer.random.letters(23)}`,
    coupon,
    key,
    promotionCodeId: on.byCode === true ? (coupons.promotionCode(key)?.id ?? null) : null,
    startAt: at,
    endAt: coupon.duration === 'repeating' && months !== null ? addMonthsClamped(instant(at), months) : null,
    subscriptionId: on.subscription?.id ?? null,
    itemId: on.item?.id ?? null,
  };
}
