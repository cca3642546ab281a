// Balances at the ends of months, each billing currency at its rate.
import { divideHalfAwayFromZero } from '../../../../kernel/index.ts';
import type { Currency, Fraction, Month } from '../../../../kernel/index.ts';
import type { ClosingRate } from '../basis/sums.ts';

/** What a month changed in a billing currency. */
export interface Change {
  readonly month: Month;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** The balance at the end of each month; null where one of its currencies has no rate. No change is before the first month. */
export function closingBalances(
  changes: readonly Change[],
  months: readonly Month[],
  rate: ClosingRate,
): (bigint | null)[] {
  const closings: (bigint | null)[] = months.map(() => 0n);
  const places = new Map(months.map((month, index) => [month, index]));
  const byCurrency = new Map<Currency, bigint[]>();
  for (const { month, currency, amount } of changes) {
    const place = places.get(month);
    if (place === undefined) continue;
    let own = byCurrency.get(currency);
    if (own === undefined) {
      own = months.map(() => 0n);
      byCurrency.set(currency, own);
    }
    own[place] = (own[place] ?? 0n) + amount;
  }
  for (const [currency, own] of byCurrency) {
    let balance = 0n;
    for (const [index, month] of months.entries()) {
      balance += own[index] ?? 0n;
      const before = closings[index] ?? null;
      const shown = before === null ? null : atRate(balance, balance === 0n ? null : rate(month, currency));
      closings[index] = before === null || shown === null ? null : before + shown;
    }
  }
  return closings;
}

/** The balance at the rate, in 1/10 000 minor unit, half away from zero; null where it has none and needs one. */
export function atRate(balance: bigint, rate: Fraction | null): bigint | null {
  if (balance === 0n) return 0n;
  if (rate !== null && rate.numerator === rate.denominator) return balance;
  return rate === null ? null : divideHalfAwayFromZero(balance * rate.numerator, rate.denominator);
}
