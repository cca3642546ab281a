// Billing periods: how long they are and when they end.
import { addMonthsClamped, instant } from '../../../kernel/index.ts';
import { DAY } from '../calendar.ts';
import type { Subscription } from './state.ts';

/** The end of the billing period that begins at the instant: by the anchor, clamped to short months, without drift. */
export function nextPeriodEnd(subscription: Subscription, startAt: number): number {
  const months = monthsOf(subscription);
  const passed = Math.floor((startAt - subscription.anchorAt) / (31 * DAY) / months);
  for (let count = Math.max(1, passed) * months; ; count += months) {
    const endAt = addMonthsClamped(instant(subscription.anchorAt), count);
    if (endAt > startAt) return endAt;
  }
}

/** How often the subscription bills, in months. */
export function monthsOf(subscription: Subscription): number {
  return subscription.items[0]?.price.months ?? 1;
}
