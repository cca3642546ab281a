// Cohorts by month of first positive MRR, from their rollup.
import { addDays, addMonths, monthOfDay, monthsFrom } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { resolveBasis } from './basis/resolve.ts';
import type { ClosingRate } from './basis/sums.ts';
import type { CohortCell, MetricRequest } from './metric-shapes.ts';
import { closingBalances } from './roll-forward/closing-balances.ts';

interface CohortStart {
  readonly currency: Currency;
  readonly initial: bigint;
  readonly joined: number;
}

interface CohortChange {
  readonly month: Month;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly customers: number;
}

/** Every cohort at the end of every finished month since (docs/formulas.md: cohorts), by cohort and month. */
export async function cohorts(read: ReadHandle, request: MetricRequest = {}): Promise<CohortCell[]> {
  const { series, sums, through } = await resolveBasis(read, request);
  if (through === null) return [];
  const last = lastFinishedMonth(through);
  const starts = await startsOf(read, series);
  const changes = await changesOf(read, series, last);
  const rate = await sums.closingRates();
  const byCohort = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = monthsFrom(byCohort[0]?.[0] ?? last, last);
  return byCohort.flatMap(([cohortMonth, own]) =>
    cohortCells(all.slice(all.indexOf(cohortMonth)), own, starts.get(cohortMonth) ?? [], rate),
  );
}

async function startsOf(read: ReadHandle, series: string): Promise<Map<string, CohortStart[]>> {
  const rows = await read
    .selectFrom('mrr_cohorts')
    .select(['cohort_month', 'currency', 'initial_mrr', 'joined'])
    .where('series', 'in', ['both', series])
    .whereRef('month', '=', 'cohort_month')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      cohortMonth: row.cohort_month,
      currency: row.currency as Currency,
      initial: row.initial_mrr,
      joined: row.joined,
    })),
    (start) => start.cohortMonth,
  );
}

async function changesOf(read: ReadHandle, series: string, last: Month): Promise<Map<Month, CohortChange[]>> {
  const rows = await read
    .selectFrom('mrr_cohorts')
    .select(['cohort_month', 'month', 'currency', 'amount_mrr', 'customers'])
    .where('series', 'in', ['both', series])
    .where('month', '<=', last)
    .execute();
  const cohortChanges = new Map<Month, CohortChange[]>();
  for (const row of rows) {
    const change = {
      month: row.month as Month,
      currency: row.currency as Currency,
      amount: row.amount_mrr,
      customers: row.customers,
    };
    const own = cohortChanges.get(row.cohort_month as Month);
    if (own === undefined) cohortChanges.set(row.cohort_month as Month, [change]);
    else own.push(change);
  }
  return cohortChanges;
}

/** The cells of one cohort; the first of the months is its own. */
function cohortCells(
  months: readonly Month[],
  changes: readonly CohortChange[],
  starts: readonly CohortStart[],
  rate: ClosingRate,
): CohortCell[] {
  const [cohortMonth] = months;
  if (cohortMonth === undefined) return [];
  const rates = new Map(changes.map(({ currency }) => [currency, rate(cohortMonth, currency)]));
  const atStart: ClosingRate = (_, from) => rates.get(from) ?? null;
  const closings = closingBalances(changes, months, atStart);
  const initials = starts.map(({ currency, initial }) => ({ month: cohortMonth, currency, amount: initial }));
  const initialMrr = closingBalances(initials, [cohortMonth], atStart)[0] ?? null;
  const size = starts.reduce((sum, start) => sum + start.joined, 0);
  const moved = new Map<Month, number>();
  for (const { month, customers } of changes) moved.set(month, (moved.get(month) ?? 0) + customers);
  let active = 0;
  return months.map((month, k) => {
    active += moved.get(month) ?? 0;
    return { cohortMonth, k, month, size, active, initialMrr, closingMrr: closings[k] ?? null };
  });
}

/** The last month whose end is known. */
function lastFinishedMonth(through: CivilDay): Month {
  const month = monthOfDay(through);
  return monthOfDay(addDays(through, 1)) === month ? addMonths(month, -1) : month;
}
