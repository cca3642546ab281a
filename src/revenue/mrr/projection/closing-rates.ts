// The rates that balances are shown at: one a month and foreign currency, at its last day or the last day known.
import { firstDayOf, lastDayOf, monthOfDay, monthsFrom } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle, WriteHandle } from '../../../ledger/index.ts';
import { rateBook } from '../../rates/index.ts';
import { mrrClosingRates } from '../tables.ts';
import { closingDay } from './horizon.ts';

export interface ClosingRatesInput {
  readonly into: Currency;
  readonly through: CivilDay;
  /** Months whose closing rates may have changed. */
  readonly stale: readonly Month[];
}

/** Leaves exactly one rate for every month since the first movement and every foreign currency, where one is published. */
export async function keepClosingRates(write: WriteHandle, { into, through, stale }: ClosingRatesInput): Promise<void> {
  const currencies = await foreignCurrencies(write, into);
  const first = await firstMonth(write);
  const kept = await write
    .selectFrom('mrr_closing_rates')
    .select(({ fn }) => ['currency', fn.min('month').as('first')])
    .groupBy('currency')
    .execute();
  if (first === null || currencies.length === 0) {
    if (kept.length > 0) await write.kysely.deleteFrom('mrr_closing_rates').execute();
    return;
  }
  const isAnew =
    kept.some((row) => !currencies.includes(row.currency as Currency) || row.first < first) ||
    currencies.some((code) => kept.find((row) => row.currency === code)?.first !== first);
  const from = isAnew ? first : [...stale].sort().find((month) => month >= first);
  if (from !== undefined) await writeFrom(write, from, isAnew, { into, through, currencies });
}

async function writeFrom(
  write: WriteHandle,
  from: Month,
  isAnew: boolean,
  { into, through, currencies }: Omit<ClosingRatesInput, 'stale'> & { readonly currencies: readonly Currency[] },
): Promise<void> {
  if (isAnew) await write.kysely.deleteFrom('mrr_closing_rates').execute();
  else await write.kysely.deleteFrom('mrr_closing_rates').where('month', '>=', from).execute();
  const last = monthOfDay(through);
  const book = await rateBook(write, { from: firstDayOf(from), to: lastDayOf(last) });
  await write.insertRows(
    mrrClosingRates,
    monthsFrom(from, last).flatMap((month) =>
      currencies.flatMap((currency) => {
        const rate = book.rate(closingDay(month, through), currency, into);
        return rate === null
          ? []
          : [{ month, currency, numerator: rate.numerator.toString(), denominator: rate.denominator.toString() }];
      }),
    ),
  );
}

async function foreignCurrencies(read: ReadHandle, into: Currency): Promise<Currency[]> {
  const rows = await read
    .selectFrom('mrr_months')
    .select('currency')
    .distinct()
    .where('dimension', '=', 'total')
    .where('currency', '<>', into)
    .orderBy('currency')
    .execute();
  return rows.map((row) => row.currency as Currency);
}

async function firstMonth(read: ReadHandle): Promise<Month | null> {
  const row = await read
    .selectFrom('mrr_months')
    .select(({ fn }) => fn.min('month').as('first'))
    .where('dimension', '=', 'total')
    .executeTakeFirst();
  return (row?.first ?? null) as Month | null;
}
