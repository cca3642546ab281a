// Rollup cells under way: sums by key, of what customers add and of what is taken back.
import type { CohortRecord, CountRecord, MonthRecord } from '../tables.ts';
import type { SeriesTag } from './net-movements.ts';

export type AmountDimension = 'total' | 'plan' | 'country';
export type CountDimension = AmountDimension | 'currency';
/** `in` and `out`: became active or inactive in the group while active elsewhere before or after. */
export type CountKind = 'new' | 'reactivation' | 'churn' | 'in' | 'out' | 'lost';

/** Sums of amounts, counts and cohorts, kept by the primary keys of their tables. */
export class RollupSums {
  readonly months = new Map<string, MonthRecord>();
  readonly counts = new Map<string, CountRecord>();
  readonly cohorts = new Map<string, CohortRecord>();

  /** Adds an amount to a cell; `converted` is null where its day has no rate. `times` is 1, or −1 to take it back. */
  addAmount(
    dimension: AmountDimension,
    series: SeriesTag,
    month: string,
    groupId: string,
    currency: string,
    kind: string,
    amount: bigint,
    converted: bigint | null,
    times: 1 | -1,
  ): void {
    const key = `${dimension}|${series}|${month}|${groupId}|${currency}|${kind}`;
    let cell = this.months.get(key);
    if (cell === undefined) {
      cell = {
        dimension,
        series,
        month,
        group_id: groupId,
        currency,
        kind,
        amount_mrr: 0n,
        converted_mrr: 0n,
        unrated: 0,
      };
      this.months.set(key, cell);
    }
    cell.amount_mrr += times === 1 ? amount : -amount;
    if (converted === null) cell.unrated += times;
    else cell.converted_mrr += times === 1 ? converted : -converted;
  }

  addCount(
    dimension: CountDimension,
    series: SeriesTag,
    currency: string,
    month: string,
    groupId: string,
    kind: CountKind,
    customers: number,
  ): void {
    const key = `${dimension}|${series}|${currency}|${month}|${groupId}|${kind}`;
    const cell = this.counts.get(key);
    if (cell === undefined)
      this.counts.set(key, { dimension, series, currency, month, group_id: groupId, kind, customers });
    else cell.customers += customers;
  }

  /** The cell of a cohort's month and currency, to be added to. */
  cohort(series: SeriesTag, cohortMonth: string, month: string, currency: string): CohortRecord {
    const key = `${series}|${cohortMonth}|${month}|${currency}`;
    let cell = this.cohorts.get(key);
    if (cell === undefined) {
      cell = {
        series,
        cohort_month: cohortMonth,
        month,
        currency,
        amount_mrr: 0n,
        initial_mrr: 0n,
        customers: 0,
        joined: 0,
      };
      this.cohorts.set(key, cell);
    }
    return cell;
  }

  /** The cells that are not zero throughout. */
  rows(): { months: MonthRecord[]; counts: CountRecord[]; cohorts: CohortRecord[] } {
    return {
      months: [...this.months.values()].filter(
        (cell) => cell.amount_mrr !== 0n || cell.converted_mrr !== 0n || cell.unrated !== 0,
      ),
      counts: [...this.counts.values()].filter((cell) => cell.customers !== 0),
      cohorts: [...this.cohorts.values()].filter(
        (cell) => cell.amount_mrr !== 0n || cell.initial_mrr !== 0n || cell.customers !== 0 || cell.joined !== 0,
      ),
    };
  }
}
