// One row of the statement: the head of a block, or a line of it, with a figure in each column.
import { memo } from 'react';
import { amountText } from '../format/amounts.ts';
import { selectionSearch, type Selection } from '../selection/selection.ts';
import type { StatementRow as Row } from './statement.ts';
import { type CellValue, openedBy, textOf, cellValue } from './statement-cells.ts';
import type { StatementColumn } from './statement-columns.ts';
import type { StatementLine } from './statement-lines.ts';
import styles from './statement-table.module.css';

interface StatementRowProps {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly StatementColumn[];
  /** What the cells' links are built on. */
  readonly base: Selection;
  /** The column that the tab key reaches, when it is in this row. */
  readonly activeColumn: number | undefined;
  readonly onToggle: (key: string) => void;
}

export const StatementRow = memo(drawRow);

function drawRow({ row, index, columns, base, activeColumn, onToggle }: StatementRowProps) {
  const { block, line } = row;
  const isTotal = line?.isBalance === true && !line.isOfMonthBefore && row.kind === 'line';
  const className = row.kind === 'head' ? styles.head : isTotal ? styles.closing : styles.line;
  return (
    <tr className={className} aria-rowindex={index + 2} data-row={index}>
      <th scope="row" className={styles.name}>
        {row.kind === 'head' ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={row.isOpen}
            tabIndex={activeColumn === 0 ? 0 : -1}
            data-column={0}
            onClick={() => onToggle(block.key)}
          >
            <span aria-hidden="true" className={styles.mark} />
            {block.name}
            {line !== undefined && <span className={styles.standing}>, {line.name}</span>}
          </button>
        ) : (
          <span tabIndex={activeColumn === 0 ? 0 : -1} data-column={0}>
            {row.line.name}
          </span>
        )}
      </th>
      {columns.map((column, position) => (
        <Cell
          key={column.key}
          row={row}
          line={line}
          column={column}
          position={position + 1}
          base={base}
          isActive={position + 1 === activeColumn}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly row: Row;
  readonly line: StatementLine | undefined;
  readonly column: StatementColumn;
  readonly position: number;
  readonly base: Selection;
  readonly isActive: boolean;
}

function Cell({ row: { block }, line, column, position, base, isActive }: CellProps) {
  const tabIndex = isActive ? 0 : -1;
  const value: CellValue = line === undefined ? { kind: 'none' } : cellValue(block, line, column);
  const className = column.kind === 'month' ? undefined : styles[column.kind];
  if (line === undefined || value.kind === 'none') {
    return (
      <td className={className}>
        <span className={styles.none} tabIndex={tabIndex} data-column={position} />
      </td>
    );
  }
  const to = openedBy({ block, line, column }, base, base.by);
  const text = textOf(value, line, block.currency);
  const isQuiet = value.kind === 'number' && (value.number === 0 || value.number === null);
  const place = { tabIndex, 'data-column': position, className: isQuiet ? styles.zero : styles.figure };
  return (
    <td className={className}>
      {to === undefined ? (
        <span {...place}>{text}</span>
      ) : (
        <a
          {...place}
          href={selectionSearch(to)}
          aria-label={`${line.name}, ${block.name}, ${column.spoken}: ${spokenText(value, line, block.currency)}`}
        >
          {text}
        </a>
      )}
    </td>
  );
}

function spokenText(value: CellValue, line: StatementLine, currency: string): string {
  if (value.kind !== 'number' || line.isCount) return textOf(value, line, currency);
  return amountText(value.number, currency);
}
