// The view that every area is shown under: its months, comparison and currency, resolved against the ledger.
import { DEFAULT_PRESET, monthsOf, type Preset } from './period.ts';
import type { Comparison, Selection } from './selection.ts';

export interface View {
  /** How the period was chosen: by its name, or as first and last month. */
  readonly period: Preset | 'months';
  /** The first month; undefined for all there is, and while `to` is. */
  readonly from: string | undefined;
  /** The last month; undefined while the ledger has not answered, and in a ledger without objects. */
  readonly to: string | undefined;
  readonly compare: Comparison | 'none';
  /** The currency that was chosen; undefined for the reporting currency and for native. */
  readonly currency: string | undefined;
  /** Each amount in its own currency, where an area can show that; others show the reporting currency. */
  readonly isNative: boolean;
}

/** The view of a selection in a ledger whose data reach to the day `through`. */
export function viewFor(selection: Selection, through: string | undefined): View {
  const months = through === undefined ? undefined : monthsOf(selection, through.slice(0, 7));
  const isNative = selection.currency === 'native';
  return {
    period: selection.from === undefined ? (selection.period ?? DEFAULT_PRESET) : 'months',
    from: months?.from,
    to: months?.to,
    compare: selection.compare ?? 'none',
    currency: isNative ? undefined : selection.currency,
    isNative,
  };
}
