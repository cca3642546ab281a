// The exact roll-forward of one group: opening, what happened, the exchange-rate residual, closing.
import { addMonths, divideHalfAwayFromZero } from '../../../../kernel/index.ts';
import type { Currency, Fraction, Month } from '../../../../kernel/index.ts';
import type { AmountCell } from '../basis/sums.ts';
import type { RollForwardKind } from '../report-shapes.ts';

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

const FX = KINDS.indexOf('fx');

/**
 * One month in 1/10 000 minor unit; `parts` follow KINDS, losses below zero. Null where a rate is missing. Where
 * nothing is null, opening and parts sum to closing (METRICS: the one series, 5).
 */
export interface ExactMonth {
  readonly opening: bigint | null;
  readonly parts: readonly (bigint | null)[];
  readonly closing: bigint | null;
}

/** The rate at which a month's closing balance is shown; null where none holds. */
export type ClosingRate = (month: Month, from: Currency) => Fraction | null;

/** The roll-forward of one group over the months, which begin where its cells begin or earlier. */
export function exactRollForward(
  cells: readonly AmountCell[],
  months: readonly Month[],
  closingRate: ClosingRate,
  isNative: boolean,
): ExactMonth[] {
  const byCurrency = new Map<Currency, AmountCell[]>();
  for (const cell of cells) {
    const ofCurrency = byCurrency.get(cell.currency);
    if (ofCurrency === undefined) byCurrency.set(cell.currency, [cell]);
    else ofCurrency.push(cell);
  }
  const forwards = [...byCurrency].map(([currency, own]) =>
    ofOneCurrency(own, months, (month, balance) => shown(balance, closingRate(month, currency)), isNative),
  );
  return months.map((_, index) => addUp(forwards.flatMap((forward) => forward[index] ?? [])));
}

function ofOneCurrency(
  cells: readonly AmountCell[],
  months: readonly Month[],
  show: (month: Month, balance: bigint) => bigint | null,
  isNative: boolean,
): ExactMonth[] {
  const byMonth = new Map<Month, AmountCell[]>();
  for (const cell of cells) {
    const ofMonth = byMonth.get(cell.month);
    if (ofMonth === undefined) byMonth.set(cell.month, [cell]);
    else ofMonth.push(cell);
  }
  let balance = 0n;
  return months.map((month) => {
    const opening = show(addMonths(month, -1), balance);
    const parts: (bigint | null)[] = KINDS.map(() => 0n);
    for (const cell of byMonth.get(month) ?? []) {
      balance += cell.amount;
      const index = KINDS.indexOf(cell.kind);
      const before = parts[index] ?? null;
      parts[index] =
        before === null || (!isNative && cell.unrated > 0) ? null : before + (isNative ? cell.amount : cell.converted);
    }
    const closing = show(month, balance);
    parts[FX] = closing === null || opening === null || parts.includes(null) ? null : closing - opening - total(parts);
    return { opening, parts, closing };
  });
}

function shown(balance: bigint, rate: Fraction | null): bigint | null {
  if (balance === 0n) return 0n;
  return rate === null ? null : divideHalfAwayFromZero(balance * rate.numerator, rate.denominator);
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
