// The standing metrics, from rollups alone: their cost depends on months and plans, not on customers.
import { MRR_SCALE, divideHalfAwayFromZero, monthOfDay, monthsFrom } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { KIND_COLUMNS, MOVEMENT_KINDS, isTransfer } from '../rollups/index.ts';
import type { MonthRecord } from '../tables.ts';
import { resolveBasis } from './basis/resolve.ts';
import type { KindMonth, LtvMonth, MetricRequest, PlanMonth } from './metric-shapes.ts';
import { customerRollForward } from './roll-forward/counts.ts';
import { closingBalances } from './roll-forward/closing-balances.ts';
import { firstMonth } from './roll-forward/index.ts';

/** Movements by month and kind in the reporting currency, in the order of docs/formulas.md; kinds without movements left out. */
export async function mrrByKind(read: ReadHandle, request: MetricRequest = {}): Promise<KindMonth[]> {
  const { sums } = await resolveBasis(read, request);
  const byMonth = Map.groupBy(await sums.amounts('total'), (cell) => cell.month as Month);
  return [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, cells]) =>
      MOVEMENT_KINDS.flatMap((kind): KindMonth[] => {
        const [own, into] = KIND_COLUMNS[kind];
        if (isTransfer(kind) || cells.every((cell) => cell[own] === 0n)) return [];
        const isUnrated = cells.some((cell) => cell.unrated !== 0 && cell[own] !== 0n);
        return [{ month, kind: kind as KindMonth['kind'], amountMrr: isUnrated ? null : sumOf(cells, into) }];
      }),
    );
}

/** Each plan's MRR and customers at the end of each month since its first. */
export async function mrrByPlan(read: ReadHandle, request: MetricRequest = {}): Promise<PlanMonth[]> {
  const { sums, through } = await resolveBasis(read, request);
  if (through === null) return [];
  const last = monthOfDay(through);
  const plans = Map.groupBy(await sums.amounts('plan'), (cell) => cell.group_id);
  const counts = Map.groupBy(await sums.counts('plan', false), (cell) => cell.group_id);
  const rate = await sums.closingRates();
  return [...plans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([planId, cells]) => {
      const months = monthsFrom(firstMonth(cells) ?? last, last);
      const closings = closingBalances(cells.map(changeOf), months, rate);
      const customers = customerRollForward(counts.get(planId) ?? [], months);
      return months.map((month, index) => ({
        month,
        planId,
        closingMrr: closings[index] ?? null,
        customers: customers[index]?.closing ?? 0,
      }));
    });
}

/** Lifetime value by month from the first with a movement on (docs/formulas.md: LTV; margin 100 %). */
export async function ltvByMonth(read: ReadHandle, request: MetricRequest = {}): Promise<LtvMonth[]> {
  const { sums, through, workspace } = await resolveBasis(read, request);
  if (through === null) return [];
  const cells = await sums.amounts('total');
  const first = firstMonth(cells);
  if (first === null) return [];
  const months = monthsFrom(first, monthOfDay(through));
  const closings = closingBalances(cells.map(changeOf), months, await sums.closingRates());
  const counts = customerRollForward(await sums.counts('total', false), months);
  return months.map((month, index) => {
    const pooled = counts.slice(Math.max(0, index - 2), index + 1);
    const lost = pooled.reduce((sum, count) => sum + count.lost, 0);
    const atStart = pooled.reduce((sum, count) => sum + count.opening, 0);
    const active = counts[index]?.closing ?? 0;
    const closingMrr = closings[index] ?? null;
    return {
      month,
      currency: workspace.reportingCurrency,
      closingMrr,
      active,
      lost: counts[index]?.lost ?? 0,
      activeAtStart: counts[index]?.opening ?? 0,
      ltvMinor:
        closingMrr === null || active === 0 || lost === 0 || atStart === 0
          ? null
          : Number(divideHalfAwayFromZero(closingMrr * BigInt(atStart), BigInt(active) * BigInt(lost) * MRR_SCALE)),
    };
  });
}

function changeOf(cell: MonthRecord) {
  const amount = MOVEMENT_KINDS.reduce((sum, kind) => sum + cell[KIND_COLUMNS[kind][0]], 0n);
  return { month: cell.month as Month, currency: cell.currency as Currency, amount };
}

function sumOf(
  cells: readonly MonthRecord[],
  column: (typeof KIND_COLUMNS)[keyof typeof KIND_COLUMNS][number],
): bigint {
  return cells.reduce((sum, cell) => sum + cell[column], 0n);
}
