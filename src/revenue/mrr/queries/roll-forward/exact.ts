// The exact roll-forward of one group: opening, what happened, the exchange-rate residual, closing.
import type { Currency, Month } from '../../../../kernel/index.ts';
import { KIND_COLUMNS, MOVEMENT_KINDS } from '../../rollups/index.ts';
import type { MonthRecord } from '../../tables.ts';
import type { ClosingRate } from '../basis/sums.ts';
import type { RollForwardKind } from '../report-shapes.ts';
import { atRate } from './closing-balances.ts';

/** The columns between opening and closing, in the order in which they are kept here. */
export const KINDS = [
  'new',
  'reactivation',
  'expansion',
  'contraction',
  'churn',
  'transfer_in',
  'transfer_out',
  'fx',
] as const satisfies readonly RollForwardKind[];

/**
 * One month in 1/10 000 minor unit; `parts` follow KINDS, losses below zero. Null where a rate is missing. Where
 * nothing is null, opening and parts sum to closing (docs/formulas.md: the one series, 5).
 */
export interface ExactMonth {
  readonly opening: bigint | null;
  readonly parts: readonly (bigint | null)[];
  readonly closing: bigint | null;
}

/** The roll-forward of one group over the months, which begin where its cells begin or earlier. */
export function exactRollForward(
  cells: readonly MonthRecord[],
  months: readonly Month[],
  closingRate: ClosingRate,
  isNative: boolean,
): ExactMonth[] {
  const forwards = [...Map.groupBy(cells, (cell) => cell.currency as Currency)].map(([currency, own]) =>
    ofOneCurrency(own, months, (month, balance) => atRate(balance, closingRate(month, currency)), isNative),
  );
  const [only] = forwards;
  if (forwards.length === 1 && only !== undefined) return only;
  return months.map((_, index) => addUp(forwards.flatMap((forward) => forward[index] ?? [])));
}

function ofOneCurrency(
  cells: readonly MonthRecord[],
  months: readonly Month[],
  show: (month: Month, balance: bigint) => bigint | null,
  isNative: boolean,
): ExactMonth[] {
  const byMonth = Map.groupBy(cells, (cell) => cell.month);
  let balance = 0n;
  let opening: bigint | null = 0n;
  return months.map((month) => {
    const own = byMonth.get(month) ?? [];
    for (const cell of own) for (const kind of MOVEMENT_KINDS) balance += cell[KIND_COLUMNS[kind][0]];
    const closing = show(month, balance);
    const isUnrated = !isNative && own.some((cell) => cell.unrated !== 0);
    const parts: (bigint | null)[] = MOVEMENT_KINDS.map((kind) => {
      const column = KIND_COLUMNS[kind][isNative ? 0 : 1];
      return isUnrated ? null : own.reduce((sum, cell) => sum + cell[column], 0n);
    });
    const isWhole = closing !== null && opening !== null && !isUnrated;
    parts.push(isWhole && opening !== null ? closing - opening - total(parts) : null);
    const exact = { opening, parts, closing };
    opening = closing;
    return exact;
  });
}

function addUp(months: readonly ExactMonth[]): ExactMonth {
  return {
    opening: sumOf(months.map((month) => month.opening)),
    parts: KINDS.map((_, index) => sumOf(months.map((month) => month.parts[index] ?? null))),
    closing: sumOf(months.map((month) => month.closing)),
  };
}

function sumOf(values: readonly (bigint | null)[]): bigint | null {
  let sum = 0n;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function total(parts: readonly (bigint | null)[]): bigint {
  return parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
}
