// Which months a chosen period means. The months are only counted here; what happened in them the core knows.
import { monthBefore } from '../format/calendar.ts';

/** Periods with a name of their own: so many months, the year so far, all there is. */
export const PRESETS = ['12m', '24m', '36m', 'ytd', 'all'] as const;
export type Preset = (typeof PRESETS)[number];
export const DEFAULT_PRESET: Preset = '24m';

/** A period as it was chosen: by name, or as first and last month. */
export interface PeriodChoice {
  readonly period?: Preset;
  /** `YYYY-MM`; only together with `to`. */
  readonly from?: string;
  readonly to?: string;
}

/** First and last month, both inside. `from` is undefined where it is whatever month the ledger begins with. */
export interface Months {
  readonly from: string | undefined;
  readonly to: string;
}

const LENGTHS = { '12m': 12, '24m': 24, '36m': 36 } as const;

/** The months of a choice in a ledger whose last month with data is `last`. */
export function monthsOf({ period = DEFAULT_PRESET, from, to }: PeriodChoice, last: string): Months {
  if (from !== undefined && to !== undefined) return { from, to };
  if (period === 'all') return { from: undefined, to: last };
  if (period === 'ytd') return { from: `${last.slice(0, 4)}-01`, to: last };
  return { from: monthBefore(last, LENGTHS[period] - 1), to: last };
}

/** How many months lie from the first to the last, both counted. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
}
