// Why an item's amount begins, changes or ends, from what it was and what it became.
import type { SpanReason } from './evidence.ts';
import type { ItemLevel, Level } from './levels.ts';

/**
 * The reason of an item's change from one level of its subscription to the next; `before` is null where the
 * subscription begins. Levels are those at the ends of days, so that changes within a day have one reason.
 */
export function reasonOfChange(before: Level | null, after: Level, index: number): SpanReason {
  if (before === null) return 'started';
  if (after.gate !== null) return after.gate.reason;
  if (before.gate !== null) {
    if (before.gate.standing === 'trial') return 'trial_converted';
    return before.gate.standing === 'incomplete' ? 'started' : 'resumed';
  }
  const was = before.items[index];
  const is = after.items[index];
  if (was === undefined || is === undefined || was.version === null || is.version === null)
    return reasonOfComing(before, after, index);
  if (
    was.version.quantity !== is.version.quantity &&
    (is.version.quantity === 0 || is.version.price.priceId === was.version.price.priceId)
  ) {
    return is.amount === 0n && is.version.quantity !== 0 ? 'free_or_fully_discounted' : 'quantity_changed';
  }
  if (is.amount === 0n) return 'free_or_fully_discounted';
  if (was.version.price.priceId !== is.version.price.priceId) return 'price_changed';
  return is.amount < was.amount ? 'discount_started' : 'discount_expired';
}

/** An item that came or went: on its own, in exchange for another, or as the last one. */
function reasonOfComing(before: Level, after: Level, index: number): SpanReason {
  const hasCome = after.items[index]?.version !== null;
  const isExchange = after.items.some((item, other) => {
    const was = before.items[other]?.version ?? null;
    return other !== index && (hasCome ? was !== null && item.version === null : was === null && item.version !== null);
  });
  if (isExchange) return isFree(after.items) ? 'free_or_fully_discounted' : 'price_changed';
  if (hasCome) return before.items.some(({ version }) => version !== null) ? 'item_added' : 'resumed';
  return after.items.some(({ version }) => version !== null) ? 'item_removed' : 'canceled_unknown';
}

function isFree(items: readonly ItemLevel[]): boolean {
  return items.every(({ amount }) => amount === 0n);
}
