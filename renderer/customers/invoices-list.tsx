// The customer's invoices, the latest first; each opens with its lines and payments.
import { client, core } from '../core/client.ts';
import type { CustomerInvoice } from '../core/outputs.ts';
import { usePages } from '../core/use-pages.ts';
import { instantDayText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import { RECORDS_HEIGHT, type RecordsProps } from './records.ts';
import { moneyColumn } from './money-column.tsx';

export function InvoicesList({ customerId, timeZone, base, head }: RecordsProps) {
  const select = useSelect();
  const pages = usePages(core.customers.invoices.queryKey({ customerId }), (range, signal) =>
    client.customers.invoices.query({ customerId, ...range }, { signal }),
  );
  return (
    <DataTable
      name="customer-invoices"
      caption="Invoices"
      head={head}
      columns={columnsOf(pages.rows, timeZone, base)}
      pages={pages}
      keyOf={({ invoiceId }) => invoiceId}
      noun={['invoice', 'invoices']}
      onOpen={({ invoiceId }) => select({ ...base, invoice: invoiceId })}
      height={RECORDS_HEIGHT}
      empty="No invoice yet."
    />
  );
}

function columnsOf(rows: readonly CustomerInvoice[], timeZone: string, base: Selection): DataColumn<CustomerInvoice>[] {
  const currencyOf = ({ currency }: CustomerInvoice) => currency;
  const to = ({ invoiceId }: CustomerInvoice) => ({ ...base, invoice: invoiceId });
  const day = (key: string, header: string, at: (row: CustomerInvoice) => number | null) => ({
    key,
    header,
    width: DAY_WIDTH,
    cell: (row: CustomerInvoice) => {
      const instant = at(row);
      return instant === null ? null : instantDayText(instant, timeZone);
    },
    text: (row: CustomerInvoice) => {
      const instant = at(row);
      return instant === null ? '' : new Date(instant * 1000).toISOString();
    },
  });
  const amount = (key: string, name: string, amountOf: (row: CustomerInvoice) => number) =>
    moneyColumn({ key, name, rows, amountOf, currencyOf, to });
  return [
    {
      key: 'number',
      header: 'Invoice',
      isRowHeader: true,
      cell: (row) => <FigureLink to={to(row)}>{row.number ?? row.invoiceId}</FigureLink>,
      text: ({ number, invoiceId }) => number ?? invoiceId,
    },
    {
      key: 'status',
      header: 'Status',
      width: '104px',
      cell: ({ status }) => codeText(status),
      text: ({ status }) => status,
    },
    day('created', 'Created', ({ createdAt }) => createdAt),
    day('from', 'Period from', ({ periodStartAt }) => periodStartAt),
    day('to', 'Period to', ({ periodEndAt }) => periodEndAt),
    day('paid', 'Paid on', ({ paidAt }) => paidAt),
    amount('total', 'Total', ({ totalMinor }) => totalMinor),
    amount('paidAmount', 'Paid', ({ amountPaidMinor }) => amountPaidMinor),
    amount('remaining', 'Remaining', ({ amountRemainingMinor }) => amountRemainingMinor),
  ];
}
