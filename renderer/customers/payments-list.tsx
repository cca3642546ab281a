// The customer's payment attempts, the latest first; each opens as the Stripe object, and its invoice with it.
import { client, core } from '../core/client.ts';
import type { CustomerPayment } from '../core/outputs.ts';
import { usePages } from '../core/use-pages.ts';
import { instantText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import { useSelect } from '../selection/use-selection.ts';
import { RECORDS_HEIGHT, type RecordsProps } from './records.ts';
import { moneyColumn } from './money-column.tsx';

export function PaymentsList({ customerId, timeZone, base, head }: RecordsProps) {
  const select = useSelect();
  const pages = usePages(core.customers.payments.queryKey({ customerId }), (range, signal) =>
    client.customers.payments.query({ customerId, ...range }, { signal }),
  );
  return (
    <DataTable
      name="customer-payments"
      caption="Payments"
      head={head}
      columns={columnsOf(pages.rows, timeZone, base)}
      pages={pages}
      keyOf={({ chargeId }) => chargeId}
      noun={['payment attempt', 'payment attempts']}
      onOpen={({ chargeId }) => select({ ...base, object: chargeId })}
      height={RECORDS_HEIGHT}
      empty="No payment attempt yet."
    />
  );
}

function columnsOf(rows: readonly CustomerPayment[], timeZone: string, base: Selection): DataColumn<CustomerPayment>[] {
  const currencyOf = ({ currency }: CustomerPayment) => currency;
  const to = ({ chargeId }: CustomerPayment) => ({ ...base, object: chargeId });
  return [
    {
      key: 'created',
      header: 'Attempted',
      isRowHeader: true,
      width: '172px',
      cell: (row) => <FigureLink to={to(row)}>{instantText(row.createdAt, timeZone)}</FigureLink>,
      text: ({ createdAt }) => new Date(createdAt * 1000).toISOString(),
    },
    {
      key: 'status',
      header: 'Outcome',
      width: '112px',
      cell: ({ status }) => codeText(status),
      text: ({ status }) => status,
    },
    { key: 'failure', header: 'Why it failed', cell: failureText, text: failureText },
    {
      key: 'disputed',
      header: 'Disputed',
      width: '82px',
      cell: ({ isDisputed }) => (isDisputed ? 'Yes' : null),
      text: ({ isDisputed }) => (isDisputed ? 'yes' : ''),
    },
    {
      key: 'invoice',
      header: 'Invoice',
      width: '220px',
      cell: ({ invoiceId }) =>
        invoiceId === null ? null : <FigureLink to={{ ...base, invoice: invoiceId }}>{invoiceId}</FigureLink>,
      text: ({ invoiceId }) => invoiceId ?? '',
    },
    moneyColumn({
      key: 'refunded',
      name: 'Refunded',
      rows,
      amountOf: (row) => row.amountRefundedMinor,
      currencyOf,
      to,
    }),
    moneyColumn({ key: 'amount', name: 'Amount', rows, amountOf: ({ amountMinor }) => amountMinor, currencyOf, to }),
  ];
}

function failureText({ failureCode, declineCode }: CustomerPayment): string {
  return [failureCode, declineCode]
    .filter((code) => code !== null)
    .map(codeText)
    .join(', ');
}
