// The columns of the roll-forward table: every cell opens the rows that make it.
import type { MovementsReport, MovementsRow } from '../core/outputs.ts';
import { amountText, countText, plainAmount } from '../format/amounts.ts';
import { isCutShort, monthShortText, monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Selection, withFigure } from '../selection/selection.ts';
import styles from './movements.module.css';
import { openedMonth, type RollForwardColumn, shownNumber } from './roll-forward.ts';

type Report = Pick<MovementsReport, 'dataThrough' | 'totals'>;

/** The table's columns; under them the sum of the period as the report has it. */
export function rollForwardColumns(
  columns: readonly RollForwardColumn[],
  { dataThrough, totals }: Report,
  selection: Selection,
): DataColumn<MovementsRow>[] {
  const total = totals.length === 1 ? totals[0] : undefined;
  return [
    {
      key: 'month',
      header: 'Month',
      isRowHeader: true,
      width: '112px',
      text: ({ month }) => month,
      cell: ({ month }) => (
        <>
          {monthShortText(month)}
          {isCutShort(month, dataThrough) && <span className={styles.quiet}> so far</span>}
        </>
      ),
      total: total && 'Period',
    },
    ...columns.map(
      (column): DataColumn<MovementsRow> => ({
        key: column.field,
        header: column.name,
        isNumeric: true,
        text: (row) => plainText(row, column),
        cell: (row) => <RollForwardCell row={row} column={column} selection={selection} />,
        total: total && <Shown number={shownNumber(total, column)} currency={total.currency} column={column} />,
      }),
    ),
  ];
}

interface RollForwardCellProps {
  readonly row: MovementsRow;
  readonly column: RollForwardColumn;
  readonly selection: Selection;
}

function RollForwardCell({ row, column, selection }: RollForwardCellProps) {
  const number = shownNumber(row, column);
  const spoken = column.isCount ? countText(number ?? 0) : amountText(number, row.currency);
  const month = openedMonth(row, column);
  return (
    <FigureLink
      to={withFigure(selection, column.show, month)}
      className={column.isBalance ? styles.balance : styles.cell}
      label={`${column.name}, ${monthText(row.month)}: ${spoken}`}
      isCurrent={selection.show === column.show && selection.month === month && !column.isOfMonthBefore}
    >
      <Shown number={number} currency={row.currency} column={column} />
    </FigureLink>
  );
}

interface ShownProps {
  readonly number: number | null;
  readonly currency: string;
  readonly column: RollForwardColumn;
}

function Shown({ number, currency, column }: ShownProps) {
  if (!column.isCount) return <Amount amountMinor={number} currency={currency} />;
  return (
    <data value={number ?? 0} className={number === 0 ? styles.quiet : undefined}>
      {countText(number ?? 0)}
    </data>
  );
}

function plainText(row: MovementsRow, column: RollForwardColumn): string {
  const number = shownNumber(row, column);
  return column.isCount ? String(number ?? '') : plainAmount(number, row.currency);
}
