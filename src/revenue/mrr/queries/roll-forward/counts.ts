// The roll-forward of customers: counts of movements, so that they add up too (METRICS: the one series, 5).
import type { Month } from '../../../../kernel/index.ts';
import type { CountKind } from '../../rollups/index.ts';
import type { CountCell } from '../basis/sums.ts';

export interface CustomerMonth {
  readonly opening: number;
  readonly new: number;
  readonly reactivated: number;
  readonly churned: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly closing: number;
  /** Active at the start and not at the end. */
  readonly lost: number;
}

/** The counts of one group month by month; the months begin where its cells begin or earlier. */
export function customerRollForward(cells: readonly CountCell[], months: readonly Month[]): CustomerMonth[] {
  const byMonth = new Map<string, number>();
  for (const { month, kind, customers } of cells) {
    const key = month + kind;
    byMonth.set(key, (byMonth.get(key) ?? 0) + customers);
  }
  let closing = 0;
  return months.map((month) => {
    const of = (kind: CountKind) => byMonth.get(month + kind) ?? 0;
    const opening = closing;
    closing = opening + of('new') + of('reactivation') + of('in') - of('churn') - of('out');
    return {
      opening, new: of('new'), reactivated: of('reactivation'), churned: of('churn'), transferredIn: of('in'),
      transferredOut: of('out'), closing, lost: of('lost'),
    };
  });
}
