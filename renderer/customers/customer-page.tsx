// One customer: who they are, the history of their MRR, and what stands behind it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { core } from '../core/client.ts';
import { refusalOf } from '../core/refusal.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenDrill } from '../drill/screen-drill.tsx';
import { withoutDrill } from '../selection/selection.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useView } from '../selection/use-view.ts';
import { CustomerHead } from './customer-head.tsx';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerMovements } from './customer-movements.tsx';
import { CustomerRecords } from './customer-records.tsx';
import { CustomerSubscriptions } from './customer-subscriptions.tsx';
import styles from './customer-page.module.css';

export function CustomerPage() {
  const { customerId = '' } = useParams({ strict: false });
  const selection = useSelection();
  const { currency } = useView();
  const base = useMemo(() => withoutDrill(selection), [selection]);
  const customer = useQuery(core.customers.open.queryOptions({ customerId, ...(currency && { currency }) }));
  const { data: status } = useQuery(core.workspace.status.queryOptions());
  const opened = customer.data;
  const timeZone = status?.timeZone ?? 'UTC';
  const isUnknown = customer.isError && opened === undefined && refusalOf(customer.error).code === 'not_found';
  return (
    <div className={styles.page}>
      <p className={styles.back}>
        <Link to="/customers" search={base} preload={false}>
          <span aria-hidden="true">‹ </span>Customers
        </Link>
      </p>
      {isUnknown && (
        <section aria-labelledby="no-customer">
          <h1 id="no-customer">There is no such customer</h1>
          <p>
            This ledger has no customer <code>{customerId}</code>. The link may be of another ledger, or of a customer
            that was not imported yet.
          </p>
        </section>
      )}
      {customer.isError && opened === undefined && !isUnknown && (
        <RefusalPanel error={customer.error} onRetry={() => void customer.refetch()} isRetrying={customer.isFetching} />
      )}
      {!(customer.isError && opened === undefined) && (
        <>
          <CustomerHead customerId={customerId} customer={opened?.customer} timeZone={timeZone} base={base} />
          <div className={styles.columns}>
            <CustomerHistory key={customerId} customerId={customerId} currency={currency} />
            <CustomerMovements opened={opened} base={base} />
          </div>
          <CustomerSubscriptions subscriptions={opened?.subscriptions} timeZone={timeZone} base={base} />
          <CustomerRecords customerId={customerId} opened={opened} timeZone={timeZone} base={base} />
        </>
      )}
      <ScreenDrill isReadAhead={opened !== undefined} />
    </div>
  );
}
