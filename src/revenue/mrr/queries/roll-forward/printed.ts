// What is printed of a roll-forward: whole minor units that add up in every row, chain from month to month, and over
// groups sum to the row without groups (docs/formulas.md: the one series, 2).
import { MRR_SCALE, mrrToMinor, roundToTarget } from '../../../../kernel/index.ts';
import type { ExactMonth } from './exact.ts';
import { balanceGroups } from './balance-groups.ts';

/** Minor units; `parts` as in the exact month, losses below zero. Null where a rate is missing. */
export interface PrintedMonth {
  readonly opening: number | null;
  readonly parts: readonly (number | null)[];
  readonly closing: number | null;
}

/** A month with nothing missing. */
export interface WholeMonth {
  readonly opening: bigint;
  readonly parts: readonly bigint[];
  readonly closing: bigint;
}

/** Prints one row: balances half away from zero, the parts by largest remainder so that they lead from one to the other. */
export function printMonth(exact: ExactMonth): PrintedMonth {
  const whole = wholeMonth(exact);
  if (whole === null) return printIncomplete(exact);
  const opening = mrrToMinor(whole.opening);
  const closing = mrrToMinor(whole.closing);
  return { opening, parts: printParts(whole.parts, closing - opening), closing };
}

/**
 * Prints the groups of a report month by month. `total` is the printed row without groups of each month: every column
 * of the groups sums to it, transfers in and out to the same amount.
 */
export function printGroups(
  groups: readonly (readonly ExactMonth[])[],
  total: readonly PrintedMonth[],
): PrintedMonth[][] {
  const printed: PrintedMonth[][] = groups.map(() => []);
  for (const [month, ungrouped] of total.entries()) {
    const exact = groups.map((group) => group[month] ?? EMPTY);
    const openings = printed.map(
      (group, index) => group.at(-1)?.closing ?? roundedOrNull(exact[index]?.opening ?? null),
    );
    const rows = printOneMonth(exact, openings, ungrouped);
    for (const [index, row] of rows.entries()) printed[index]?.push(row);
  }
  return printed;
}

const EMPTY: ExactMonth = { opening: 0n, parts: [], closing: 0n };

function printOneMonth(
  exact: readonly ExactMonth[],
  openings: readonly (number | null)[],
  total: PrintedMonth,
): PrintedMonth[] {
  const whole = exact.map(wholeMonth);
  const known = whole.filter((month) => month !== null);
  const begin = openings.filter((opening) => opening !== null);
  const targets = total.parts.filter((part) => part !== null);
  const isWhole =
    known.length === exact.length && begin.length === exact.length && targets.length === total.parts.length;
  if (isWhole && sum(begin) === total.opening) return balanceGroups(known, begin, targets);
  const closings =
    isWhole && total.closing !== null
      ? roundToTarget(
          known.map((month) => month.closing),
          MRR_SCALE,
          BigInt(total.closing),
        ).map(Number)
      : exact.map((month) => roundedOrNull(month.closing));
  return exact.map((month, index) => {
    const parts = whole[index]?.parts;
    const opening = openings[index] ?? null;
    const closing = closings[index] ?? null;
    if (parts === undefined || opening === null || closing === null) return printIncomplete(month);
    return { opening, parts: printParts(parts, closing - opening), closing };
  });
}

function printParts(parts: readonly bigint[], change: number): number[] {
  return roundToTarget(parts, MRR_SCALE, BigInt(change)).map(Number);
}

function printIncomplete({ opening, parts, closing }: ExactMonth): PrintedMonth {
  return { opening: roundedOrNull(opening), parts: parts.map(roundedOrNull), closing: roundedOrNull(closing) };
}

function wholeMonth({ opening, parts, closing }: ExactMonth): WholeMonth | null {
  const known = parts.filter((part) => part !== null);
  return opening === null || closing === null || known.length < parts.length
    ? null
    : { opening, parts: known, closing };
}

function roundedOrNull(amount: bigint | null): number | null {
  return amount === null ? null : mrrToMinor(amount);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
