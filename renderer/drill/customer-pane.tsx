// One customer: spans of MRR with their evidence, movements, subscriptions, invoices and invoice lines.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { client, core } from '../core/client.ts';
import type { CustomerDrill } from '../core/outputs.ts';
import { rowsInMemory, usePages } from '../core/use-pages.ts';
import { instantDayText } from '../format/calendar.ts';
import { FigureLink } from '../parts/figure-link.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { viewOf } from '../selection/selection.ts';
import { movementColumns, spanColumns, subscriptionColumns, unique } from './customer-columns.tsx';
import styles from './drill-panel.module.css';
import { invoiceColumns } from './invoice-columns.tsx';
import { invoiceLineColumns } from './invoice-line-columns.tsx';
import type { PaneProps } from './pane-props.ts';
import { TitledRows } from './titled-rows.tsx';

export function CustomerPane({ id, selection }: PaneProps & { readonly id: string }) {
  const drill = useQuery(core.customers.drill.queryOptions({ customerId: id }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (drill.isError && drill.data === undefined) {
    return <RefusalPanel error={drill.error} onRetry={() => void drill.refetch()} isRetrying={drill.isFetching} />;
  }
  if (drill.data === undefined || status === undefined) return <RowsWaiting />;
  return <OpenedCustomer drill={drill.data} timeZone={status.timeZone} selection={selection} />;
}

interface OpenedCustomerProps extends PaneProps {
  readonly drill: CustomerDrill;
  readonly timeZone: string;
}

function OpenedCustomer({ drill, timeZone, selection }: OpenedCustomerProps) {
  const { customer, spans, movements, subscriptions, invoiceLines } = drill;
  const { customerId } = customer;
  const input = { customerId };
  const invoices = usePages(core.customers.invoices.queryKey(input), (range) =>
    client.customers.invoices.query({ ...input, ...range }),
  );
  const currencies = unique(invoices.rows.map(({ currency }) => currency)).join();
  const columns = useMemo(() => {
    const lineIds = new Set(invoiceLines.map(({ lineId }) => lineId));
    return {
      spans: spanColumns(spans, lineIds, selection),
      movements: movementColumns(movements),
      subscriptions: subscriptionColumns(timeZone, selection),
      lines: invoiceLineColumns(invoiceLines, timeZone, selection),
    };
  }, [spans, movements, invoiceLines, timeZone, selection]);
  const ofInvoices = useMemo(
    () => invoiceColumns(currencies === '' ? [] : currencies.split(','), timeZone, selection),
    [currencies, timeZone, selection],
  );
  const about = [
    customer.country,
    customer.currency,
    `since ${instantDayText(customer.createdAt, timeZone)}`,
    customer.email,
  ];
  return (
    <>
      <h2>{customer.name ?? customerId}</h2>
      <p className={styles.about}>
        {about.filter((part) => part !== null).join(' · ')} ·{' '}
        <FigureLink to={{ ...selection, object: customerId }}>{customerId}</FigureLink>
        {customer.isErased && ' · personal fields erased'}
        {customer.isDeleted && ' · deleted in Stripe'} ·{' '}
        <Link to="/customers/$customerId" params={{ customerId }} search={viewOf(selection)}>
          Customer page
        </Link>
      </p>
      <TitledRows
        name="drill-spans"
        title="Spans of MRR"
        pages={rowsInMemory(spans)}
        columns={columns.spans}
        keyOf={(_span, index) => String(index)}
      />
      <TitledRows
        name="drill-customer-movements"
        title="Movements"
        pages={rowsInMemory(movements)}
        columns={columns.movements}
        keyOf={(_movement, index) => String(index)}
      />
      <TitledRows
        name="drill-subscriptions"
        title="Subscriptions"
        pages={rowsInMemory(subscriptions)}
        columns={columns.subscriptions}
        keyOf={({ subscriptionId }) => subscriptionId}
      />
      <TitledRows
        name="drill-invoices"
        title="Invoices"
        pages={invoices}
        columns={ofInvoices}
        keyOf={({ invoiceId }) => invoiceId}
      />
      <TitledRows
        name="drill-invoice-lines"
        title="Invoice lines"
        pages={rowsInMemory(invoiceLines)}
        columns={columns.lines}
        keyOf={({ lineId }) => lineId}
      />
    </>
  );
}
