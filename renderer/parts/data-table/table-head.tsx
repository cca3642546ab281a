// The heads of the columns; those that the core sorts by are buttons.
import type { DataColumn, DataSort } from './columns.ts';
import styles from './data-table.module.css';
import { ariaSort, sortAfter } from './sorting.ts';

interface TableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: DataSort | undefined;
  readonly onSort: ((sort: DataSort) => void) | undefined;
}

export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1} data-row={-1}>
        {columns.map((column) => {
          const next = onSort === undefined ? undefined : sortAfter(sort, column);
          const direction = next === undefined ? undefined : ariaSort(sort, column);
          return (
            <th
              key={column.key}
              scope="col"
              className={column.isNumeric ? styles.numeric : undefined}
              aria-sort={direction}
              tabIndex={-1}
            >
              {next === undefined ? (
                <span className={styles.headText} title={column.header}>
                  {column.header}
                </span>
              ) : (
                <button type="button" className={styles.sort} onClick={() => onSort?.(next)} title={column.header}>
                  <span>{column.header}</span>
                  <SortMark direction={direction} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortMark({ direction }: { readonly direction: ReturnType<typeof ariaSort> }) {
  return (
    <svg
      className={styles.sortMark}
      data-direction={direction}
      width="8"
      height="8"
      viewBox="0 0 8 8"
      aria-hidden="true"
    >
      <path d={direction === 'ascending' ? 'M4 1l3.4 5.4H.6z' : 'M4 7L.6 1.6h6.8z'} fill="currentColor" />
    </svg>
  );
}
