// What the rows behind a figure are asked for: its group, its currency, or each amount in its own.
import type { MovementKind } from '../format/words.ts';
import type { Selection } from '../selection/selection.ts';

/** The filters of the open figure, as the reports take them. */
export interface FigureFilters {
  readonly currency?: string;
  readonly isNative?: boolean;
  readonly groupBy?: 'plan' | 'country' | 'currency';
  readonly group?: string;
}

/** The filters that the selection's figure was computed with. */
export function filtersOf({ currency, group, groupBy }: Selection): FigureFilters {
  return {
    ...(currency === 'native' ? { isNative: true } : currency !== undefined && { currency }),
    ...(groupBy !== undefined && group !== undefined && { groupBy, group }),
  };
}

/** Movement kinds whose amounts the core gives as positive numbers and screens show with their minus. */
const LOSSES: ReadonlySet<string> = new Set<MovementKind>(['contraction', 'churn', 'transfer_out']);

/** The amount as shown: a loss below zero. */
export function signedAs(show: string, amountMinor: number | null): number | null {
  return LOSSES.has(show) && amountMinor ? -amountMinor : amountMinor;
}
