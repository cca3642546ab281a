// What periods, comparisons and the figures of the first screen answer with.
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import type { MovementsRow, ReportEnvelope } from './report-shapes.ts';

/** A stretch of whole months, first and last. */
export interface Period {
  readonly from: Month;
  readonly to: Month;
}

/** The roll-forward of a whole period: its first opening, the sums of what happened, its last closing. */
export interface PeriodRow extends Omit<MovementsRow, 'month'>, Period {}

/** The roll-forward over some months, by month and in sum. */
export interface MovementsPeriod {
  /** By month; with groups, by month and group. */
  readonly rows: readonly MovementsRow[];
  /** In a grouped report the same months without groups, which the groups of `rows` sum to; else empty. */
  readonly monthTotals: readonly MovementsRow[];
  /** The whole period without groups: one row, in a native report one per currency. */
  readonly totals: readonly PeriodRow[];
  /** The whole period of each group, which sum to `totals`; empty without groups. */
  readonly groupTotals: readonly PeriodRow[];
}

/** The months that a period is compared with. */
export interface ComparedMonths extends MovementsPeriod, Period {
  /** What changed since, for each of the period's `totals` and then of its `groupTotals`. */
  readonly changes: readonly PeriodChange[];
}

/** The fields of a roll-forward that are numbers. */
export type PeriodField = Extract<keyof PeriodRow, `${string}Minor` | `customers${string}`>;

/** What changed in the lines of one total; losses are below zero here, so that a loss that grew is a change for the worse. */
export interface PeriodChange extends Pick<PeriodRow, 'groupId' | 'currency'> {
  readonly lines: Readonly<Record<PeriodField, { readonly change: number | null; readonly rate: string | null }>>;
}

export interface MovementsAnswer extends ReportEnvelope<MovementsRow>, Omit<MovementsPeriod, 'rows'> {
  /** The months answered, of those asked for the known ones; null while none is known. */
  readonly from: Month | null;
  readonly to: Month | null;
  /** Null when no comparison was asked for, or nothing is known of those months. */
  readonly compared: ComparedMonths | null;
}

/** An amount beside what it is compared with; null where a rate is missing or nothing is compared. */
export interface AmountFigure {
  readonly valueMinor: number | null;
  readonly comparedMinor: number | null;
  readonly changeMinor: number | null;
  /** Change ÷ the compared amount without its sign, as a decimal fraction of four digits: `-0.0312`; null where that is zero. */
  readonly changeRate: string | null;
}

export interface CountFigure {
  readonly count: number;
  readonly comparedCount: number | null;
  readonly changeCount: number | null;
  readonly changeRate: string | null;
}

/** Balances are of the end of `month`; movements are those of the months from `from` to `month`. */
export interface OverviewFigures {
  /** The day that the balances are of: the month's last, or the last day known. */
  readonly asOfOn: CivilDay | null;
  readonly from: Month | null;
  readonly month: Month | null;
  readonly comparedFrom: Month | null;
  readonly comparedMonth: Month | null;
  readonly currency: Currency;
  readonly mrr: AmountFigure;
  readonly arr: AmountFigure;
  readonly customers: CountFigure;
  /** MRR ÷ active customers, both at the end of the month; null without any. */
  readonly arpa: AmountFigure;
  /** New, reactivation and expansion less contraction and churn. */
  readonly netNew: AmountFigure;
  readonly new: AmountFigure;
  readonly reactivation: AmountFigure;
  readonly expansion: AmountFigure;
  /** Losses are positive. */
  readonly contraction: AmountFigure;
  readonly churn: AmountFigure;
  readonly dataThrough: CivilDay | null;
  readonly warnings: readonly string[];
}
