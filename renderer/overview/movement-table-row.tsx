// One month of the roll-forward.
import { memo } from 'react';
import type { MovementsRow } from '../core/outputs.ts';
import { amountText, countText } from '../format/amounts.ts';
import { monthShortText, monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Selection, withFigure } from '../selection.ts';
import styles from './movement-table.module.css';
import { openedMonth, type RollForwardColumn, shownNumber } from './roll-forward.ts';

interface MovementTableRowProps {
  readonly row: MovementsRow;
  readonly currency: string;
  /** The month is not over in what is known. */
  readonly isUnfinished: boolean;
  readonly columns: readonly RollForwardColumn[];
  readonly selection: Selection;
  /** The column that the tab key reaches, when it is in this row. */
  readonly activeColumn: number | undefined;
  readonly onFocus: (column: number) => void;
}

export const MovementTableRow = memo(drawRow, isSameRow);

function drawRow({ row, currency, isUnfinished, columns, selection, activeColumn, onFocus }: MovementTableRowProps) {
  return (
    <tr>
      <th scope="row">
        {monthShortText(row.month)}
        {isUnfinished && <span className={styles.none}> so far</span>}
      </th>
      {columns.map((column, index) => {
        const shown = shownNumber(row, column);
        const spoken = column.isCount ? countText(shown ?? 0) : amountText(shown, currency);
        const month = openedMonth(row, column);
        return (
          <td
            key={column.field}
            className={column.isBalance ? styles.balance : styles.numeric}
            onFocus={() => onFocus(index)}
          >
            <FigureLink
              to={withFigure(selection, column.show, month)}
              className={styles.cell}
              tabIndex={index === activeColumn ? 0 : -1}
              label={`${column.name}, ${monthText(row.month)}: ${spoken}`}
              isCurrent={selection.show === column.show && selection.month === month && !column.isOfMonthBefore}
            >
              {column.isCount ? (
                <data value={shown ?? 0} className={shown === 0 ? styles.none : undefined}>
                  {countText(shown ?? 0)}
                </data>
              ) : (
                <Amount amountMinor={shown} currency={currency} />
              )}
            </FigureLink>
          </td>
        );
      })}
    </tr>
  );
}

function isSameRow(before: MovementTableRowProps, after: MovementTableRowProps): boolean {
  return (
    before.row === after.row &&
    before.currency === after.currency &&
    before.isUnfinished === after.isUnfinished &&
    before.columns === after.columns &&
    before.selection === after.selection &&
    before.activeColumn === after.activeColumn
  );
}
