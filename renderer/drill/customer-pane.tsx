// One customer: spans of MRR with their evidence, movements, subscriptions and invoice lines.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { core } from '../core/client.ts';
import { countText } from '../format/amounts.ts';
import { instantDayText } from '../format/calendar.ts';
import { LedgerTable, type LedgerTableProps } from '../parts/ledger-table.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import { movementColumns, spanColumns, subscriptionColumns } from './customer-columns.tsx';
import styles from './drill-panel.module.css';
import { invoiceLineColumns } from './invoice-line-columns.tsx';
import type { PaneProps } from './pane-props.ts';

export function CustomerPane({ id, selection, scrollRef }: PaneProps & { readonly id: string }) {
  const {
    data: drill,
    error,
    isError,
    isFetching,
    refetch,
  } = useQuery(core.customers.drill.queryOptions({ customerId: id }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  if (isError && drill === undefined) {
    return <RefusalPanel error={error} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  if (drill === undefined || status === undefined) return <RowsWaiting />;
  const { customer, spans, movements, subscriptions, invoiceLines } = drill;
  const { timeZone } = status;
  const lineIds = new Set(invoiceLines.map(({ lineId }) => lineId));
  const about = [
    customer.country,
    customer.currency,
    `since ${instantDayText(customer.createdAt, timeZone)}`,
    customer.email,
  ];
  return (
    <>
      <h2>{customer.name ?? customer.customerId}</h2>
      <p className={styles.about}>
        {about.filter((part) => part !== null).join(' · ')} ·{' '}
        <FigureLink to={{ ...selection, object: customer.customerId }}>{customer.customerId}</FigureLink>
        {customer.isErased && ' · personal fields erased'}
        {customer.isDeleted && ' · deleted in Stripe'}
      </p>
      <Rows
        title="Spans of MRR"
        rows={spans}
        columns={spanColumns(spans, lineIds, selection)}
        keyOf={(_span, index) => String(index)}
      />
      <Rows
        title="Movements"
        rows={movements}
        columns={movementColumns(movements)}
        keyOf={(_movement, index) => String(index)}
      />
      <Rows
        title="Subscriptions"
        rows={subscriptions}
        columns={subscriptionColumns(timeZone, selection)}
        keyOf={({ subscriptionId }) => subscriptionId}
      />
      <Rows
        title="Invoice lines"
        rows={invoiceLines}
        columns={invoiceLineColumns(invoiceLines, timeZone, selection)}
        keyOf={({ lineId }) => lineId}
        scrollRef={scrollRef}
      />
    </>
  );
}

function Rows<Row>({
  title,
  ...table
}: Omit<LedgerTableProps<Row>, 'caption'> & { readonly title: string }): ReactNode {
  return (
    <>
      <h3>
        {title}
        <span className={styles.count}>{countText(table.rows.length)}</span>
      </h3>
      {table.rows.length === 0 ? <p className={styles.none}>None</p> : <LedgerTable caption={title} {...table} />}
    </>
  );
}
