// What a click on the head of a column asks for.
import type { DataColumn, DataSort } from './columns.ts';

/** The other direction of the sorted column; a new column begins with the greatest number or the first letter. */
export function sortAfter<Row>(sort: DataSort | undefined, column: DataColumn<Row>): DataSort | undefined {
  const { sortKey, isNumeric = false } = column;
  if (sortKey === undefined) return undefined;
  return { key: sortKey, isDescending: sort?.key === sortKey ? !sort.isDescending : isNumeric };
}

/** What a screen reader says of a column's head; undefined for one that cannot be sorted. */
export function ariaSort<Row>(
  sort: DataSort | undefined,
  { sortKey }: DataColumn<Row>,
): 'ascending' | 'descending' | 'none' | undefined {
  if (sortKey === undefined) return undefined;
  if (sort?.key !== sortKey) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}
