// The sums that roll-forwards are made of, wherever they come from: the rollups, or the movements themselves.
import type { CivilDay, Currency, Fraction, Instant, Month } from '../../../../kernel/index.ts';
import type { ReadHandle } from '../../../../ledger/projection.ts';
import type { AmountDimension, CountDimension, CountKind } from '../../rollups/index.ts';
import type { MovementKind } from '../../rules/index.ts';
import type { SeriesName } from '../report-shapes.ts';

/** Movements of one month, group, currency and kind; several cells may share these. Losses are below zero. */
export interface AmountCell {
  readonly month: Month;
  readonly groupId: string;
  readonly currency: Currency;
  readonly kind: MovementKind;
  readonly amount: bigint;
  /** In the currency converted into; meaningless in a native report. */
  readonly converted: bigint;
  /** Movements without a rate, which `converted` lacks. */
  readonly unrated: number;
}

/** Customers that became active or inactive; `currency` is null for activity in any currency. */
export interface CountCell {
  readonly month: Month;
  readonly groupId: string;
  readonly currency: Currency | null;
  readonly kind: CountKind;
  readonly customers: number;
}

export interface Sums {
  amounts(dimension: AmountDimension): Promise<AmountCell[]>;
  /** Counts over all currencies, or with `byCurrency` one set per billing currency. */
  counts(dimension: CountDimension, byCurrency: boolean): Promise<CountCell[]>;
  /** The rate at the end of each month known, or the last day known; null where none holds. */
  closingRates(): Promise<(month: Month, from: Currency) => Fraction | null>;
}

export interface SumsParts {
  readonly read: ReadHandle;
  readonly series: SeriesName;
  readonly into: Currency | null;
  readonly recordedBy: Instant | null;
  readonly through: CivilDay | null;
  readonly reportingCurrency: Currency;
}
