// What a customer's evidence says about their MRR: spans of each subscription item.
import {
  dayOfInstant,
  instant,
  ZERO_MRR,
  type CivilDay,
  type MrrAmount,
  type TimeZone,
} from '../../../kernel/index.ts';
import type { MrrPolicy } from '../policy.ts';
import { billsOf } from './bills.ts';
import { discountWindows } from './discount-windows.ts';
import type { CustomerEvidence, Span, SpanReason, SubscriptionEvidence } from './evidence.ts';
import { itemHistories, type ItemVersion } from './item-histories.ts';
import { changeInstants, levelAt, type Level } from './levels.ts';
import { beginningOf, lifecycleOf } from './lifecycle.ts';
import { reasonOfChange } from './span-reasons.ts';

/**
 * The customer's MRR as effective-dated spans, per subscription item, in order of subscription, item and day; a span
 * counts at the end of each of its days in the zone (docs/formulas.md: the one series, 2 and 3; what MRR counts). The same
 * evidence in any order gives the same spans. What is known to come later (a discount's end, a scheduled cancellation)
 * is among them with its day.
 */
export function spansOf(evidence: CustomerEvidence, policy: MrrPolicy, zone: TimeZone): Span[] {
  return [...evidence.subscriptions]
    .sort((a, b) => (a.subscriptionId < b.subscriptionId ? -1 : 1))
    .flatMap((subscription) => subscriptionSpans(subscription, evidence, policy, zone));
}

function subscriptionSpans(
  subscription: SubscriptionEvidence,
  customer: CustomerEvidence,
  policy: MrrPolicy,
  zone: TimeZone,
): Span[] {
  const bills = billsOf(subscription);
  const beganAt = beginningOf(subscription, bills);
  if (beganAt === null) return [];
  const lifecycle = lifecycleOf(subscription, bills, beganAt, customer.deletedAt, policy);
  const histories = itemHistories(subscription, bills, beganAt);
  const windows = discountWindows(subscription, customer, bills);
  const days = dayLevels(
    changeInstants(histories, windows, lifecycle).map((at) => levelAt(at, histories, windows, lifecycle, policy)),
    zone,
  );
  return histories.flatMap(({ itemId }, index) => itemSpans(subscription.subscriptionId, itemId, index, days));
}

interface DayLevel {
  readonly day: CivilDay;
  readonly level: Level;
}

/** The level at the end of each day on which something changed. */
function dayLevels(levels: readonly Level[], zone: TimeZone): DayLevel[] {
  const days: DayLevel[] = [];
  for (const level of levels) {
    const day = dayOfInstant(instant(level.at), zone);
    if (days.at(-1)?.day === day) days.pop();
    days.push({ day, level });
  }
  return days;
}

interface OpenSpan {
  readonly startsOn: CivilDay;
  readonly amount: MrrAmount;
  readonly version: ItemVersion;
  readonly startReason: SpanReason;
}

function itemSpans(subscriptionId: string, itemId: string, index: number, days: readonly DayLevel[]): Span[] {
  const spans: Span[] = [];
  let open: OpenSpan | null = null;
  let before: Level | null = null;
  const close = (span: OpenSpan, endsOn: CivilDay | null, endReason: SpanReason | null) => {
    const {
      startsOn,
      amount,
      version: { price, quantity, evidenceId },
      startReason,
    } = span;
    spans.push({
      subscriptionId,
      itemId,
      priceId: price.priceId,
      productId: price.productId,
      currency: price.currency,
      startsOn,
      endsOn,
      amount,
      quantity,
      startReason,
      endReason,
      evidenceId,
    });
  };
  for (const { day, level } of days) {
    const { version, amount } = level.items[index] ?? { version: null, amount: ZERO_MRR };
    const isSame: boolean =
      open === null
        ? amount === ZERO_MRR
        : open.amount === amount &&
          open.version.price.priceId === version?.price.priceId &&
          open.version.quantity === version.quantity;
    if (!isSame) {
      const reason = reasonOfChange(before, level, index);
      if (open !== null) close(open, day, reason);
      open = version === null || amount === ZERO_MRR ? null : { startsOn: day, amount, version, startReason: reason };
    }
    before = level;
  }
  if (open !== null) close(open, null, null);
  return spans;
}
