// Periods of whole months, the months they are compared with, and how a change is told.
import {
  CountinghouseError,
  addMonths,
  formatDecimal,
  fraction,
  monthsBetween,
  type Month,
} from '../../../kernel/index.ts';
import type { AmountFigure, CountFigure, Period } from './figure-shapes.ts';
import type { Comparison, MonthsRequest } from './report-shapes.ts';

/** Digits after the point of a rate of change: hundredths of a percent. */
const RATE_DIGITS = 4;

/**
 * The part of the months asked for that the ledger knows, from `first` to `last`. Raises `bad_input` when they are the
 * wrong way round, and `not_known` when none of them is known.
 */
export function knownPeriod(
  { from, to }: { readonly from?: Month | undefined; readonly to?: Month | undefined },
  { from: first, to: last }: Period,
): Period {
  if (from !== undefined && to !== undefined && from > to) {
    throw new CountinghouseError('bad_input', { what: `The months run from ${from} back to ${to}`, where: 'from, to' });
  }
  if (from !== undefined && from > last) throw beyond(from, 'from', `Ask for ${last} or earlier`);
  if (to !== undefined && to < first) throw beyond(to, 'to', `Ask for ${first} or later`);
  return { from: from === undefined || from < first ? first : from, to: to === undefined || to > last ? last : to };
}

/**
 * The months that are asked for, one or several, as far as the ledger knows them. Raises
 * `bad_input` for none or for both ways of naming them, and what `knownPeriod` and `requireKnownMonth` raise.
 */
export function askedPeriod({ month, from, to }: MonthsRequest, known: Period): Period {
  const isSeveral = from !== undefined || to !== undefined;
  if (isSeveral === (month !== undefined)) {
    throw new CountinghouseError('bad_input', {
      what: isSeveral ? 'One month and several months are named at once' : 'No month is named',
      where: 'month',
      fix: 'Name a month, or the first and last of several by from and to',
    });
  }
  if (month === undefined) return knownPeriod({ from, to }, known);
  requireKnownMonth(month, known);
  return { from: month, to: month };
}

function beyond(month: Month, where: string, fix: string): CountinghouseError {
  return new CountinghouseError('not_known', { what: `Nothing is known of ${month}`, where, fix });
}

/** Refuses a month that the ledger knows nothing of with `not_known`. */
function requireKnownMonth(month: Month, { from: first, to: last }: Period): void {
  if (month > last) throw beyond(month, 'month', `Ask for ${last} or earlier`);
  if (month < first) throw beyond(month, 'month', `Ask for ${first} or later`);
}

/** What the period is compared with: as many months just before it, or its months a year before; null for `none`. */
export function comparedPeriod({ from, to }: Period, compare: Comparison): Period | null {
  if (compare === 'none') return null;
  const back = compare === 'year' ? -12 : -(monthsBetween(from, to) + 1);
  return { from: addMonths(from, back), to: addMonths(to, back) };
}

/** An amount beside what it is compared with (docs/formulas.md: comparisons). */
export function amountFigure(valueMinor: number | null, comparedMinor: number | null): AmountFigure {
  return {
    valueMinor,
    comparedMinor,
    changeMinor: valueMinor === null || comparedMinor === null ? null : valueMinor - comparedMinor,
    changeRate: changeRate(valueMinor, comparedMinor),
  };
}

export function countFigure(count: number, comparedCount: number | null): CountFigure {
  return {
    count,
    comparedCount,
    changeCount: comparedCount === null ? null : count - comparedCount,
    changeRate: changeRate(count, comparedCount),
  };
}

/** Change ÷ the compared value without its sign, half away from zero; null where that is zero or unknown. */
function changeRate(value: number | null, compared: number | null): string | null {
  if (value === null || compared === null || compared === 0) return null;
  return formatDecimal(fraction(BigInt(value - compared), BigInt(Math.abs(compared))), RATE_DIGITS);
}
