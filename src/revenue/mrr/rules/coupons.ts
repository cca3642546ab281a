// What coupons leave of the amounts that are billed together.
import {
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  type Currency,
  type Fraction,
} from '../../../kernel/index.ts';
import type { MrrPolicy } from '../policy.ts';
import { ZERO } from './amounts.ts';
import type { CouponTerms, DiscountTerms, PriceTerms } from './evidence.ts';

/** One discount over amounts billed together. */
export interface Reduction {
  /** 25 for a quarter off; null for a fixed amount. */
  readonly percentOff: Fraction | null;
  /** Minor units off all eligible amounts together. */
  readonly amountOffMinor: Fraction | null;
  /** Which amounts it fits, by position. */
  readonly isEligible: (index: number) => boolean;
  /** Which of the eligible amounts it is subtracted from; the others keep their share of a fixed amount. */
  readonly isSubtracted?: (index: number) => boolean;
}

const HUNDRED = fraction(100n);

/**
 * The amounts after the reductions: in order, each on what is left, a fixed amount spread over what is eligible in
 * proportion, never below zero (docs/formulas.md: money mechanics, coupons; what MRR counts, fixed-amount coupon).
 */
export function remainingAfter(amounts: readonly Fraction[], reductions: readonly Reduction[]): Fraction[] {
  const left = [...amounts];
  for (const { percentOff, amountOffMinor, isEligible, isSubtracted = () => true } of reductions) {
    const share =
      percentOff === null
        ? fixedShare(left, amountOffMinor ?? ZERO, isEligible)
        : cap(divideFractions(percentOff, HUNDRED));
    if (share.numerator === 0n) continue;
    const kept = fraction(share.denominator - share.numerator, share.denominator);
    for (const [index, amount] of left.entries()) {
      if (isEligible(index) && isSubtracted(index)) left[index] = multiplyFractions(amount, kept);
    }
  }
  return left;
}

/**
 * Whether MRR is reduced by the discount on an item of the price (docs/formulas.md: coupon, forever · repeating · once). A
 * repeating coupon covers two invoices or more when it lasts longer than one interval of the price.
 */
export function isSubtractedFrom(
  price: PriceTerms,
  discount: DiscountTerms,
  coupon: CouponTerms,
  policy: MrrPolicy,
): boolean {
  if (coupon.duration === 'forever') return true;
  if (coupon.duration === 'once') return policy.onceCoupon === 'subtracted';
  if (policy.repeatingCoupon !== 'subtracted_from_two_invoices') return policy.repeatingCoupon === 'subtracted';
  const months = monthsOf(discount, coupon);
  return months === null || months > monthsPerInterval(price);
}

/** Whether the coupon can take something off the price: its products, and its currency when it is a fixed amount. */
export function fits(coupon: CouponTerms, price: Pick<PriceTerms, 'currency' | 'productId'>): boolean {
  if (coupon.percentOff === null && coupon.currency !== null && coupon.currency !== (price.currency satisfies Currency))
    return false;
  return coupon.productIds === null || (price.productId !== null && coupon.productIds.includes(price.productId));
}

function fixedShare(left: readonly Fraction[], amountOff: Fraction, isEligible: (index: number) => boolean): Fraction {
  const eligible = left.filter((_, index) => isEligible(index));
  const total = eligible.reduce((sum, amount) => addOf(sum, amount), ZERO);
  return total.numerator <= 0n ? ZERO : cap(divideFractions(amountOff, total));
}

function addOf(a: Fraction, b: Fraction): Fraction {
  return a.denominator === b.denominator
    ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
    : {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };
}

/** A share of at most everything and at least nothing. */
function cap(share: Fraction): Fraction {
  if (share.numerator <= 0n) return ZERO;
  return compareFractions(share, fraction(1n)) > 0 ? fraction(1n) : share;
}

const SECONDS_PER_MONTH = (365 * 86_400) / 12;
const MONTHS: Readonly<Record<PriceTerms['interval'], number>> = { year: 12, month: 1, week: 84 / 365, day: 12 / 365 };

function monthsPerInterval(price: PriceTerms): number {
  return MONTHS[price.interval] * price.intervalCount;
}

function monthsOf(discount: DiscountTerms, coupon: CouponTerms): number | null {
  if (coupon.durationInMonths !== null) return coupon.durationInMonths;
  // A calendar month is up to three days longer than the mean one, so lengths read off instants are rounded to half months.
  return discount.endAt === null ? null : Math.round(((discount.endAt - discount.startAt) / SECONDS_PER_MONTH) * 2) / 2;
}
