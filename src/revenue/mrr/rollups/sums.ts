// Rollup cells under way: sums by key, of what customers add and of what is taken back.
import type { MovementKind } from '../rules/evidence.ts';
import type { CohortRecord, CountRecord, MonthRecord } from '../tables.ts';
import { Lanes, monthNumber, monthText } from './lanes.ts';
import type { MonthNumber } from './lanes.ts';
import type { SeriesTag } from './net-movements.ts';

export type Dimension = 'total' | 'plan' | 'country';
/** What a customer does to a count; the names of its columns. */
export type CountKind = 'new' | 'reactivated' | 'churned' | 'transferred_in' | 'transferred_out' | 'lost';

/** The columns of each kind of movement: in the billing currency, and converted. */
export const KIND_COLUMNS = {
  new: ['new_mrr', 'converted_new_mrr'],
  reactivation: ['reactivation_mrr', 'converted_reactivation_mrr'],
  expansion: ['expansion_mrr', 'converted_expansion_mrr'],
  contraction: ['contraction_mrr', 'converted_contraction_mrr'],
  churn: ['churn_mrr', 'converted_churn_mrr'],
  transfer_in: ['transfer_in_mrr', 'converted_transfer_in_mrr'],
  transfer_out: ['transfer_out_mrr', 'converted_transfer_out_mrr'],
} as const satisfies Record<MovementKind, readonly [keyof MonthRecord, keyof MonthRecord]>;

/** The kinds of movement, in the order of a roll-forward. */
export const MOVEMENT_KINDS = Object.keys(KIND_COLUMNS) as MovementKind[];
/** The columns that sums are added to. */
export const AMOUNT_COLUMNS = MOVEMENT_KINDS.flatMap((kind) => KIND_COLUMNS[kind]);
export const COUNT_COLUMNS = [
  'new',
  'reactivated',
  'churned',
  'transferred_in',
  'transferred_out',
  'lost',
] as const satisfies CountKind[];
export const COHORT_COLUMNS = ['amount_mrr', 'initial_mrr', 'customers', 'joined'] as const;

const KIND_PLACES = new Map<string, number>(MOVEMENT_KINDS.map((kind, index) => [kind, index]));

interface AmountCell {
  readonly own: bigint[];
  readonly converted: bigint[];
  unrated: number;
}

type CountCell = Record<CountKind, number>;
type CohortCell = Pick<CohortRecord, (typeof COHORT_COLUMNS)[number]>;

const noAmounts = (): AmountCell => ({
  own: MOVEMENT_KINDS.map(() => 0n),
  converted: MOVEMENT_KINDS.map(() => 0n),
  unrated: 0,
});
const nobody = (): CountCell => ({
  new: 0,
  reactivated: 0,
  churned: 0,
  transferred_in: 0,
  transferred_out: 0,
  lost: 0,
});
const noCohort = (): CohortCell => ({ amount_mrr: 0n, initial_mrr: 0n, customers: 0, joined: 0 });

/**
 * Sums of amounts, counts and cohorts. A customer has one country, so what is summed by country is not summed
 * again for the total, but added up when the rows are made.
 */
export class RollupSums {
  readonly #amounts = { plan: new Lanes(noAmounts), country: new Lanes(noAmounts) };
  readonly #counts = { plan: new Lanes(nobody), country: new Lanes(nobody) };
  readonly #countsByCurrency = { plan: new Lanes(nobody), country: new Lanes(nobody) };
  readonly #lost = new Lanes(nobody);
  readonly #cohorts = new Map<MonthNumber, Lanes<CohortCell>>();

  /** Adds an amount to a cell; `converted` is null where its day has no rate. `times` is 1, or −1 to take it back. */
  addAmount(
    dimension: 'plan' | 'country',
    series: SeriesTag,
    month: MonthNumber,
    groupId: string,
    currency: string,
    kind: MovementKind,
    amount: bigint,
    converted: bigint | null,
    times: 1 | -1,
  ): void {
    const cell = this.#amounts[dimension].cell(series, groupId, currency, month);
    const place = KIND_PLACES.get(kind) ?? 0;
    cell.own[place] = plus(cell.own[place], amount, times);
    if (converted === null) cell.unrated += times;
    else cell.converted[place] = plus(cell.converted[place], converted, times);
  }

  /** Counts a customer's change in a group; `currency` is null for activity in any currency. */
  addCount(
    dimension: 'plan' | 'country',
    series: SeriesTag,
    currency: string | null,
    month: MonthNumber,
    groupId: string,
    kind: CountKind,
    times: 1 | -1,
  ): void {
    const lanes = currency === null ? this.#counts[dimension] : this.#countsByCurrency[dimension];
    lanes.cell(series, groupId, currency ?? '', month)[kind] += times;
  }

  /** Counts a customer that was active at the month's start and is not at its end. */
  addLost(series: SeriesTag, month: MonthNumber, times: 1 | -1): void {
    this.#lost.cell(series, '', '', month).lost += times;
  }

