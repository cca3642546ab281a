// The balance that was opened, as its own report has it.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import type { Selection, Shown } from '../selection/selection.ts';
import { filtersOf } from './question.ts';

export interface Balance {
  readonly amountMinor: number | null;
  readonly currency: string;
}

/** MRR or ARR of a month, or of the open group in it; undefined while it is read, and for counts. */
export function useBalance(show: Shown, month: string, selection: Selection): Balance | undefined {
  const { group, ...filters } = filtersOf(selection);
  const figures = useQuery(
    core.overview.figures.queryOptions(
      { from: month, to: month, ...(filters.currency && { currency: filters.currency }) },
      { enabled: show === 'arr' },
    ),
  );
  const movements = useQuery(
    core.reports.movements.queryOptions({ from: month, to: month, ...filters }, { enabled: show === 'mrr' }),
  );
  if (show === 'arr')
    return figures.data && { amountMinor: figures.data.arr.valueMinor, currency: figures.data.currency };
  if (movements.data === undefined) return undefined;
  const { rows, currency } = movements.data;
  const row = group === undefined ? rows[0] : rows.find((of) => of.groupId === group || of.group === group);
  // A month before the first movement has no row, and its balance is nothing.
  return {
    amountMinor: row === undefined ? 0 : row.closingMinor,
    currency: row?.currency ?? currency ?? filters.currency ?? 'USD',
  };
}
