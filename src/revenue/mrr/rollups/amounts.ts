// What a customer's movements add to the sums by month and kind: day by day, so that a month can be summed alone.
import { divideHalfAwayFromZero } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Fraction } from '../../../kernel/index.ts';
import { monthNumber } from './lanes.ts';
import { isCommon, seriesOf } from './net-movements.ts';
import type { NetMovement } from './net-movements.ts';
import { isTransfer, planMovements } from './plan-view.ts';
import type { RollupSums } from './sums.ts';

/** The amount at its day's rate in 1/10 000 minor unit, rounded once half away from zero; null without a rate. */
export type Convert = (amount: bigint, on: CivilDay, from: Currency) => bigint | null;

/** Converts by a look-up of exact rates (docs/formulas.md: currency). */
export function converter(rate: (on: CivilDay, from: Currency) => Fraction | null, into: Currency): Convert {
  return (amount, on, from) => {
    if (from === into) return amount;
    const held = rate(on, from);
    return held === null ? null : divideHalfAwayFromZero(amount * held.numerator, held.denominator);
  };
}

/** Adds (or with `times` −1 takes back) one customer's net movements to the sums. They are in order of day. */
export function addAmounts(
  sums: RollupSums,
  nets: readonly NetMovement[],
  country: string,
  convert: Convert,
  times: 1 | -1,
): void {
  for (const day of days(nets)) {
    if (isCommon(day)) addDay(sums, day, country, convert, times);
    else {
      addDay(sums, seriesOf(day, 'economic'), country, convert, times);
      addDay(sums, seriesOf(day, 'reported'), country, convert, times);
    }
  }
}

/** Runs of equal days of movements in order of day. */
export function* days(nets: readonly NetMovement[]): Generator<readonly NetMovement[]> {
  let start = 0;
  for (let end = 1; end <= nets.length; end += 1) {
    if (end < nets.length && nets[end]?.effectiveOn === nets[start]?.effectiveOn) continue;
    yield nets.slice(start, end);
    start = end;
  }
}

function addDay(sums: RollupSums, day: readonly NetMovement[], country: string, convert: Convert, times: 1 | -1): void {
  const [first] = day;
  if (first === undefined) return;
  const month = monthNumber(first.effectiveOn);
  const { series, effectiveOn } = first;
  for (const { kind, currency, amount, planId } of day) {
    const converted = convert(amount, effectiveOn, currency);
    if (day.length === 1) sums.addAmount('plan', series, month, planId, currency, kind, amount, converted, times);
    if (isTransfer(kind)) continue;
    sums.addAmount('country', series, month, country, currency, kind, amount, converted, times);
  }
  if (day.length === 1) return;
  for (const { planId, kind, currency, amount } of planMovements(day)) {
    const converted = convert(amount, effectiveOn, currency);
    sums.addAmount('plan', series, month, planId, currency, kind, amount, converted, times);
  }
}
