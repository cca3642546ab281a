// Discounts and coupons of the billing tables as the terms that the MRR rules read.
import { currency, instant, parseDecimal, fraction } from '../../../../kernel/index.ts';
import type { Currency } from '../../../../kernel/index.ts';
import type { CouponRow, DiscountRow } from '../../../../billing/discounts/index.ts';
import type { SubscriptionStateRecord } from '../../../../billing/subscriptions/index.ts';
import type { CouponTerms, DiscountTerms } from '../../rules/index.ts';
import type { BillingRecords, LineRecord } from './load.ts';

/** The ids of all discounts that the states and lines name. */
export function discountRecords(states: readonly SubscriptionStateRecord[], lines: readonly LineRecord[]): string[] {
  const ids = new Set<string>();
  for (const state of states) {
    for (const id of state.discountIds) ids.add(id);
    for (const item of state.items) for (const id of item.discountIds) ids.add(id);
  }
  for (const line of lines) {
    for (const discount of line.discounts) ids.add(discount.discountId);
    for (const id of untoldDiscountIds(line)) ids.add(id);
  }
  return [...ids];
}

/** The ids of the discounts of the line's invoice, where the line does not say itself what it was discounted by. */
export function untoldDiscountIds({ row, invoice }: LineRecord): readonly string[] {
  return row.discount_amounts === null && invoice.discount_ids !== '[]'
    ? (JSON.parse(invoice.discount_ids) as string[])
    : [];
}

/** A discount by its id; one that is known by id only counts from `fallbackStart`. */
export function discountTerms(
  billing: Pick<BillingRecords, 'discounts' | 'coupons'>,
  discountId: string,
  billedIn: Currency,
  fallbackStart: number,
): DiscountTerms {
  const row = billing.discounts.get(discountId);
  if (row === undefined) return { discountId, coupon: null, startAt: instant(fallbackStart), endAt: null };
  const coupon = row.coupon_id === null ? undefined : billing.coupons.get(row.coupon_id);
  return {
    discountId,
    coupon: coupon === undefined ? null : couponTerms(coupon, billedIn),
    startAt: instant(row.start_at),
    endAt: endOf(row),
  };
}

/** The discounts on the customer itself, which no subscription, item or invoice has for its own. */
export function customerDiscounts(billing: BillingRecords, customerId: string, billedIn: Currency): DiscountTerms[] {
  const rows = billing.discountsByCustomer.get(customerId) ?? [];
  return rows
    .filter((row) => row.subscription_id === null && row.subscription_item_id === null && row.invoice_id === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((row) => discountTerms(billing, row.id, billedIn, row.start_at));
}

function endOf(row: DiscountRow): DiscountTerms['endAt'] {
  const ends = [row.end_at, row.deleted_at].filter((at) => at !== null);
  return ends.length === 0 ? null : instant(Math.min(...ends));
}

function couponTerms(row: CouponRow, billedIn: Currency): CouponTerms {
  const options = row.currency_options === null ? {} : (JSON.parse(row.currency_options) as Record<string, number>);
  const optional = options[billedIn];
  const isElsewhere = row.currency !== null && row.currency !== billedIn;
  const amount = isElsewhere && optional !== undefined ? optional : row.amount_off_minor;
  return {
    couponId: row.id,
    percentOff: row.percent_off === null ? null : parseDecimal(row.percent_off),
    amountOffMinor: amount === null ? null : fraction(BigInt(amount)),
    currency: row.currency === null ? null : isElsewhere && optional !== undefined ? billedIn : currency(row.currency),
    duration: row.duration as CouponTerms['duration'],
    durationInMonths: row.duration_in_months,
    productIds: row.product_ids === null ? null : (JSON.parse(row.product_ids) as string[]),
  };
}
