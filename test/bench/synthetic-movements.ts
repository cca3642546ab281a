// Customers with movements made up by arithmetic: as many as wanted, the same every time, plausible in shape.
import { addDays, civilDay, currency, lastDayOf, month, mrr, numberOfDay } from '../../src/kernel/index.ts';
import type { CivilDay } from '../../src/kernel/index.ts';
import type { CustomerMovements } from '../../src/revenue/mrr/index.ts';

const FIRST_DAY = civilDay('2023-11-01');
const LAST_DAY = lastDayOf(month('2026-10'));
const DAYS = numberOfDay(LAST_DAY) - numberOfDay(FIRST_DAY) + 1;
const COUNTRIES = ['US', 'DE', 'GB', 'FR', 'CA', 'NL', 'SE', 'AU'];
const USD = currency('USD');
/** Monthly amounts of twelve prices on four plans, in MRR units. */
const PRICES = Array.from({ length: 12 }, (_, index) => ({
  priceId: `price_${index}`,
  planId: `plan_${index % 4}`,
  amount: BigInt([1900, 4900, 9900, 19900][index % 4] ?? 0) * 10_000n,
}));

export const MOVEMENTS_PER_CUSTOMER = 10;

/** Customers from `first` on, each with ten movements: new, then changes of quantity, and for some a churn and a return. */
export function* syntheticCustomers(first: number, count: number): Generator<CustomerMovements> {
  for (let index = first; index < first + count; index += 1) {
    const random = generator(index + 1);
    const price = PRICES[Math.floor(random() * PRICES.length)] ?? PRICES[0];
    if (price === undefined) continue;
    const days = [...new Set(Array.from({ length: MOVEMENTS_PER_CUSTOMER }, () => Math.floor(random() * DAYS)))].sort(
      (a, b) => a - b,
    );
    yield {
      customerId: `cus_${String(index).padStart(8, '0')}`,
      country: COUNTRIES[index % COUNTRIES.length] ?? 'US',
      movements: lifeOf(days, price, random),
    };
  }
}

function lifeOf(
  days: readonly number[],
  price: (typeof PRICES)[number],
  random: () => number,
): CustomerMovements['movements'] {
  let quantity = 0n;
  let hasBeenActive = false;
  return days.map((day) => {
    const base = { effectiveOn: dayAfter(day), priceId: price.priceId, planId: price.planId, currency: USD };
    if (quantity === 0n) {
      const kind = hasBeenActive ? 'reactivation' : 'new';
      hasBeenActive = true;
      quantity = 1n + BigInt(Math.floor(random() * 4));
      return { ...base, kind, amount: mrr(price.amount * quantity), reason: 'started' } as const;
    }
    if (random() < 0.12) {
      const lost = quantity;
      quantity = 0n;
      return { ...base, kind: 'churn', amount: mrr(-price.amount * lost), reason: 'canceled_voluntary' } as const;
    }
    const isDown = quantity > 1n && random() < 0.4;
    quantity += isDown ? -1n : 1n;
    return isDown
      ? ({ ...base, kind: 'contraction', amount: mrr(-price.amount), reason: 'quantity_changed' } as const)
      : ({ ...base, kind: 'expansion', amount: mrr(price.amount), reason: 'quantity_changed' } as const);
  });
}

function dayAfter(days: number): CivilDay {
  return addDays(FIRST_DAY, days);
}

/** Numbers below 1 in a fixed order (mulberry32). */
function generator(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
