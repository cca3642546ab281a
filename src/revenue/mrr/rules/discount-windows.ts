// Which discounts a subscription had in force, from when until when.
import type { Fraction } from '../../../kernel/index.ts';
import type { Bill } from './bills.ts';
import { fits } from './coupons.ts';
import { isSame, sightingsOf, type Sightings } from './discount-sightings.ts';
import type { CustomerEvidence, DiscountTerms, SubscriptionEvidence, SubscriptionState } from './evidence.ts';

export interface DiscountWindow {
  readonly terms: DiscountTerms;
  readonly from: number;
  readonly to: number;
  /** The items it is on; null for the whole subscription. */
  readonly itemIds: ReadonlySet<string> | null;
  /** For a discount whose coupon is unknown: what it took off each item's bill, from when. */
  readonly taken: readonly { readonly at: number; readonly itemId: string; readonly amountMinor: Fraction }[];
}

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * The discounts of the subscription in the order in which they apply. One is in force from its start (or the first
 * bill that it is on, if that is earlier) until its end, or until a bill or state that should show it does not. The
 * customer's come after the subscription's own have ended.
 */
export function discountWindows(
  evidence: SubscriptionEvidence,
  customer: CustomerEvidence,
  bills: readonly Bill[],
): DiscountWindow[] {
  const windows = sightingsOf(evidence, customer, bills).map((seen) => ({
    seen,
    window: windowOf(seen, evidence, customer, bills),
  }));
  let ownUntil = Number.NEGATIVE_INFINITY;
  for (const { seen, window } of windows) {
    if (isInForce(window) && !isListed(customer.discounts, seen.terms)) ownUntil = Math.max(ownUntil, window.to);
  }
  return windows
    .map(({ seen, window }) =>
      window === null || seen.isShown ? window : { ...window, from: Math.max(window.from, ownUntil) },
    )
    .filter(isInForce);
}

function windowOf(
  seen: Sightings,
  evidence: SubscriptionEvidence,
  customer: CustomerEvidence,
  bills: readonly Bill[],
): DiscountWindow | null {
  const { terms, taken } = seen;
  const from = Math.min(terms.startAt, seen.firstBillAt ?? terms.startAt);
  if (terms.coupon === null && (taken.length === 0 || wasOnOneOfSeveral(seen, bills))) return null;
  const removedAt = Math.min(missingBillAt(seen, from, bills), missingStateAt(seen, from, evidence, customer));
  const onceTo = terms.coupon?.duration === 'once' ? (seen.lastBillEndAt ?? currentPeriodEnd(evidence, from)) : FOREVER;
  const itemIds = !seen.isOnSubscription && coversAllItems(seen, bills) ? null : seen.itemIds;
  return {
    terms,
    from,
    to: Math.min(terms.endAt ?? FOREVER, removedAt, onceTo),
    itemIds,
    taken: terms.coupon === null ? taken : [],
  };
}

/** Of a discount known by id alone: on one invoice while later ones lack it, it was for once. */
function wasOnOneOfSeveral({ invoiceIds, lastBillAt }: Sightings, bills: readonly Bill[]): boolean {
  return invoiceIds.size === 1 && bills.some((bill) => bill.isCharged && bill.at > (lastBillAt ?? 0));
}

/** The first charge after everything that shows the discount, which it should be on and is not. */
function missingBillAt(
  { terms, itemIds, lastBillAt, shownUntil }: Sightings,
  from: number,
  bills: readonly Bill[],
): number {
  const shown = Math.max(lastBillAt ?? Number.NEGATIVE_INFINITY, shownUntil, from - 1);
  const missing = bills.find((bill) => {
    if (bill.at <= shown || bill.at >= (terms.endAt ?? FOREVER)) return false;
    return bill.full.some(({ itemId, line }) => {
      const isEligible = (itemIds?.has(itemId) ?? true) && (terms.coupon === null || fits(terms.coupon, line.price));
      return isEligible && line.amountMinor > line.discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    });
  });
  if (missing === undefined) return FOREVER;
  // On no bill and in no state since: it was gone before it took anything off.
  return lastBillAt === null && shownUntil < from ? from : missing.at;
}

/** The first state after everything that shows the discount, which should list it and does not. */
function missingStateAt(
  { terms, isOnSubscription, lastBillAt, shownUntil }: Sightings,
  from: number,
  { dated, present }: SubscriptionEvidence,
  customer: CustomerEvidence,
): number {
  const shown = Math.max(lastBillAt ?? Number.NEGATIVE_INFINITY, shownUntil, from);
  const candidates = isOnSubscription
    ? dated.filter(({ state }) => state.at > shown && !lists(state, terms)).map(({ state }): number => state.at)
    : [];
  // Known by id alone, it may be the customer's: then the subscription never lists it, and only bills tell.
  const shouldBeListed = terms.coupon !== null && !isListed(customer.discounts, terms);
  if (present !== null && present.at >= from && shouldBeListed && !lists(present, terms)) {
    const periodEnd = present.currentPeriodEndAt ?? FOREVER;
    // The undated present is of some instant before its period ends: by then the discount may have run out by itself.
    const isExpired = terms.endAt !== null && (present.isDated ? terms.endAt <= present.at : terms.endAt < periodEnd);
    if (!isExpired && (lastBillAt ?? 0) < periodEnd) candidates.push(Math.max(present.at, shown));
  }
  return candidates.length === 0 ? FOREVER : Math.min(...candidates);
}

function lists(state: SubscriptionState, terms: DiscountTerms): boolean {
  return isListed(state.discounts, terms) || state.items.some((item) => isListed(item.discounts, terms));
}

function isListed(discounts: readonly DiscountTerms[], terms: DiscountTerms): boolean {
  return discounts.some((other) => isSame(other, terms));
}

function currentPeriodEnd({ present }: SubscriptionEvidence, from: number): number {
  const end = present?.currentPeriodEndAt ?? null;
  return end !== null && end > from ? end : from;
}

/** Whether every bill that has the discount has it on every item that it fits. */
function coversAllItems({ terms, itemIds, firstBillAt, lastBillAt }: Sightings, bills: readonly Bill[]): boolean {
  return bills
    .filter((bill) => bill.at >= (firstBillAt ?? FOREVER) && bill.at <= (lastBillAt ?? 0))
    .every((bill) =>
      bill.full.every(({ itemId, line }) => {
        const isFitting = line.amountMinor > 0 && (terms.coupon === null || fits(terms.coupon, line.price));
        return !isFitting || itemIds?.has(itemId) === true;
      }),
    );
}

function isInForce(window: DiscountWindow | null): window is DiscountWindow {
  return window !== null && window.from < window.to;
}
