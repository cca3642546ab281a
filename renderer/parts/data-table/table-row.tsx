// One row of a table, or its room while it is read.
import { memo } from 'react';
import { Waiting } from '../waiting.tsx';
import type { DataColumn } from './columns.ts';
import styles from './data-table.module.css';

interface TableRowProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly index: number;
  /** Undefined while it is read: its cells stay where they are, and so does the focus in them. */
  readonly row: Row | undefined;
  readonly isSelected: boolean;
  readonly canBeOpened: boolean;
}

function drawRow<Row>({ columns, index, row, isSelected, canBeOpened }: TableRowProps<Row>) {
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isSelected || undefined}
      data-row={index}
      className={canBeOpened ? styles.opens : undefined}
    >
      {columns.map((column, place) => {
        const className = column.isNumeric ? styles.numeric : undefined;
        return column.isRowHeader ? (
          <th key={column.key} scope="row" className={className} tabIndex={-1}>
            <CellContent column={column} row={row} seed={index * 37 + place * 53} />
          </th>
        ) : (
          <td key={column.key} className={className} tabIndex={-1}>
            <CellContent column={column} row={row} seed={index * 37 + place * 53} />
          </td>
        );
      })}
    </tr>
  );
}

/** A row; drawn again only when it, its columns or its marks change. */
export const TableRow = memo(drawRow) as typeof drawRow;

interface CellContentProps<Row> {
  readonly column: DataColumn<Row>;
  readonly row: Row | undefined;
  readonly seed: number;
}

function CellContent<Row>({ column, row, seed }: CellContentProps<Row>) {
  if (row !== undefined) return column.cell(row);
  const { isNumeric = false } = column;
  return (
    <>
      <Waiting height={10} width={isNumeric ? 56 : 72 + (seed % 60)} isAtEnd={isNumeric} />
      {column.isRowHeader && <span className={styles.spoken}>Being read</span>}
    </>
  );
}
