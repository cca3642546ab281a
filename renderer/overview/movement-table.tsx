// The chart's table, newest month first. Every cell opens its rows. It is one stop of the tab key; inside it the
// arrow keys move from cell to cell.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { MovementsRow } from '../core/outputs.ts';
import { isCutShort, monthText } from '../format/calendar.ts';
import { useSelection } from '../use-selection.ts';
import { MovementTableRow } from './movement-table-row.tsx';
import styles from './movement-table.module.css';
import type { RollForwardColumn } from './roll-forward.ts';

interface MovementTableProps {
  readonly rows: readonly MovementsRow[];
  readonly currency: string;
  readonly columns: readonly RollForwardColumn[];
  /** The last day that the figures cover. */
  readonly through: string | null;
}

export function MovementTable({ rows, currency, columns, through }: MovementTableProps) {
  const selection = useSelection();
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const newestFirst = rows.toReversed();
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = cellAfter(event, active, newestFirst.length, columns.length);
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    bodyRef.current?.rows[next.row]?.querySelectorAll('a')[next.column]?.focus();
  };
  const first = rows[0];
  const last = newestFirst[0];
  const caption =
    first && last
      ? `Roll-forward of each month, ${monthText(first.month)} to ${monthText(last.month)}`
      : 'Roll-forward';
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}. The arrow keys move between its figures.</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          {columns.map(({ field, name }) => (
            <th key={field} scope="col" className={styles.numeric}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={bodyRef} onKeyDown={move}>
        {newestFirst.map((row, index) => (
          <MovementTableRow
            key={row.month}
            row={row}
            currency={currency}
            isUnfinished={isCutShort(row.month, through)}
            columns={columns}
            selection={selection}
            activeColumn={index === Math.min(active.row, newestFirst.length - 1) ? active.column : undefined}
            onFocus={(column) => setActive({ row: index, column })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function cellAfter(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Cell,
  rows: number,
  columns: number,
): Cell | undefined {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: lastRow, column };
    default:
      return undefined;
  }
}
