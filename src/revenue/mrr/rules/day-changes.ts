// What spans change by day, price and currency.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import type { Span, SpanReason } from './evidence.ts';

/** A change of one price's amount in one currency on one day. */
export interface DayChange<R extends string = SpanReason> {
  readonly effectiveOn: CivilDay;
  readonly priceId: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly reason: R;
}

interface Net {
  readonly effectiveOn: CivilDay;
  readonly priceId: string;
  readonly currency: Currency;
  amount: bigint;
  /** The largest single rise and fall in it, and why. */
  up: bigint;
  upReason: SpanReason;
  down: bigint;
  downReason: SpanReason;
}

/**
 * What each day changes by price and currency, in order of day, currency and price. What nets to nothing is left out;
 * the reason is that of the largest part which goes the way of the net.
 */
export function dayChanges(spans: readonly Span[]): DayChange[] {
  const nets = new Map<string, Net>();
  const add = (effectiveOn: CivilDay, { priceId, currency }: Span, amount: bigint, reason: SpanReason) => {
    const key = `${effectiveOn} ${currency} ${priceId}`;
    let net = nets.get(key);
    if (net === undefined) {
      net = { effectiveOn, priceId, currency, amount: 0n, up: 0n, upReason: reason, down: 0n, downReason: reason };
      nets.set(key, net);
    }
    net.amount += amount;
    if (amount > net.up) [net.up, net.upReason] = [amount, reason];
    if (amount < net.down) [net.down, net.downReason] = [amount, reason];
  };
  for (const span of [...spans].sort(bySpan)) {
    add(span.startsOn, span, span.amount, span.startReason);
    if (span.endsOn !== null) add(span.endsOn, span, -span.amount, span.endReason ?? 'canceled_unknown');
  }
  return [...nets.values()]
    .filter(({ amount }) => amount !== 0n)
    .map(({ effectiveOn, priceId, currency, amount, upReason, downReason }) => ({
      effectiveOn,
      priceId,
      currency,
      amount,
      reason: amount > 0n ? upReason : downReason,
    }))
    .sort(byPlace);
}

/** Changes in order of day, those of each day by themselves. */
export function byDay<R extends string>(changes: readonly DayChange<R>[]): DayChange<R>[][] {
  const days = new Map<CivilDay, DayChange<R>[]>();
  for (const change of changes) {
    const day = days.get(change.effectiveOn);
    if (day === undefined) days.set(change.effectiveOn, [change]);
    else day.push(change);
  }
  return [...days.values()];
}

function byPlace(a: DayChange, b: DayChange): number {
  return compare(a.effectiveOn, b.effectiveOn) || compare(a.currency, b.currency) || compare(a.priceId, b.priceId);
}

function bySpan(a: Span, b: Span): number {
  return compare(a.subscriptionId, b.subscriptionId) || compare(a.itemId, b.itemId) || compare(a.startsOn, b.startsOn);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
