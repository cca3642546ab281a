// The columns of invoice lines; a line opens with its invoice.
import type { CustomerInvoiceLine } from '../core/outputs.ts';
import { instantDayText } from '../format/calendar.ts';
import { amountColumn } from '../parts/amount-column.tsx';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { count, unique, words } from './customer-columns.tsx';

/** `totalMinor`: what the lines sum to, where the core says so. */
export function invoiceLineColumns<Line extends CustomerInvoiceLine>(
  lines: readonly Line[],
  timeZone: string,
  selection: Selection,
  totalMinor?: number,
): DataColumn<Line>[] {
  return [
    {
      key: 'description',
      header: 'Description',
      isRowHeader: true,
      text: ({ lineId, description }) => description ?? lineId,
      cell: ({ lineId, description }) => (
        <FigureLink to={{ ...selection, line: lineId }}>{description ?? lineId}</FigureLink>
      ),
      ...(totalMinor !== undefined && { total: 'Subtotal' }),
    },
    words('proration', 'Proration', '84px', ({ isProration }) => (isProration ? 'Yes' : '')),
    words('from', 'From', DAY_WIDTH, ({ periodStartAt }) => instantDayText(periodStartAt, timeZone)),
    words('to', 'To', DAY_WIDTH, ({ periodEndAt }) => instantDayText(periodEndAt, timeZone)),
    count('quantity', 'Quantity', ({ quantity }) => quantity),
    amountColumn({
      key: 'amount',
      name: 'Amount',
      currencies: unique(lines.map(({ currency }) => currency)),
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: ({ currency }) => currency,
      width: '118px',
      totalMinor,
    }),
  ];
}
