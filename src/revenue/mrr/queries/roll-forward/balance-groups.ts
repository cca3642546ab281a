// Rounds a month of several groups so that columns sum to their printed totals and rows add up at once.
import { MRR_SCALE, mrrToMinor, roundToTarget } from '../../../../kernel/index.ts';
import { KINDS } from './exact.ts';
import type { PrintedMonth, WholeMonth } from './printed.ts';

const IN = KINDS.indexOf('transfer_in');
const OUT = KINDS.indexOf('transfer_out');
const SCALE = Number(MRR_SCALE);

/**
 * Prints one month of all groups. Each column is split over the groups by largest remainder; what a group then closes
 * with follows from its row. Where that strays from its exact closing by a unit or more, single units move between
 * groups within a column, but never into a cell that is exactly zero nor across zero.
 */
export function balanceGroups(
  exact: readonly WholeMonth[],
  openings: readonly number[],
  totals: readonly number[],
): PrintedMonth[] {
  const cells = exact.map((group) => group.parts.map(() => 0));
  for (const kind of KINDS.keys()) {
    const column = exact.map((group) => group.parts[kind] ?? 0n);
    for (const [index, part] of splitColumn(column, columnTotal(kind, column, totals)).entries()) {
      const row = cells[index];
      if (row !== undefined) row[kind] = part;
    }
  }
  const errors = exact.map((group, index) => strayOf(group, openings[index] ?? 0, cells[index] ?? []));
  repair(exact, cells, errors);
  return cells.map((parts, index) => {
    const opening = openings[index] ?? 0;
    return { opening, parts, closing: parts.reduce((closing, part) => closing + part, opening) };
  });
}

/** What the column's groups sum to: the printed total, but transfers, which the total lacks, in and out alike. */
function columnTotal(kind: number, column: readonly bigint[], totals: readonly number[]): number {
  if (kind !== IN && kind !== OUT) return totals[kind] ?? 0;
  return mrrToMinor(column.reduce((sum, part) => sum + part, 0n));
}

function splitColumn(column: readonly bigint[], total: number): number[] {
  const moving = [...column.keys()].filter((index) => column[index] !== 0n);
  const parts = column.map(() => 0);
  if (moving.length === 0) {
    if (parts.length > 0) parts[0] = total;
    return parts;
  }
  const split = roundToTarget(
    moving.map((index) => column[index] ?? 0n),
    MRR_SCALE,
    BigInt(total),
  );
  for (const [position, index] of moving.entries()) parts[index] = Number(split[position] ?? 0n);
  return parts;
}

/** Printed less exact closing, in minor units. */
function strayOf(group: WholeMonth, opening: number, parts: readonly number[]): number {
  return parts.reduce((closing, part) => closing + part, opening) - Number(group.closing) / SCALE;
}

function repair(exact: readonly WholeMonth[], cells: readonly number[][], errors: number[]): void {
  for (let moves = 0; moves < exact.length * KINDS.length; moves += 1) {
    const strays = [...errors.keys()]
      .filter((index) => isStray(exact[index], errors[index] ?? 0))
      .sort((a, b) => Math.abs(errors[b] ?? 0) - Math.abs(errors[a] ?? 0));
    if (!strays.some((index) => moveUnit(exact, cells, errors, index))) return;
  }
}

/** A unit or more away, or not empty although exactly empty. */
function isStray(group: WholeMonth | undefined, error: number): boolean {
  return Math.abs(error) >= 1 || (group?.closing === 0n && error !== 0);
}

/** Moves one unit between the stray group and the best other one; false where none helps. */
function moveUnit(exact: readonly WholeMonth[], cells: readonly number[][], errors: number[], stray: number): boolean {
  const error = errors[stray] ?? 0;
  const others = [...errors.keys()]
    .filter((index) => index !== stray && Math.abs(error - (errors[index] ?? 0)) > 1)
    .sort((a, b) => (error > 0 ? (errors[a] ?? 0) - (errors[b] ?? 0) : (errors[b] ?? 0) - (errors[a] ?? 0)));
  for (const other of others) {
    const [giver, taker] = error > 0 ? [stray, other] : [other, stray];
    if ((errors[giver] ?? 0) - (errors[taker] ?? 0) <= 1) continue;
    for (const kind of KINDS.keys()) {
      if (!canHold(exact[giver], cells[giver], kind, -1) || !canHold(exact[taker], cells[taker], kind, 1)) continue;
      shift(cells[giver], kind, -1);
      shift(cells[taker], kind, 1);
      errors[giver] = (errors[giver] ?? 0) - 1;
      errors[taker] = (errors[taker] ?? 0) + 1;
      return true;
    }
  }
  return false;
}

/** Whether the cell may change by the step: it is not exactly zero, keeps its sign, and stays within two units. */
function canHold(
  group: WholeMonth | undefined,
  parts: readonly number[] | undefined,
  kind: number,
  step: number,
): boolean {
  const exact = group?.parts[kind] ?? 0n;
  const part = (parts?.[kind] ?? 0) + step;
  if (exact === 0n) return false;
  return (exact > 0n ? part >= 0 : part <= 0) && Math.abs(part - Number(exact) / SCALE) < 2;
}

function shift(parts: number[] | undefined, kind: number, step: number): void {
  if (parts !== undefined) parts[kind] = (parts[kind] ?? 0) + step;
}
