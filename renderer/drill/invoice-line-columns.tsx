// The columns of a customer's invoice lines; a line opens with its invoice.
import type { CustomerInvoiceLine } from '../core/outputs.ts';
import { countText } from '../format/amounts.ts';
import { instantDayText } from '../format/calendar.ts';
import { amountColumn } from '../parts/amount-column.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { type Column, DAY_WIDTH } from '../parts/ledger-table.tsx';
import type { Selection } from '../selection.ts';

export function invoiceLineColumns(
  lines: readonly CustomerInvoiceLine[],
  timeZone: string,
  selection: Selection,
): Column<CustomerInvoiceLine>[] {
  return [
    {
      key: 'description',
      header: 'Description',
      isRowHeader: true,
      cell: ({ lineId, description }) => (
        <FigureLink to={{ ...selection, line: lineId }}>{description ?? lineId}</FigureLink>
      ),
    },
    {
      key: 'proration',
      header: 'Proration',
      width: '80px',
      cell: ({ isProration }) => isProration && 'Yes',
    },
    {
      key: 'from',
      header: 'From',
      width: DAY_WIDTH,
      cell: ({ periodStartAt }) => instantDayText(periodStartAt, timeZone),
    },
    { key: 'to', header: 'To', width: DAY_WIDTH, cell: ({ periodEndAt }) => instantDayText(periodEndAt, timeZone) },
    {
      key: 'quantity',
      header: 'Quantity',
      width: '76px',
      isNumeric: true,
      cell: ({ quantity }) => quantity !== null && countText(quantity),
    },
    amountColumn({
      key: 'amount',
      name: 'Amount',
      rows: lines,
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: ({ currency }) => currency,
      width: '118px',
    }),
  ];
}
