// What present standings are shown in: the currency asked for, at the rates of the last day known.
import { fraction } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Fraction } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { rateBook } from '../../rates/index.ts';
import type { HoldingRecord } from '../tables.ts';
import { atRate } from './roll-forward/closing-balances.ts';

const ONE = fraction(1n);

/** Amounts of a billing currency in another, exact; null where no rate holds. */
export type Show = (amount: bigint, from: Currency) => bigint | null;

/** Shows amounts in `into` at the rates of the day. */
export async function showingIn(read: ReadHandle, into: Currency, through: CivilDay | null): Promise<Show> {
  const book = through === null ? null : await rateBook(read, { from: through, to: through });
  const rates = new Map<Currency, Fraction | null>([[into, ONE]]);
  return (amount, from) => {
    let rate = rates.get(from);
    if (rate === undefined) {
      rate = book === null || through === null ? null : book.rate(through, from, into);
      rates.set(from, rate);
    }
    return atRate(amount, rate);
  };
}

/** Amounts added up in one currency; null where one has no rate. */
export function shownSum(
  amounts: readonly Pick<HoldingRecord, 'currency' | 'amount_mrr'>[],
  show: Show,
): bigint | null {
  let sum = 0n;
  for (const { currency, amount_mrr: amount } of amounts) {
    const shown = show(amount, currency as Currency);
    if (shown === null) return null;
    sum += shown;
  }
  return sum;
}

/** What some customers hold, by customer. */
export async function holdingsOf(
  read: ReadHandle,
  customerIds: readonly string[],
): Promise<Map<string, HoldingRecord[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await read
    .selectFrom('mrr_holdings')
    .selectAll()
    .where('customer_id', 'in', customerIds)
    .orderBy('customer_id')
    .orderBy('currency')
    .orderBy('plan_id')
    .execute();
  return Map.groupBy(rows, (row) => row.customer_id);
}
