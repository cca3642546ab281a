// A subscription's invoice lines in order of service, and what each billing period's lines say.
import { compareFractions, fraction } from '../../../kernel/index.ts';
import { grossOf } from './amounts.ts';
import { isPriced, joinTierLines } from './tier-lines.ts';
import type { ItemState, LineEvidence, PriceTerms, SubscriptionEvidence, SubscriptionState } from './evidence.ts';
import { type DatedSight, datedSights, isClosed, isUnbilledPeriod } from './unbilled.ts';

/** A line with the item that it certainly or most likely bills. */
export interface ItemLine {
  readonly itemId: string;
  readonly line: LineEvidence;
}

/** All lines whose service begins at one instant. */
export interface Bill {
  readonly at: number;
  /** The latest end of the full-period lines; `at` when there are only prorations. */
  readonly endAt: number;
  /** Lines for a full billing period, void ones first, so that a replacement speaks last. */
  readonly full: readonly ItemLine[];
  readonly prorations: readonly ItemLine[];
  /** The period was not billed: its invoices closed as a paused collection closes them. */
  readonly isUnbilled: boolean;
  /** All that billed the period was voided or written off, by whomever. */
  readonly isClosed: boolean;
  /** Billed at nothing although the prices cost something: a trial period. */
  readonly isTrial: boolean;
  /** Something was charged for a full period and billed. */
  readonly isCharged: boolean;
}

/** The subscription's bills in order; metered lines, and lines of invoices that took nothing into effect, are left out. */
export function billsOf(evidence: SubscriptionEvidence): Bill[] {
  const lines = joinTierLines(
    evidence.lines.filter((line) => !line.price.isMetered && !isWithoutEffect(line, evidence.present)),
  );
  if (lines.length === 0) return [];
  const itemIdOf = itemFinder(evidence);
  const ordered = lines.map((line) => ({ itemId: itemIdOf(line), line })).sort(byService);
  const sights = datedSights(evidence);
  const bills: Bill[] = [];
  for (let first = 0; first < ordered.length; ) {
    const at = ordered[first]?.line.startAt;
    let next = first + 1;
    while (ordered[next]?.line.startAt === at) next += 1;
    bills.push(billOf(ordered.slice(first, next), at ?? 0, sights));
    first = next;
  }
  return bills;
}

/** The states of a subscription that evidence holds, in no order. */
export function statesOf(evidence: SubscriptionEvidence): SubscriptionState[] {
  const states = evidence.dated.flatMap(({ state, before }) => (before === null ? [state] : [before, state]));
  return evidence.present === null ? states : [...states, evidence.present];
}

function billOf(lines: readonly ItemLine[], at: number, sights: readonly DatedSight[]): Bill {
  const full = lines.filter(({ line }) => !line.isProration);
  const priced = full.filter(({ line }) => costsSomething(line.price, line.quantity));
  const fullLines = full.map(({ line }) => line);
  const isUnbilled = isUnbilledPeriod(fullLines, sights);
  const isTrial = priced.length > 0 && priced.every(({ line }) => line.amountMinor === 0);
  return {
    at,
    endAt: full.reduce((end, { line }) => Math.max(end, line.endAt), at),
    full,
    prorations: lines.filter(({ line }) => line.isProration),
    isUnbilled,
    isClosed: full.length > 0 && fullLines.every(isClosed),
    isTrial,
    isCharged: !isUnbilled && priced.some(({ line }) => line.amountMinor > 0),
  };
}

const HALF_MINOR = fraction(1n, 2n);

function costsSomething(price: PriceTerms, quantity: number): boolean {
  return !isPriced(price) || compareFractions(grossOf(price, quantity), HALF_MINOR) >= 0;
}

/**
 * A voided invoice of an update, or of a subscription that never came to be, shows what was not done: a switch whose
 * payment failed is taken back whole, its full period with its prorations.
 */
function isWithoutEffect(line: LineEvidence, present: SubscriptionState | null): boolean {
  if (line.invoiceStatus !== 'void') return false;
  return (
    line.billingReason === 'subscription_update' ||
    (line.billingReason === 'subscription_create' && !line.isProration && present === null)
  );
}

/** Old lines name no item: they bill the item of their price, or the only one there is; else the price stands for it. */
function itemFinder(evidence: SubscriptionEvidence): (line: LineEvidence) => string {
  if (evidence.lines.every((line) => line.itemId !== null)) return (line) => line.itemId ?? line.price.priceId;
  const byPrice = new Map<string, string>();
  const ids = new Set<string>();
  const named: readonly { itemId: string | null; price: PriceTerms }[] = [
    ...statesOf(evidence).flatMap((state): readonly ItemState[] => state.items),
    ...evidence.lines,
  ];
  for (const { itemId, price } of named) {
    if (itemId === null) continue;
    ids.add(itemId);
    const other = byPrice.get(price.priceId);
    if (other === undefined || itemId < other) byPrice.set(price.priceId, itemId);
  }
  const [only] = ids.size === 1 ? ids : [];
  return ({ itemId, price }) => itemId ?? byPrice.get(price.priceId) ?? only ?? price.priceId;
}

function byService(a: ItemLine, b: ItemLine): number {
  return (
    a.line.startAt - b.line.startAt ||
    Number(b.line.invoiceStatus === 'void') - Number(a.line.invoiceStatus === 'void') ||
    (a.line.finalizedAt ?? 0) - (b.line.finalizedAt ?? 0) ||
    (a.line.lineId < b.line.lineId ? -1 : a.line.lineId > b.line.lineId ? 1 : 0)
  );
}
