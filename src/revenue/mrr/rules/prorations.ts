// What prorations say: what an item was before an instant, and what it is from it on.
import type { Bill, ItemLine } from './bills.ts';

export interface Proration {
  /** What was in force before the instant. */
  readonly credit: ItemLine | null;
  /** What is in force from it on; null when nothing replaced what was credited. */
  readonly debit: ItemLine | null;
}

/** Each item's change at the bill's instant: of several within one second, the charge that no credit takes back. */
export function prorationsOf({ prorations }: Bill): Map<string, Proration> {
  const byItem = new Map<string, ItemLine[]>();
  for (const line of prorations) byItem.set(line.itemId, [...(byItem.get(line.itemId) ?? []), line]);
  const changes = new Map<string, Proration>();
  for (const [itemId, lines] of byItem) {
    const credits = lines.filter(({ line }) => line.amountMinor < 0);
    let debits = lines.filter(({ line }) => line.amountMinor > 0);
    // A price of nothing has no sign: beside a credit it is what came after, beside a charge what was before.
    const free = lines.filter(({ line }) => line.amountMinor === 0);
    if (debits.length === 0 && credits.length > 0) debits = free;
    const befores = debits === free ? credits : [...credits, ...free];
    const openDebits = [...debits];
    const unmatched = befores.filter((credit) => {
      const match = openDebits.findIndex(
        ({ line }) => line.price.priceId === credit.line.price.priceId && line.quantity === credit.line.quantity,
      );
      if (match === -1 || openDebits.length === 1) return true;
      openDebits.splice(match, 1);
      return false;
    });
    if (debits.length > 0 || credits.length > 0) {
      changes.set(itemId, { credit: unmatched.at(-1) ?? null, debit: openDebits.at(-1) ?? null });
    }
  }
  return changes;
}
