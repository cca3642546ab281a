// What the rows behind a figure are asked for: its months, its group, its currency or the one that was billed in.
import type { MovementKind } from '../format/words.ts';
import type { Selection } from '../selection/selection.ts';

/** The filters of the open figure, as the reports take them. */
export interface FigureFilters {
  readonly currency?: string;
  readonly isNative?: boolean;
  readonly groupBy?: 'plan' | 'country' | 'currency';
  readonly group?: string;
}

/** The filters that the selection's figure was computed with. Only a figure in one billing currency is unconverted. */
export function filtersOf({ currency, billed, group, groupBy }: Selection): FigureFilters {
  return {
    ...(billed !== undefined && { isNative: true, currency: billed }),
    ...(billed === undefined && currency !== undefined && currency !== 'native' && { currency }),
    ...(groupBy !== undefined && group !== undefined && { groupBy, group }),
  };
}

/** The months that the selection's figure is of: one, or all from the first to the last. */
export function monthsAsked({ since }: Selection, month: string): { month: string } | { from: string; to: string } {
  return since === undefined ? { month } : { from: since, to: month };
}

/** Movement kinds whose amounts the core gives as positive numbers and screens show with their minus. */
const LOSSES: ReadonlySet<string> = new Set<MovementKind>(['contraction', 'churn', 'transfer_out']);

/** The amount as shown: a loss below zero. */
export function signedAs(show: string, amountMinor: number | null): number | null {
  return LOSSES.has(show) && amountMinor ? -amountMinor : amountMinor;
}
