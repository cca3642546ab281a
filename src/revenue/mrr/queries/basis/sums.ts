// The sums that roll-forwards are made of, wherever they come from: the rollups, or the movements themselves.
import type { CivilDay, Currency, Fraction, Instant, Month } from '../../../../kernel/index.ts';
import type { ReadHandle } from '../../../../ledger/index.ts';
import type { Dimension } from '../../rollups/index.ts';
import type { CountRecord, MonthRecord } from '../../tables.ts';
import type { SeriesName } from '../report-shapes.ts';

export interface Sums {
  /** Sums of movements; several may share month, group and currency. */
  amounts(dimension: Dimension): Promise<MonthRecord[]>;
  /** Counts over all currencies, or with `byCurrency` one set per billing currency. */
  counts(dimension: Dimension, byCurrency: boolean): Promise<CountRecord[]>;
  /** The rate at the end of each month known, or the last day known; null where none holds. */
  closingRates(): Promise<ClosingRate>;
}

/** The rate at which a month's closing balance is shown; null where none holds. */
export type ClosingRate = (month: Month, from: Currency) => Fraction | null;

export interface SumsParts {
  readonly read: ReadHandle;
  readonly series: SeriesName;
  /** Null when amounts stay in their billing currencies. */
  readonly into: Currency | null;
  /** Amounts are in a currency that no rollup holds. */
  readonly isForeign: boolean;
  readonly recordedBy: Instant | null;
  readonly through: CivilDay | null;
}
