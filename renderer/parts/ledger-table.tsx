// The table of every list: columns declared once, ruled rows, amounts aligned on the decimal point,
// and only the rows in sight drawn when there are many.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useRef } from 'react';
import styles from './ledger-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their cell. */
  readonly isNumeric?: boolean;
  /** A CSS width; columns without one share what is left. */
  readonly width?: string;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
}

export interface LedgerTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string;
  /** What scrolls around the table; rows out of its sight are then not drawn. */
  readonly scrollRef?: RefObject<HTMLElement | null>;
  /** Rows there are in all, where more can still be read. */
  readonly total?: number;
  readonly onEndInSight?: () => void;
  readonly minWidth?: string;
}

/** Room for a day such as `Oct 31, 2026`. */
export const DAY_WIDTH = '106px';

const ROW_HEIGHT = 26;
const DRAWN_WHOLE = 60;

export function LedgerTable<Row>(props: LedgerTableProps<Row>) {
  const { caption, columns, rows, keyOf, total, minWidth } = props;
  const tableRef = useRef<HTMLTableElement>(null);
  const { first, last, before, after } = useRowsInSight(props, tableRef);
  return (
    <table ref={tableRef} className={styles.table} aria-rowcount={(total ?? rows.length) + 1} style={{ minWidth }}>
      <caption className={styles.caption}>{caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ key, header, isNumeric }) => (
            <th key={key} scope="col" className={isNumeric ? styles.numeric : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 && <Spacer height={before} span={columns.length} />}
        {rows.slice(first, last).map((row, offset) => (
          <tr key={keyOf(row, first + offset)} aria-rowindex={first + offset + 2}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
        {after > 0 && <Spacer height={after} span={columns.length} />}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const className = column.isNumeric ? styles.numeric : styles.text;
  return column.isRowHeader ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className={styles.spacer}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function useRowsInSight<Row>(
  { rows, scrollRef, onEndInSight }: LedgerTableProps<Row>,
  tableRef: RefObject<HTMLTableElement | null>,
) {
  const isVirtual = scrollRef !== undefined && rows.length > DRAWN_WHOLE;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    getScrollElement: () => scrollRef?.current ?? null,
    scrollMargin: tableRef.current?.offsetTop ?? 0,
    onChange: ({ range }) => {
      if (range !== null && range.endIndex >= rows.length - DRAWN_WHOLE) onEndInSight?.();
    },
  });
  if (!isVirtual) return { first: 0, last: rows.length, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = (items.at(-1)?.index ?? DRAWN_WHOLE - 1) + 1;
  return { first, last, before: first * ROW_HEIGHT, after: (rows.length - last) * ROW_HEIGHT };
}
