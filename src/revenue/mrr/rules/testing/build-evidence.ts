// Short ways to write evidence in tests: what is not said is the plainest it can be.
import {
  currency,
  dayOfInstant,
  fraction,
  instant,
  parseDecimal,
  timeZone,
  type CivilDay,
  type Instant,
  type TimeZone,
} from '../../../../kernel/index.ts';
import type {
  CouponTerms,
  CustomerEvidence,
  DiscountTerms,
  ItemState,
  LineEvidence,
  PriceTerms,
  Span,
  SubscriptionEvidence,
  SubscriptionState,
} from '../evidence.ts';

export const UTC: TimeZone = timeZone('UTC');

/** Midnight, or the time given, in UTC. */
export function at(text: string): Instant {
  return instant(Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`) / 1000);
}

export function price(priceId: string, unitAmount: number | string, terms: Partial<PriceTerms> = {}): PriceTerms {
  return {
    priceId,
    productId: `prod_${priceId}`,
    currency: currency('usd'),
    scheme: 'per_unit',
    unitAmountMinor: parseDecimal(String(unitAmount)),
    tiers: [],
    packageOf: null,
    isMetered: false,
    interval: 'month',
    intervalCount: 1,
    inclusiveTaxRate: null,
    ...terms,
  };
}

export const STARTER = price('starter', 1900);
export const PRO = price('pro', 4900);
export const FREE = price('free', 0);
export const PRO_YEARLY = price('pro_yearly', 49_000, { interval: 'year' });

export function percentOff(percent: number, terms: Partial<CouponTerms> = {}): CouponTerms {
  return {
    couponId: `percent_${percent}`,
    percentOff: parseDecimal(String(percent)),
    amountOffMinor: null,
    currency: null,
    duration: 'forever',
    durationInMonths: null,
    productIds: null,
    ...terms,
  };
}

export function amountOff(minor: number, terms: Partial<CouponTerms> = {}): CouponTerms {
  return {
    couponId: `amount_${minor}`,
    percentOff: null,
    amountOffMinor: fraction(BigInt(minor)),
    currency: currency('usd'),
    duration: 'forever',
    durationInMonths: null,
    productIds: null,
    ...terms,
  };
}

export function discount(
  coupon: CouponTerms | null,
  from: string,
  to: string | null = null,
  discountId = `di_${coupon?.couponId ?? 'x'}`,
): DiscountTerms {
  return { discountId, coupon, startAt: at(from), endAt: to === null ? null : at(to) };
}

export function item(
  of: PriceTerms,
  quantity = 1,
  itemId = 'si_1',
  discounts: readonly DiscountTerms[] = [],
): ItemState {
  return { itemId, price: of, quantity, discounts };
}

/** A state of an event at the instant; `present` makes an undated one. */
export function state(
  when: string,
  items: readonly ItemState[],
  rest: Partial<SubscriptionState> = {},
): SubscriptionState {
  return {
    at: at(when),
    isDated: true,
    sourceId: `evt_${when}`,
    status: 'active',
    items,
    discounts: [],
    startAt: at('2026-01-01'),
    trialStartAt: null,
    trialEndAt: null,
    currentPeriodStartAt: null,
    currentPeriodEndAt: null,
    cancelAt: null,
    isCancelAtPeriodEnd: false,
    endedAt: null,
    cancellationReason: null,
    pause: null,
    ...rest,
  };
}

export function present(
  when: string,
  items: readonly ItemState[],
  rest: Partial<SubscriptionState> = {},
): SubscriptionState {
  return state(when, items, { isDated: false, sourceId: 'sub_1', ...rest });
}

/** A paid line of a cycle invoice for a full billing period, from one day to another. */
export function line(of: PriceTerms, from: string, to: string, rest: Partial<LineEvidence> = {}): LineEvidence {
  const quantity = rest.quantity ?? 1;
  const unit = of.unitAmountMinor ?? fraction(0n);
  return {
    lineId: `il_${of.priceId}_${from}${rest.isProration === true ? '_p' : ''}`,
    invoiceId: `in_${from}`,
    itemId: 'si_1',
    price: of,
    quantity,
    isProration: false,
    amountMinor: Number((unit.numerator * BigInt(quantity)) / unit.denominator),
    startAt: at(from),
    endAt: at(to),
    discounts: [],
    inclusiveTaxRate: null,
    billingReason: 'subscription_cycle',
    invoiceStatus: 'paid',
    finalizedAt: at(from),
    wasAttempted: true,
    ...rest,
  };
}

/** Monthly lines from `from` (YYYY-MM) on, one for each month. */
export function monthly(
  of: PriceTerms,
  from: string,
  months: number,
  rest: Partial<LineEvidence> = {},
): LineEvidence[] {
  const [year = 0, first = 1] = from.split('-').map(Number);
  return Array.from({ length: months }, (_, index) => {
    const day = (offset: number) => new Date(Date.UTC(year, first - 1 + offset, 1)).toISOString().slice(0, 10);
    return line(of, day(index), day(index + 1), rest);
  });
}

/** The credit and the debit of a change within a period. */
export function proration(
  was: PriceTerms,
  is: PriceTerms,
  from: string,
  to: string,
  quantities: readonly [number, number] = [1, 1],
): LineEvidence[] {
  const shared = { isProration: true, billingReason: 'subscription_update' };
  return [
    line(was, from, to, {
      ...shared,
      lineId: `il_credit_${from}`,
      quantity: quantities[0],
      amountMinor: was === FREE ? 0 : -500,
    }),
    line(is, from, to, {
      ...shared,
      lineId: `il_debit_${from}`,
      quantity: quantities[1],
      amountMinor: is === FREE ? 0 : 900,
    }),
  ];
}

export function subscription(rest: Partial<SubscriptionEvidence>): SubscriptionEvidence {
  return { subscriptionId: 'sub_1', present: null, dated: [], lines: [], ...rest };
}

export function customer(
  subscriptions: readonly SubscriptionEvidence[],
  rest: Partial<CustomerEvidence> = {},
): CustomerEvidence {
  return { customerId: 'cus_1', subscriptions, discounts: [], deletedAt: null, ...rest };
}

/** Spans as one readable line each: `starter×1 19.00 2026-01-01..2026-02-01 started>price_changed`. */
export function told(spans: readonly Span[]): string[] {
  return spans.map(({ priceId, quantity, amount, startsOn, endsOn, startReason, endReason }) => {
    const units = (Number(amount) / 10_000 / 100).toFixed(4).replace(/(\.\d\d)00$/, '$1');
    return `${priceId}×${quantity} ${units} ${startsOn}..${endsOn ?? ''} ${startReason}>${endReason ?? ''}`;
  });
}

export function dayOf(when: Instant): CivilDay {
  return dayOfInstant(when, UTC);
}
