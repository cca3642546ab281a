// The columns of the chart's own table: what the chart draws, in numbers.
import type { MovementsRow } from '../core/outputs.ts';
import { plainAmount } from '../format/amounts.ts';
import { monthShortText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import type { MovementPoint } from './movement-points.ts';
import { BARS, shownNumber } from './roll-forward.ts';

/** One column for the month, the line, the compared line where there is one, and each kind of bar. */
export function pointColumns(isCompared: boolean): DataColumn<MovementPoint>[] {
  return [
    {
      key: 'month',
      header: 'Month',
      isRowHeader: true,
      width: '96px',
      text: ({ row }) => row.month,
      cell: ({ row }) => monthShortText(row.month),
    },
    amount(
      'closing',
      'Closing MRR',
      ({ row }) => row,
      ({ closingMinor }) => closingMinor,
    ),
    ...(isCompared
      ? [
          amount(
            'compared',
            'Compared MRR',
            ({ compared }) => compared,
            ({ closingMinor }) => closingMinor,
          ),
        ]
      : []),
    ...BARS.map((bar) =>
      amount(
        bar.field,
        bar.name,
        ({ row }) => row,
        (row) => shownNumber(row, bar),
      ),
    ),
  ];
}

function amount(
  key: string,
  header: string,
  rowOf: (point: MovementPoint) => MovementsRow | undefined,
  amountOf: (row: MovementsRow) => number | null,
): DataColumn<MovementPoint> {
  return {
    key,
    header,
    isNumeric: true,
    text: (point) => {
      const row = rowOf(point);
      return row === undefined ? '' : plainAmount(amountOf(row), row.currency);
    },
    cell: (point) => {
      const row = rowOf(point);
      return row === undefined ? '' : <Amount amountMinor={amountOf(row)} currency={row.currency} />;
    },
  };
}
