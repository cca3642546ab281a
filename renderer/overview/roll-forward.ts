// The columns of the roll-forward tables and the segments of its chart: which field, what word, what it opens.
import type { MovementsRow } from '../core/outputs.ts';
import { monthBefore } from '../format/calendar.ts';
import { reachOf } from '../parts/charts/axes.tsx';
import { MOVEMENT_WORDS } from '../format/words.ts';
import type { Shown } from '../selection/selection.ts';

/** One field of a roll-forward row as the screens show it. */
export interface RollForwardColumn {
  readonly field: Extract<keyof MovementsRow, `${string}Minor` | `customers${string}`>;
  readonly name: string;
  /** Losses come as positive numbers and are shown with their minus. */
  readonly isLoss?: boolean;
  readonly isCount?: boolean;
  readonly isBalance?: boolean;
  readonly show: Shown;
  /** An opening balance is the closing one of the month before. */
  readonly isOfMonthBefore?: boolean;
}

/** The movements drawn as bars, gains from the axis up, losses down. */
export const BARS = [
  { field: 'newMinor', name: MOVEMENT_WORDS.new, show: 'new' },
  { field: 'reactivationMinor', name: MOVEMENT_WORDS.reactivation, show: 'reactivation' },
  { field: 'expansionMinor', name: MOVEMENT_WORDS.expansion, show: 'expansion' },
  { field: 'contractionMinor', name: MOVEMENT_WORDS.contraction, show: 'contraction', isLoss: true },
  { field: 'churnMinor', name: MOVEMENT_WORDS.churn, show: 'churn', isLoss: true },
] as const satisfies readonly RollForwardColumn[];

export const MRR_COLUMNS: readonly RollForwardColumn[] = [
  { field: 'openingMinor', name: 'Opening', show: 'mrr', isOfMonthBefore: true, isBalance: true },
  ...BARS,
  { field: 'fxMinor', name: MOVEMENT_WORDS.fx, show: 'fx' },
  { field: 'closingMinor', name: 'Closing', show: 'mrr', isBalance: true },
];

export const CUSTOMER_COLUMNS: readonly RollForwardColumn[] = [
  {
    field: 'customersOpening',
    name: 'Opening',
    show: 'customers',
    isOfMonthBefore: true,
    isBalance: true,
    isCount: true,
  },
  { field: 'customersNew', name: MOVEMENT_WORDS.new, show: 'customers_new', isCount: true },
  { field: 'customersReactivated', name: 'Reactivated', show: 'customers_reactivated', isCount: true },
  { field: 'customersChurned', name: 'Churned', show: 'customers_churned', isLoss: true, isCount: true },
  { field: 'customersClosing', name: 'Closing', show: 'customers', isBalance: true, isCount: true },
];

/** The field's number as shown: a loss below zero; null where a rate is missing. */
export function shownNumber(row: Omit<MovementsRow, 'month'>, { field, isLoss }: RollForwardColumn): number | null {
  const amount: number | null = row[field];
  return isLoss && amount !== null && amount !== 0 ? -amount : amount;
}

/** The month whose rows the cell opens. */
export function openedMonth(row: MovementsRow, { isOfMonthBefore }: RollForwardColumn): string {
  return isOfMonthBefore ? monthBefore(row.month) : row.month;
}

/** How far down and up the stacked bars reach. */
export function stackReach(rows: readonly MovementsRow[]): [least: number, most: number] {
  return reachOf(
    rows.flatMap((row) => {
      const segments = BARS.map((bar) => shownNumber(row, bar) ?? 0);
      const ends = (isGain: boolean) => segments.filter((amount) => amount > 0 === isGain);
      return [true, false].map((isGain) => ends(isGain).reduce((sum, amount) => sum + amount, 0));
    }),
  );
}
