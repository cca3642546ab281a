// The roll-forward of customers: counts of movements, so that they add up too (docs/formulas.md: the one series, 5).
import type { Month } from '../../../../kernel/index.ts';
import type { COUNT_COLUMNS } from '../../rollups/index.ts';
import type { CountRecord } from '../../tables.ts';

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
export function customerRollForward(cells: readonly CountRecord[], months: readonly Month[]): CustomerMonth[] {
  const byMonth = new Map<string, CountRecord[]>();
  for (const cell of cells) {
    const ofMonth = byMonth.get(cell.month);
    if (ofMonth === undefined) byMonth.set(cell.month, [cell]);
    else ofMonth.push(cell);
  }
  let closing = 0;
  return months.map((month) => {
    const opening = closing;
    const own = byMonth.get(month) ?? [];
    const of = (column: (typeof COUNT_COLUMNS)[number]) => own.reduce((sum, cell) => sum + cell[column], 0);
    closing = opening + of('new') + of('reactivated') + of('transferred_in') - of('churned') - of('transferred_out');
    return {
      opening,
      new: of('new'),
      reactivated: of('reactivated'),
      churned: of('churned'),
      transferredIn: of('transferred_in'),
      transferredOut: of('transferred_out'),
      closing,
      lost: of('lost'),
    };
  });
}
