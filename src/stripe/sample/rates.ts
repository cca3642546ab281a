// A made-up table of exchange rates: one rate per weekday and currency, wandering within believable bounds.
import { addDays, currency, dayFromNumber, formatScaled, numberOfDay, type CivilDay } from '../../kernel/index.ts';
import type { PublishedRate } from '../../revenue/rates/index.ts';
import { DAY, monthBounds, type Calendar } from './calendar.ts';
import { Random } from './random.ts';

/** One unit of `base` in units of `quote` on the day. */
export interface SampleRate {
  readonly on: CivilDay;
  readonly base: string;
  readonly quote: string;
  /** A decimal string. */
  readonly rate: string;
}

/** What the rates are filed under, so that nobody mistakes them for published ones. */
export const SAMPLE_RATE_SOURCE = 'synthetic (sample company)';

/** Currency, first rate and bounds in millionths, largest step of a day. */
const WALKS = [
  ['EUR', 1_085_000, 1_020_000, 1_180_000, 4_600],
  ['GBP', 1_255_000, 1_190_000, 1_360_000, 5_200],
  ['JPY', 6_700, 6_150, 7_250, 34],
] as const;

const RATE_STREAM = 13;
/** So that the first days of the company have a rate before them. */
const DAYS_AHEAD = 10;

/** Every weekday's rates from ten days before the company's first month to its last day, oldest first. */
export function syntheticRates(calendar: Calendar, seed: number): SampleRate[] {
  const first = addDays(monthBounds(calendar, 0).lastOn, -31 - DAYS_AHEAD);
  const last = monthBounds(calendar, calendar.months - 1).lastOn;
  const rates: SampleRate[] = [];
  const walks = WALKS.map(([base, start, low, high, step], index) => ({
    base,
    low,
    high,
    step,
    now: start,
    random: new Random(seed, RATE_STREAM, index),
  }));
  for (let number = numberOfDay(first); number <= numberOfDay(last); number += 1) {
    const weekday = (number + 4) % 7;
    if (weekday === 0 || weekday === 6) continue;
    for (const walk of walks) {
      const step = walk.random.between(-walk.step, walk.step);
      const isOutside = walk.now + step < walk.low || walk.now + step > walk.high;
      walk.now += isOutside ? -step : step;
      rates.push({ on: dayFromNumber(number), base: walk.base, quote: 'USD', rate: formatScaled(BigInt(walk.now), 6) });
    }
  }
  return rates;
}

/** The rates after one day and up to another, as the ledger files them. */
export function publishedUntil(rates: readonly SampleRate[], after: CivilDay | null, until: CivilDay): PublishedRate[] {
  return rates
    .filter(({ on }) => (after === null || on > after) && on <= until)
    .map(({ on, base, quote, rate }) => ({ on, base: currency(base), quote: currency(quote), rate }));
}

/** Looks up what one unit of a currency was worth in dollars, as millionths, at the last weekday up to an instant. */
export function ratesByDay(rates: readonly SampleRate[]): (currency: string, at: number) => number {
  const byKey = new Map(
    rates.map((rate) => [`${rate.base}${numberOfDay(rate.on)}`, Math.round(Number(rate.rate) * 1_000_000)]),
  );
  return (code, at) => {
    const base = code.toUpperCase();
    if (base === 'USD') return 1_000_000;
    const day = Math.floor(at / DAY);
    for (let back = 0; back < 7; back += 1) {
      const rate = byKey.get(`${base}${day - back}`);
      if (rate !== undefined) return rate;
    }
    throw new RangeError(`no sample rate for ${base} on day ${day}`);
  };
}
