// The movements that a customer's spans imply: the economic series.
import { mrr, splitByLargestRemainder, type Currency, type MrrAmount } from '../../../kernel/index.ts';
import { COUNTINGHOUSE_POLICY, type MrrPolicy } from '../policy.ts';
import { byDay, dayChanges, type DayChange } from './day-changes.ts';
import type { Movement, MovementKind, Span, SpanReason } from './evidence.ts';

/** A customer's standing before a day: amounts by currency, and whether any was ever above zero. */
export interface Standing {
  readonly totals: Map<Currency, bigint>;
  wasEverPositive: boolean;
  /** Fell to nothing by a discount or a free price, under a policy that keeps such a customer. */
  isHeldFree: boolean;
}

/** One kind's part of a day's change of a price. */
export interface KindPart<R extends string = SpanReason> {
  readonly change: DayChange<R>;
  readonly kind: MovementKind;
  readonly amount: MrrAmount;
}

/**
 * The customer's movements, each day's net in one kind, in order of day, currency, price and kind; losses are below
 * zero. What merely moves between prices of a currency is transfer, which sums to zero. Two currencies are never set
 * against each other: what moves from one to another is contraction here and expansion there (docs/formulas.md: the one
 * series, 4).
 */
export function movementsOf(spans: readonly Span[], policy: MrrPolicy = COUNTINGHOUSE_POLICY): Movement[] {
  const standing = nothingYet();
  return byDay(dayChanges(spans)).flatMap((changes) => {
    const parts = classified(changes, standing, policy);
    return parts.map(({ change: { effectiveOn, priceId, currency, reason }, kind, amount }) => ({
      effectiveOn,
      priceId,
      currency,
      kind,
      amount,
      reason,
    }));
  });
}

/** A customer before anything is known of them. */
export function nothingYet(): Standing {
  return { totals: new Map(), wasEverPositive: false, isHeldFree: false };
}

/** One day's changes as parts of one kind each; the standing is brought up to the end of the day. */
export function classified<R extends string>(
  changes: readonly DayChange<R>[],
  standing: Standing,
  policy: MrrPolicy,
): KindPart<R | 'price_changed'>[] {
  const wasActive = isActive(standing) || standing.isHeldFree;
  const { wasEverPositive } = standing;
  for (const { currency, amount } of changes) {
    standing.totals.set(currency, (standing.totals.get(currency) ?? 0n) + amount);
  }
  const isNowActive = isActive(standing);
  const isFree = changes.every(({ amount, reason }) => amount > 0n || reason === 'free_or_fully_discounted');
  standing.isHeldFree = !isNowActive && wasActive && isFree && policy.freeOrFullyDiscounted === 'contraction';
  standing.wasEverPositive ||= isNowActive;
  if (!wasActive) return whole(changes, wasEverPositive ? 'reactivation' : 'new');
  if (!isNowActive && !standing.isHeldFree) return whole(changes, 'churn');
  const currencies = [...new Set(changes.map(({ currency }) => currency))];
  return currencies.flatMap((currency) => withinCurrency(changes.filter((change) => change.currency === currency)));
}

/** Changes of one currency while the customer stays: the net is expansion or contraction, what offsets it transfer. */
function withinCurrency<R extends string>(changes: readonly DayChange<R>[]): KindPart<R | 'price_changed'>[] {
  const net = changes.reduce((sum, { amount }) => sum + amount, 0n);
  const kind = net > 0n ? 'expansion' : 'contraction';
  const isAlong = ({ amount }: DayChange<R>) => (net >= 0n ? amount > 0n : amount < 0n);
  const along = changes.filter(isAlong);
  if (along.length === changes.length) return whole(changes, kind);
  const shares = splitByLargestRemainder(
    net,
    along.map(({ amount }) => (amount < 0n ? -amount : amount)),
  );
  return changes.flatMap((change) => {
    const share = isAlong(change) ? (shares.shift() ?? 0n) : 0n;
    const moved = change.amount - share;
    const exchanged = { ...change, reason: isExchange(change.reason) ? ('price_changed' as const) : change.reason };
    const parts: KindPart<R | 'price_changed'>[] = [];
    if (share !== 0n) parts.push({ change: exchanged, kind, amount: mrr(share) });
    if (moved !== 0n) {
      parts.push({ change: exchanged, kind: moved > 0n ? 'transfer_in' : 'transfer_out', amount: mrr(moved) });
    }
    return parts;
  });
}

/** A subscription that ends on the day another begins is exchanged for it: to the customer, the price changed. */
function isExchange(reason: string): boolean {
  return reason === 'started' || reason.startsWith('canceled_');
}

function whole<R extends string>(changes: readonly DayChange<R>[], kind: MovementKind): KindPart<R>[] {
  return changes.map((change) => ({ change, kind, amount: mrr(change.amount) }));
}

function isActive({ totals }: Standing): boolean {
  for (const total of totals.values()) if (total > 0n) return true;
  return false;
}
