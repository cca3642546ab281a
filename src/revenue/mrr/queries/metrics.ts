// The standing metrics, from rollups alone: their cost depends on months and plans, not on customers.
import { divideHalfAwayFromZero, monthOfDay, monthsBetween, monthsFrom, addMonths } from '../../../kernel/index.ts';
import type { Currency, Fraction, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/projection.ts';
import { resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import type { CohortCell, KindMonth, LtvMonth, MetricRequest, PlanMonth } from './metric-shapes.ts';
import { customerRollForward } from './roll-forward/counts.ts';

type ClosingRate = (month: Month, from: Currency) => Fraction | null;

/** Movements by month and kind in the reporting currency, by month and in the order of METRICS. */
export async function mrrByKind(read: ReadHandle, request: MetricRequest = {}): Promise<KindMonth[]> {
  const basis = await resolveBasis(read, request);
  const rows = await read.selectFrom('mrr_months')
    .select(({ fn }) => ['month', 'kind', fn.sum<bigint>('converted_mrr').as('converted_mrr'), fn.sum<number>('unrated').as('unrated')])
    .where('dimension', '=', 'total').where('series', 'in', ['both', basis.series])
    .groupBy(['month', 'kind']).orderBy('month').orderBy('kind').execute();
  return rows.map((row) => ({
    month: row.month as Month, kind: row.kind as KindMonth['kind'], amountMrr: row.unrated === 0 ? row.converted_mrr : null,
  }));
}

/** Each plan's MRR and customers at the end of each month since its first. */
export async function mrrByPlan(read: ReadHandle, request: MetricRequest = {}): Promise<PlanMonth[]> {
  const basis = await resolveBasis(read, request);
  if (basis.through === null) return [];
  const last = monthOfDay(basis.through);
  const changes = await read.selectFrom('mrr_months')
    .select(({ fn }) => ['group_id', 'currency', 'month', fn.sum<bigint>('amount_mrr').as('change_mrr')])
    .where('dimension', '=', 'plan').where('series', 'in', ['both', basis.series])
    .groupBy(['group_id', 'currency', 'month']).execute();
  const counts = Map.groupBy(await basis.sums.counts('plan', false), (cell) => cell.groupId);
  const rate = await basis.sums.closingRates();
  return [...Map.groupBy(changes, (row) => row.group_id)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([planId, rows]) => {
    const months = monthsFrom(firstOf(rows), last);
    const closings = closingBalances(rows, months, rate);
    const customers = customerRollForward(counts.get(planId) ?? [], months);
    return months.map((month, index) => ({
      month, planId, closingMrr: closings[index] ?? null, customers: customers[index]?.closing ?? 0,
    }));
  });
}

interface Change {
  readonly month: string;
  readonly currency: string;
  readonly change_mrr: bigint;
}

/** Running balances, each currency at the month's closing rate; null where a balance has none. */
function closingBalances(changes: readonly Change[], months: readonly Month[], rate: ClosingRate): (bigint | null)[] {
  const closings: (bigint | null)[] = months.map(() => 0n);
  for (const [currency, rows] of Map.groupBy(changes, (row) => row.currency)) {
    const byMonth = new Map<string, bigint>();
    for (const row of rows) byMonth.set(row.month, (byMonth.get(row.month) ?? 0n) + row.change_mrr);
    let balance = 0n;
    for (const [index, month] of months.entries()) {
      balance += byMonth.get(month) ?? 0n;
      const shown = atRate(balance, balance === 0n ? null : rate(month, currency as Currency));
      const before = closings[index] ?? null;
      closings[index] = before === null || shown === null ? null : before + shown;
    }
  }
  return closings;
}

function atRate(balance: bigint, rate: Fraction | null): bigint | null {
  if (balance === 0n) return 0n;
  return rate === null ? null : divideHalfAwayFromZero(balance * rate.numerator, rate.denominator);
}

function firstOf(rows: readonly { readonly month: string }[]): Month {
  return rows.reduce((least, row) => (row.month < least ? row.month : least), rows[0]?.month ?? '') as Month;
}

/** Cohorts by month of first positive MRR, with every finished month since (METRICS: cohorts). */
export async function cohorts(read: ReadHandle, request: MetricRequest = {}): Promise<CohortCell[]> {
  const basis = await resolveBasis(read, request);
  if (basis.through === null) return [];
  const last = lastFinishedMonth(basis);
  const rows = await read.selectFrom('mrr_cohorts')
    .select(['cohort_month', 'month', 'currency', 'amount_mrr', 'initial_mrr', 'customers', 'joined'])
    .where('series', 'in', ['both', basis.series]).execute();
  const rate = await basis.sums.closingRates();
  return [...Map.groupBy(rows, (row) => row.cohort_month)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([text, own]) => {
    const cohortMonth = text as Month;
    const months = monthsFrom(cohortMonth, last);
    const atStart: ClosingRate = (_, from) => rate(cohortMonth, from);
    const closings = closingBalances(own.map((row) => ({ ...row, change_mrr: row.amount_mrr })), months, atStart);
    const initial = closingBalances(own.map((row) => ({ ...row, change_mrr: row.initial_mrr })), [cohortMonth], atStart)[0] ?? null;
    const size = own.reduce((sum, row) => sum + row.joined, 0);
    const changes = new Map<string, number>();
    for (const row of own) changes.set(row.month, (changes.get(row.month) ?? 0) + row.customers);
    let active = 0;
    return months.map((month, index) => {
      active += changes.get(month) ?? 0;
      return { cohortMonth, k: monthsBetween(cohortMonth, month), month, size, active, initialMrr: initial, closingMrr: closings[index] ?? null };
    });
  });
}

/** The last month whose end is known. */
function lastFinishedMonth({ through }: Basis): Month {
  const month = monthOfDay(through ?? ('' as NonNullable<Basis['through']>));
  return through !== null && addMonths(month, 1) > month && isMonthEnd(through) ? month : addMonths(month, -1);
}

function isMonthEnd(day: string): boolean {
  return new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;
}

/** Lifetime value by month from the first with a movement on (METRICS: LTV; margin 100 %). */
export async function ltvByMonth(read: ReadHandle, request: MetricRequest = {}): Promise<LtvMonth[]> {
  const basis = await resolveBasis(read, request);
  if (basis.through === null) return [];
  const changes = await read.selectFrom('mrr_months')
    .select(({ fn }) => ['month', 'currency', fn.sum<bigint>('amount_mrr').as('change_mrr')])
    .where('dimension', '=', 'total').where('series', 'in', ['both', basis.series])
    .groupBy(['month', 'currency']).execute();
  if (changes.length === 0) return [];
  const months = monthsFrom(firstOf(changes), monthOfDay(basis.through));
  const closings = closingBalances(changes, months, await basis.sums.closingRates());
  const counts = customerRollForward(await basis.sums.counts('total', false), months);
  return months.map((month, index) => {
    const pooled = counts.slice(Math.max(0, index - 2), index + 1);
    const lost = pooled.reduce((sum, count) => sum + count.lost, 0);
    const atStart = pooled.reduce((sum, count) => sum + count.opening, 0);
    const active = counts[index]?.closing ?? 0;
    const closingMrr = closings[index] ?? null;
    return {
      month,
      currency: basis.workspace.reportingCurrency,
      closingMrr,
      active,
      lost: counts[index]?.lost ?? 0,
      activeAtStart: counts[index]?.opening ?? 0,
      ltvMinor: closingMrr === null || active === 0 || lost === 0 || atStart === 0
        ? null
        : Number(divideHalfAwayFromZero(closingMrr * BigInt(atStart), BigInt(active) * BigInt(lost) * 10_000n)),
    };
  });
}
