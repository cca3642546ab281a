// Which days published rates cover: per pair where they came from, how far they reach, and where nothing holds.
import { addDays, civilDay, numberOfDay } from '../../kernel/index.ts';
import type { CivilDay, Currency } from '../../kernel/index.ts';
import type { ReadHandle } from '../../ledger/index.ts';
import { MAX_RATE_AGE_DAYS } from './rules.ts';
import './tables.ts';

/** A stretch of days, both ends included, on which no published rate of the pair holds. */
export interface RateHole {
  readonly fromOn: CivilDay;
  readonly toOn: CivilDay;
  readonly days: number;
}

export interface PairCoverage {
  readonly base: Currency;
  readonly quote: Currency;
  /** Where its rates came from, the latest first. */
  readonly sources: readonly string[];
  readonly firstOn: CivilDay;
  readonly lastOn: CivilDay;
  /** Days with a published rate. */
  readonly days: number;
  /** Between the first and the last day, oldest first. */
  readonly holes: readonly RateHole[];
}

/** Every published pair in order of its currencies. */
export async function ratesCoverage(read: ReadHandle): Promise<PairCoverage[]> {
  const sources = await sourcesByPair(read);
  const rows = await read
    .selectFrom('exchange_rates')
    .select(['base', 'quote', 'rate_on'])
    .distinct()
    .orderBy('base')
    .orderBy('quote')
    .orderBy('rate_on')
    .execute();
  const daysOfPair = new Map<string, CivilDay[]>();
  for (const { base, quote, rate_on: on } of rows) {
    const days = daysOfPair.get(base + quote);
    if (days === undefined) daysOfPair.set(base + quote, [on as CivilDay]);
    else days.push(on as CivilDay);
  }
  return [...daysOfPair].map(([pair, days]) => ({
    base: pair.slice(0, 3) as Currency,
    quote: pair.slice(3) as Currency,
    sources: sources.get(pair) ?? [],
    firstOn: days[0] ?? civilDay('1970-01-01'),
    lastOn: days.at(-1) ?? civilDay('1970-01-01'),
    days: days.length,
    holes: holesBetween(days),
  }));
}

/** The stretches within ascending days of publication that the last rate before is too old for. */
export function holesBetween(days: readonly CivilDay[]): RateHole[] {
  return days.slice(1).flatMap((on, index) => {
    const before = days[index];
    if (before === undefined) return [];
    const missing = numberOfDay(on) - numberOfDay(before) - 1 - MAX_RATE_AGE_DAYS;
    if (missing <= 0) return [];
    return [{ fromOn: addDays(before, MAX_RATE_AGE_DAYS + 1), toOn: addDays(on, -1), days: missing }];
  });
}

async function sourcesByPair(read: ReadHandle): Promise<Map<string, string[]>> {
  const rows = await read
    .selectFrom('exchange_rates')
    .select(({ fn }) => ['base', 'quote', 'source', fn.max('recorded_at').as('last')])
    .groupBy(['base', 'quote', 'source'])
    .execute();
  const sources = new Map<string, string[]>();
  for (const { base, quote, source } of rows.sort((a, b) => b.last - a.last)) {
    sources.set(base + quote, [...(sources.get(base + quote) ?? []), source]);
  }
  return sources;
}
