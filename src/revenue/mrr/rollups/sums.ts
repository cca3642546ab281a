// Rollup cells under way: sums by key, of what customers add and of what is taken back.
import type { MovementKind } from '../rules/evidence.ts';
import type { CohortRecord, CountRecord, MonthRecord } from '../tables.ts';
import type { SeriesTag } from './net-movements.ts';

export type AmountDimension = 'total' | 'plan' | 'country';
export type CountDimension = AmountDimension | 'currency';
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
export const COHORT_COLUMNS = [
  'amount_mrr',
  'initial_mrr',
  'customers',
  'joined',
] as const satisfies (keyof CohortRecord)[];

/** Cells under paths of short keys: cheaper to find than under one long key made for each look-up. */
class CellTree<Cell> {
  readonly #branches = new Map<string, CellTree<Cell>>();
  readonly cells = new Map<string, Cell>();

  under(key: string): CellTree<Cell> {
    const known = this.#branches.get(key);
    if (known !== undefined) return known;
    const branch = new CellTree<Cell>();
    this.#branches.set(key, branch);
    return branch;
  }

  all(): Cell[] {
    return [...this.cells.values(), ...[...this.#branches.values()].flatMap((branch) => branch.all())];
  }
}

/** Sums of amounts, counts and cohorts, kept by the primary keys of their tables. */
export class RollupSums {
  readonly #months = new CellTree<MonthRecord>();
  readonly #counts = new CellTree<CountRecord>();
  readonly #cohorts = new CellTree<CohortRecord>();

  /** Adds an amount to a cell; `converted` is null where its day has no rate. `times` is 1, or −1 to take it back. */
  addAmount(
    dimension: AmountDimension,
    series: SeriesTag,
    month: string,
    groupId: string,
    currency: string,
    kind: MovementKind,
    amount: bigint,
    converted: bigint | null,
    times: 1 | -1,
  ): void {
    const { cells } = this.#months.under(dimension).under(series).under(groupId).under(currency);
    let cell = cells.get(month);
    if (cell === undefined) {
      cell = emptyMonth(dimension, series, month, groupId, currency);
      cells.set(month, cell);
    }
    const [own, into] = KIND_COLUMNS[kind];
    cell[own] += times === 1 ? amount : -amount;
    if (converted === null) cell.unrated += times;
    else cell[into] += times === 1 ? converted : -converted;
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
    const { cells } = this.#counts.under(dimension).under(series).under(currency).under(groupId);
    let cell = cells.get(month);
    if (cell === undefined) {
      cell = { dimension, series, currency, month, group_id: groupId, ...NOBODY };
      cells.set(month, cell);
    }
    cell[kind] += customers;
  }

  /** The cell of a cohort's month and currency, to be added to. */
  cohort(series: SeriesTag, cohortMonth: string, month: string, currency: string): CohortRecord {
    const { cells } = this.#cohorts.under(series).under(cohortMonth).under(month);
    let cell = cells.get(currency);
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
      cells.set(currency, cell);
    }
    return cell;
  }

  /** The cells that are not zero throughout. */
  rows(): { months: MonthRecord[]; counts: CountRecord[]; cohorts: CohortRecord[] } {
    return {
      months: this.#months
        .all()
        .filter((cell) => cell.unrated !== 0 || AMOUNT_COLUMNS.some((column) => cell[column] !== 0n)),
      counts: this.#counts.all().filter((cell) => COUNT_COLUMNS.some((column) => cell[column] !== 0)),
      cohorts: this.#cohorts
        .all()
        .filter(
          (cell) => cell.amount_mrr !== 0n || cell.initial_mrr !== 0n || cell.customers !== 0 || cell.joined !== 0,
        ),
    };
  }
}

const NOBODY = { new: 0, reactivated: 0, churned: 0, transferred_in: 0, transferred_out: 0, lost: 0 };

function emptyMonth(dimension: string, series: string, month: string, groupId: string, currency: string): MonthRecord {
  return {
    dimension,
    series,
    month,
    group_id: groupId,
    currency,
    new_mrr: 0n,
    reactivation_mrr: 0n,
    expansion_mrr: 0n,
    contraction_mrr: 0n,
    churn_mrr: 0n,
    transfer_in_mrr: 0n,
    transfer_out_mrr: 0n,
    converted_new_mrr: 0n,
    converted_reactivation_mrr: 0n,
    converted_expansion_mrr: 0n,
    converted_contraction_mrr: 0n,
    converted_churn_mrr: 0n,
    converted_transfer_in_mrr: 0n,
    converted_transfer_out_mrr: 0n,
    unrated: 0,
  };
}