  /** The cell of a cohort's month and currency, to be added to. */
  cohort(series: SeriesTag, cohortMonth: MonthNumber, month: MonthNumber, currency: string): CohortCell {
    let lanes = this.#cohorts.get(cohortMonth);
    if (lanes === undefined) {
      lanes = new Lanes(noCohort);
      this.#cohorts.set(cohortMonth, lanes);
    }
    return lanes.cell(series, '', currency, month);
  }

  /** The rows of the cells that are not zero throughout. */
  rows(): { months: MonthRecord[]; counts: CountRecord[]; cohorts: CohortRecord[] } {
    return { months: this.#monthRows(), counts: this.#countRows(), cohorts: this.#cohortRows() };
  }

  #monthRows(): MonthRecord[] {
    const rows: MonthRecord[] = [];
    const totals = new Lanes(noAmounts);
    for (const { series, groupId, currency, month, cell } of this.#amounts.plan.entries()) {
      rows.push(monthRow('plan', series, month, groupId, currency, cell));
    }
    for (const { series, groupId, currency, month, cell } of this.#amounts.country.entries()) {
      rows.push(monthRow('country', series, month, groupId, currency, cell));
      const total = totals.cell(series, '', currency, monthNumber(month));
      for (const place of MOVEMENT_KINDS.keys()) {
        total.own[place] = plus(total.own[place], cell.own[place] ?? 0n, 1);
        total.converted[place] = plus(total.converted[place], cell.converted[place] ?? 0n, 1);
      }
      total.unrated += cell.unrated;
    }
    for (const { series, currency, month, cell } of totals.entries()) {
      rows.push(monthRow('total', series, month, '', currency, cell));
    }
    return rows.filter((row) => row.unrated !== 0 || AMOUNT_COLUMNS.some((column) => row[column] !== 0n));
  }

  #countRows(): CountRecord[] {
    const rows: CountRecord[] = [];
    const totals = new Lanes(nobody);
    for (const lanes of [this.#counts, this.#countsByCurrency]) {
      for (const dimension of ['plan', 'country'] as const) {
        for (const { series, groupId, currency, month, cell } of lanes[dimension].entries()) {
          rows.push({ dimension, series, currency, month, group_id: groupId, ...cell });
          if (dimension === 'country') addCounts(totals.cell(series, '', currency, monthNumber(month)), cell);
        }
      }
    }
    for (const { series, month, cell } of this.#lost.entries()) {
      addCounts(totals.cell(series, '', '', monthNumber(month)), cell);
    }
    for (const { series, currency, month, cell } of totals.entries()) {
      rows.push({ dimension: 'total', series, currency, month, group_id: '', ...cell });
    }
    return rows.filter((row) => COUNT_COLUMNS.some((column) => row[column] !== 0));
  }

  #cohortRows(): CohortRecord[] {
    const rows: CohortRecord[] = [];
    for (const [cohortMonth, lanes] of this.#cohorts) {
      for (const { series, currency, month, cell } of lanes.entries()) {
        rows.push({ series, cohort_month: monthText(cohortMonth), month, currency, ...cell });
      }
    }
    return rows.filter(
      (row) => row.amount_mrr !== 0n || row.initial_mrr !== 0n || row.customers !== 0 || row.joined !== 0,
    );
  }
}

function monthRow(
  dimension: Dimension,
  series: string,
  month: string,
  groupId: string,
  currency: string,
  { own, converted, unrated }: AmountCell,
): MonthRecord {
  const at = (amounts: readonly bigint[], kind: MovementKind) => amounts[KIND_PLACES.get(kind) ?? 0] ?? 0n;
  return {
    dimension,
    series,
    month,
    group_id: groupId,
    currency,
    new_mrr: at(own, 'new'),
    reactivation_mrr: at(own, 'reactivation'),
    expansion_mrr: at(own, 'expansion'),
    contraction_mrr: at(own, 'contraction'),
    churn_mrr: at(own, 'churn'),
    transfer_in_mrr: at(own, 'transfer_in'),
    transfer_out_mrr: at(own, 'transfer_out'),
    converted_new_mrr: at(converted, 'new'),
    converted_reactivation_mrr: at(converted, 'reactivation'),
    converted_expansion_mrr: at(converted, 'expansion'),
    converted_contraction_mrr: at(converted, 'contraction'),
    converted_churn_mrr: at(converted, 'churn'),
    converted_transfer_in_mrr: at(converted, 'transfer_in'),
    converted_transfer_out_mrr: at(converted, 'transfer_out'),
    unrated,
  };
}

function plus(sum: bigint | undefined, amount: bigint, times: 1 | -1): bigint {
  const before = sum ?? 0n;
  return times === 1 ? before + amount : before - amount;
}

function addCounts(total: CountCell, cell: CountCell): void {
  for (const kind of COUNT_COLUMNS) total[kind] += cell[kind];
}
