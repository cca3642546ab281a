// Which rate holds on a day: the last published on or before it, at most seven days old (docs/formulas.md: currency).
import { addDays, divideFractions, exponentOf, fraction, multiplyFractions, parseDecimal } from '../../kernel/index.ts';
import type { CivilDay, Currency, Fraction } from '../../kernel/index.ts';
import type { PublishedRate } from './facts.ts';

/** A rate published longer ago than this many days does not hold any more. */
export const MAX_RATE_AGE_DAYS = 7;

const ONE = fraction(1n);

/** Published rates, asked by day. Of two publications for one day and pair the one added later holds. */
export class RateBook {
  readonly #byDay = new Map<CivilDay, Map<string, Fraction>>();
  readonly #currencies = new Set<Currency>();
  readonly #found = new Map<Currency, Map<Currency, Map<CivilDay, Fraction | null>>>();

  constructor(rates: Iterable<PublishedRate>) {
    for (const { on, base, quote, rate } of rates) {
      const day = this.#byDay.get(on) ?? new Map<string, Fraction>();
      day.set(base + quote, parseDecimal(rate));
      this.#byDay.set(on, day);
      this.#currencies.add(base).add(quote);
    }
  }

  /**
   * Minor units of `to` for one minor unit of `from` on the day, exact; null when no rate holds. A published pair
   * goes before its inverse, and that before a cross through a third currency published on one day.
   */
  rate(on: CivilDay, from: Currency, to: Currency): Fraction | null {
    if (from === to) return ONE;
    const found = this.#foundOf(from, to);
    const before = found.get(on);
    if (before !== undefined) return before;
    const major =
      this.#lastPublished(on, (day) => direct(day, from, to)) ??
      this.#lastPublished(on, (day) => this.#cross(day, from, to));
    const rate = major === null ? null : inMinorUnits(major, from, to);
    found.set(on, rate);
    return rate;
  }

  /** What was found before for the pair, by day. */
  #foundOf(from: Currency, to: Currency): Map<CivilDay, Fraction | null> {
    const known = this.#found.get(from)?.get(to);
    if (known !== undefined) return known;
    const ofPair = new Map<CivilDay, Fraction | null>();
    const ofFrom = this.#found.get(from) ?? new Map<Currency, Map<CivilDay, Fraction | null>>();
    this.#found.set(from, ofFrom.set(to, ofPair));
    return ofPair;
  }

  #lastPublished(on: CivilDay, look: (day: ReadonlyMap<string, Fraction>) => Fraction | null): Fraction | null {
    for (let age = 0; age <= MAX_RATE_AGE_DAYS; age += 1) {
      const day = this.#byDay.get(age === 0 ? on : addDays(on, -age));
      const found = day === undefined ? null : look(day);
      if (found !== null) return found;
    }
    return null;
  }

  #cross(day: ReadonlyMap<string, Fraction>, from: Currency, to: Currency): Fraction | null {
    for (const through of [...this.#currencies].sort()) {
      const first = direct(day, from, through);
      const second = direct(day, through, to);
      if (first !== null && second !== null) return multiplyFractions(first, second);
    }
    return null;
  }
}

function direct(day: ReadonlyMap<string, Fraction>, from: Currency, to: Currency): Fraction | null {
  const published = day.get(from + to);
  if (published !== undefined) return published;
  const inverse = day.get(to + from);
  return inverse === undefined ? null : divideFractions(ONE, inverse);
}

function inMinorUnits(major: Fraction, from: Currency, to: Currency): Fraction {
  const shift = exponentOf(to) - exponentOf(from);
  const power = 10n ** BigInt(Math.abs(shift));
  return multiplyFractions(major, shift < 0 ? fraction(1n, power) : fraction(power));
}
