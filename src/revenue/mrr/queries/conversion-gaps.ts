// How much follows from the workspace's zone and currency, and which amounts cannot be converted.
import { firstDayOf, lastDayOf, monthOfDay, monthsFrom } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { rateBook } from '../../rates/index.ts';
import { closingDay, horizonOf } from '../projection/horizon.ts';
import '../tables.ts';

/** What a change of the zone or the reporting currency makes anew. */
export interface FiguresExtent {
  readonly months: number;
  readonly customers: number;
}

/** Months with movements, and customers with a subscription or MRR at any time. */
export async function figuresExtent(read: ReadHandle): Promise<FiguresExtent> {
  const months = await read
    .selectFrom('mrr_months')
    .select(({ fn }) => fn.count<number>('month').distinct().as('count'))
    .where('dimension', '=', 'total')
    .executeTakeFirst();
  const customers = await read
    .selectFrom(
      read
        .selectFrom('subscriptions')
        .select('customer_id as id')
        .union(read.selectFrom('mrr_customers').select('customer_id as id'))
        .as('customer'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return { months: Number(months?.count ?? 0), customers: Number(customers?.count ?? 0) };
}

/** Currencies that customers are billed in, each with the first month in which it has MRR. */
export async function billedCurrencies(read: ReadHandle): Promise<{ currency: Currency; firstMonth: Month }[]> {
  const rows = await read
    .selectFrom('mrr_months')
    .select(({ fn }) => ['currency', fn.min('month').as('first')])
    .where('dimension', '=', 'total')
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return rows.map((row) => ({ currency: row.currency as Currency, firstMonth: row.first as Month }));
}

/** Months of one billing currency that cannot be converted. */
export interface ConversionGap {
  readonly currency: Currency;
  readonly months: readonly Month[];
}

/**
 * Billing currencies with the months whose closing day has no rate into `into`; with `isPresent` (it is what the
 * rollups are converted into) also the months in which a movement's own day has none.
 */
export async function conversionGaps(read: ReadHandle, into: Currency, isPresent: boolean): Promise<ConversionGap[]> {
  const through = await horizonOf(read);
  const billed = (await billedCurrencies(read)).filter(({ currency }) => currency !== into);
  const first = billed.map(({ firstMonth }) => firstMonth).sort()[0];
  if (through === null || first === undefined) return [];
  const last = monthOfDay(through);
  const book = await rateBook(read, { from: firstDayOf(first), to: lastDayOf(last) });
  const unrated = isPresent ? await unratedMonths(read) : new Set<string>();
  return billed
    .map(({ currency, firstMonth }) => ({
      currency,
      months: monthsFrom(firstMonth, last).filter(
        (month) =>
          book.rate(closingDay(month, through), currency, into) === null || unrated.has(`${currency} ${month}`),
      ),
    }))
    .filter(({ months }) => months.length > 0);
}

async function unratedMonths(read: ReadHandle): Promise<Set<string>> {
  const rows = await read
    .selectFrom('mrr_months')
    .select(['currency', 'month'])
    .distinct()
    .where('dimension', '=', 'total')
    .where('unrated', '<>', 0)
    .execute();
  return new Set(rows.map(({ currency, month }) => `${currency} ${month}`));
}
