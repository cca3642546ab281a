// The months of the chart, each beside the month that it is compared with.
import type { MovementsReport, MovementsRow } from '../core/outputs.ts';
import { monthBefore } from '../format/calendar.ts';
import { monthsBetween } from '../selection/period.ts';

export interface MovementPoint {
  readonly row: MovementsRow;
  /** The same month of the compared period; undefined without one, or before the ledger begins. */
  readonly compared: MovementsRow | undefined;
}

/** The report's months with the compared ones beside them: last beside last. */
export function movementPoints({ rows, compared }: Pick<MovementsReport, 'rows' | 'compared'>): MovementPoint[] {
  const last = rows.at(-1)?.month;
  const apart = compared === null || last === undefined ? 0 : monthsBetween(compared.to, last) - 1;
  const byMonth = new Map<string, MovementsRow>(compared?.rows.map((row) => [row.month, row]));
  return rows.map((row) => ({ row, compared: byMonth.get(monthBefore(row.month, apart)) }));
}
