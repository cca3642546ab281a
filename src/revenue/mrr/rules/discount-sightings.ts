// Where each discount of a subscription is seen: in its states, on its bills, among its customer's.
import { fraction, type Fraction } from '../../../kernel/index.ts';
import type { Bill } from './bills.ts';
import type {
  CustomerEvidence,
  DiscountTerms,
  LineEvidence,
  SubscriptionEvidence,
  SubscriptionState,
} from './evidence.ts';

/** What states and bills show of one discount. */
export interface Sightings {
  terms: DiscountTerms;
  /** Listed by the subscription's own states. */
  isOnSubscription: boolean;
  /** Listed by its states or on its bills, and not only among the customer's. */
  isShown: boolean;
  /** Its place among the discounts: an item's own, then the subscription's, then the customer's. */
  level: number;
  position: number;
  itemIds: Set<string> | null;
  /** The first and last bill that it is on. */
  firstBillAt: number | null;
  lastBillAt: number | null;
  lastBillEndAt: number | null;
  invoiceIds: Set<string>;
  /** Until when states show it in force. */
  shownUntil: number;
  taken: { at: number; itemId: string; amountMinor: Fraction }[];
}

/** Every discount that evidence shows, in the order in which they apply: an item's own, the subscription's, the customer's. */
export function sightingsOf(
  evidence: SubscriptionEvidence,
  customer: CustomerEvidence,
  bills: readonly Bill[],
): Sightings[] {
  const sightings = new Map<string, Sightings>();
  readStates(evidence, sightings);
  readBills(bills, sightings);
  readCustomer(evidence, customer, sightings);
  return [...sightings.values()].sort(byOrder);
}

function readStates({ dated, present }: SubscriptionEvidence, sightings: Map<string, Sightings>): void {
  const ordered = [...dated].sort((a, b) => a.state.at - b.state.at);
  for (const { state, before } of ordered) {
    if (before !== null) readState(before, state.at - 1, sightings);
    readState(state, state.at, sightings);
  }
  if (present === null) return;
  const at: number = present.at;
  // Nothing dates an undated state but its own billing period: it is of some instant in it.
  readState(present, present.isDated ? at : Math.max(at, (present.currentPeriodEndAt ?? at) - 1), sightings);
}

function readState(state: SubscriptionState, at: number, sightings: Map<string, Sightings>): void {
  const read = (terms: DiscountTerms, level: number, position: number, itemId: string | null) => {
    const seen = sight(sightings, terms, level, position, itemId === null ? null : new Set([itemId]));
    seen.isOnSubscription = true;
    seen.isShown = true;
    seen.position = position;
    if (itemId === null) seen.itemIds = null;
    else seen.itemIds?.add(itemId);
    seen.shownUntil = Math.max(seen.shownUntil, at);
  };
  for (const item of state.items)
    for (const [position, terms] of item.discounts.entries()) read(terms, 0, position, item.itemId);
  for (const [position, terms] of state.discounts.entries()) read(terms, 1, position, null);
}

function readBills(bills: readonly Bill[], sightings: Map<string, Sightings>): void {
  for (const { at, full, prorations } of bills) {
    for (const { itemId, line } of [...full, ...prorations]) {
      if (line.amountMinor <= 0) continue;
      for (const [position, { terms, amountMinor }] of line.discounts.entries()) {
        // A charge for the past is discounted as of its invoice: it shows the discount, but not from when.
        if (line.isProration && terms.coupon === null) continue;
        const seen = sight(sightings, terms, 1, position, new Set([itemId]));
        seen.isShown = true;
        seen.itemIds?.add(itemId);
        if (line.isProration) seen.shownUntil = Math.max(seen.shownUntil, terms.startAt);
        else readBill(seen, at, itemId, line, amountMinor);
      }
    }
  }
}

function readBill(seen: Sightings, at: number, itemId: string, line: LineEvidence, amountMinor: number): void {
  seen.firstBillAt ??= at;
  seen.lastBillAt = at;
  seen.lastBillEndAt = Math.max(seen.lastBillEndAt ?? line.endAt, line.endAt);
  seen.invoiceIds.add(line.invoiceId);
  seen.taken.push({ at, itemId, amountMinor: fraction(BigInt(amountMinor)) });
}

/** The customer's discounts come to a subscription while it has none of its own. */
function readCustomer(
  { present }: SubscriptionEvidence,
  { discounts }: CustomerEvidence,
  sightings: Map<string, Sightings>,
): void {
  for (const [position, terms] of discounts.entries()) {
    const seen = sight(sightings, terms, 2, position, null);
    seen.itemIds = null;
    if (present !== null)
      seen.shownUntil = Math.max(seen.shownUntil, present.at, (present.currentPeriodEndAt ?? present.at) - 1);
  }
}

function sight(
  sightings: Map<string, Sightings>,
  terms: DiscountTerms,
  level: number,
  position: number,
  itemIds: Set<string> | null,
): Sightings {
  const known = sightings.get(terms.discountId) ?? [...sightings.values()].find((other) => isSame(other.terms, terms));
  if (known !== undefined) {
    if (known.terms.coupon === null && terms.coupon !== null) known.terms = terms;
    return known;
  }
  const seen: Sightings = {
    terms,
    level,
    position,
    itemIds,
    isOnSubscription: false,
    isShown: false,
    firstBillAt: null,
    lastBillAt: null,
    lastBillEndAt: null,
    invoiceIds: new Set(),
    shownUntil: Number.NEGATIVE_INFINITY,
    taken: [],
  };
  sightings.set(terms.discountId, seen);
  return seen;
}

/** One discount, though older invoices may name it otherwise than its subscription does. */
export function isSame(a: DiscountTerms, b: DiscountTerms): boolean {
  return (
    a.discountId === b.discountId ||
    (a.coupon !== null && a.coupon.couponId === b.coupon?.couponId && a.startAt === b.startAt)
  );
}

function byOrder(a: Sightings, b: Sightings): number {
  return (
    a.level - b.level ||
    a.position - b.position ||
    a.terms.startAt - b.terms.startAt ||
    (a.terms.discountId < b.terms.discountId ? -1 : 1)
  );
}
