// MRR is kept in 1/10 000 of a minor unit, rounded once when an item's amount is set (docs/formulas.md: the one series, 2).
import { divideHalfAwayFromZero, roundToTarget } from './rounding.ts';
import type { Fraction } from './decimal.ts';

declare const mrrBrand: unique symbol;

/** A whole number of 1/10 000 minor units a month. */
export type MrrAmount = bigint & { readonly [mrrBrand]: true };

/** MRR units in one minor unit. */
export const MRR_SCALE = 10_000n;
export const ZERO_MRR = 0n as MrrAmount;

/** An exact number of minor units a month as MRR: the one rounding of an item's amount, half away from zero. */
export function mrrFromMinorPerMonth(minorPerMonth: Fraction): MrrAmount {
  return divideHalfAwayFromZero(minorPerMonth.numerator * MRR_SCALE, minorPerMonth.denominator) as MrrAmount;
}

/** An integer of MRR units, from arithmetic or a database, as an MRR amount. */
export function mrr(units: bigint): MrrAmount {
  return units as MrrAmount;
}

/** A single figure at the edge: MRR units as minor units, half away from zero. */
export function mrrToMinor(amount: bigint): number {
  return Number(divideHalfAwayFromZero(amount, MRR_SCALE));
}

/**
 * Figures of one list at the edge: each as minor units, summing to the rounded total of the list
 * (or to `targetMinor` where the list is the drill of a printed figure), by largest remainder.
 */
export function mrrListToMinor(amounts: readonly bigint[], targetMinor?: number): number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const target = targetMinor === undefined ? divideHalfAwayFromZero(total, MRR_SCALE) : BigInt(targetMinor);
  return roundToTarget(amounts, MRR_SCALE, target).map(Number);
}
