// The columns of invoices, of the payments for one, and of its credit notes.
import type { RouterOutputs } from '../core/outputs.ts';
import { instantDayText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { amountColumn } from '../parts/amount-column.tsx';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { words } from './customer-columns.tsx';

type Invoice = RouterOutputs['customers']['invoices']['rows'][number];
type OpenedInvoice = RouterOutputs['invoices']['open'];
type Payment = OpenedInvoice['payments'][number];
type CreditNote = OpenedInvoice['creditNotes'][number];

export function invoiceColumns(
  currencies: readonly string[],
  timeZone: string,
  selection: Selection,
): DataColumn<Invoice>[] {
  const amount = (key: string, name: string, amountOf: (invoice: Invoice) => number) =>
    amountColumn<Invoice>({ key, name, currencies, amountOf, currencyOf: ({ currency }) => currency, width: '118px' });
  return [
    {
      key: 'number',
      header: 'Invoice',
      isRowHeader: true,
      text: ({ number, invoiceId }) => number ?? invoiceId,
      cell: ({ number, invoiceId }) => (
        <FigureLink to={{ ...selection, invoice: invoiceId }}>{number ?? invoiceId}</FigureLink>
      ),
    },
    words('status', 'Status', '104px', ({ status }) => codeText(status)),
    words('created', 'Created', DAY_WIDTH, ({ createdAt }) => instantDayText(createdAt, timeZone)),
    words('due', 'Due', DAY_WIDTH, ({ dueAt }) => (dueAt === null ? '' : instantDayText(dueAt, timeZone))),
    amount('total', 'Total', ({ totalMinor }) => totalMinor),
    amount('paid', 'Paid', ({ amountPaidMinor }) => amountPaidMinor),
  ];
}

export function paymentColumns(currency: string, timeZone: string, selection: Selection): DataColumn<Payment>[] {
  return [
    object('charge', 'Payment attempt', ({ chargeId }) => chargeId, selection),
    words('status', 'Status', '104px', ({ status }) => codeText(status)),
    words('failure', 'Declined for', '150px', ({ declineCode, failureCode }) => {
      const code = declineCode ?? failureCode;
      return code === null ? '' : codeText(code);
    }),
    words('created', 'Made', DAY_WIDTH, ({ createdAt }) => instantDayText(createdAt, timeZone)),
    amountColumn({
      key: 'refunded',
      name: 'Refunded',
      currencies: [currency],
      amountOf: ({ amountRefundedMinor }) => amountRefundedMinor,
      currencyOf: () => currency,
      width: '118px',
    }),
    amountColumn({
      key: 'amount',
      name: 'Amount',
      currencies: [currency],
      amountOf: ({ amountMinor }) => amountMinor,
      currencyOf: () => currency,
      width: '118px',
    }),
  ];
}

export function creditNoteColumns(currency: string, timeZone: string, selection: Selection): DataColumn<CreditNote>[] {
  return [
    object('creditNote', 'Credit note', ({ creditNoteId }) => creditNoteId, selection),
    words('number', 'Number', '140px', ({ number }) => number ?? ''),
    words('status', 'Status', '104px', ({ status }) => codeText(status)),
    words('reason', 'Reason', '150px', ({ reason }) => (reason === null ? '' : codeText(reason))),
    words('created', 'Created', DAY_WIDTH, ({ createdAt }) => instantDayText(createdAt, timeZone)),
    amountColumn({
      key: 'total',
      name: 'Total',
      currencies: [currency],
      amountOf: ({ totalMinor }) => totalMinor,
      currencyOf: () => currency,
      width: '118px',
    }),
  ];
}

function object<Row>(key: string, header: string, idOf: (row: Row) => string, selection: Selection): DataColumn<Row> {
  return {
    key,
    header,
    isRowHeader: true,
    text: idOf,
    cell: (row) => <FigureLink to={{ ...selection, object: idOf(row) }}>{idOf(row)}</FigureLink>,
  };
}
