// What can be asked about exchange rates.
import { CountinghouseError, addDays } from '../../kernel/index.ts';
import type { CivilDay, Currency, Fraction, Instant } from '../../kernel/index.ts';
import type { ReadHandle } from '../../ledger/index.ts';
import { MAX_RATE_AGE_DAYS, RateBook } from './rules.ts';
import type { PublishedRate } from './facts.ts';
import './tables.ts';

export interface RateBookRange {
  /** The days that will be asked for; without bounds, all. */
  readonly from?: CivilDay;
  readonly to?: CivilDay;
  /** Only what was recorded up to this instant. */
  readonly recordedBy?: Instant;
}

/** The rates that decide about the days of the range. */
export async function rateBook(read: ReadHandle, range: RateBookRange = {}): Promise<RateBook> {
  let query = read
    .selectFrom('exchange_rates')
    .select(['rate_on', 'base', 'quote', 'rate'])
    .orderBy('rate_on')
    .orderBy('fact_seq');
  if (range.from !== undefined) query = query.where('rate_on', '>=', addDays(range.from, -MAX_RATE_AGE_DAYS));
  if (range.to !== undefined) query = query.where('rate_on', '<=', range.to);
  if (range.recordedBy !== undefined) query = query.where('recorded_at', '<=', range.recordedBy);
  const rows = await query.execute();
  return new RateBook(
    rows.map((row) => ({ on: row.rate_on, base: row.base, quote: row.quote, rate: row.rate }) as PublishedRate),
  );
}

/**
 * Minor units of `to` for one minor unit of `from` on the day, exact (docs/formulas.md: currency).
 * Raises `no_rate` when none was published within seven days before.
 */
export async function rateOn(read: ReadHandle, on: CivilDay, from: Currency, to: Currency): Promise<Fraction> {
  const found = (await rateBook(read, { from: on, to: on })).rate(on, from, to);
  if (found !== null) return found;
  throw new CountinghouseError('no_rate', {
    what: `There is no rate from ${from} to ${to} for ${on}`,
    fix: `Import rates published on that day or at most ${MAX_RATE_AGE_DAYS} days before`,
  });
}
