// The customers area: every customer, searched, filtered, sorted and paged in the core; a row opens the customer.
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { client, core } from '../core/client.ts';
import { usePages } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import { counted } from '../format/words.ts';
import { EmptyLedger } from '../parts/empty-ledger.tsx';
import { Amount } from '../parts/amount.tsx';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { withoutDrill } from '../selection/selection.ts';
import { useSelect, useSelection } from '../selection/use-selection.ts';
import { useView } from '../selection/use-view.ts';
import styles from './customers.module.css';
import { customerPath } from './customer-link.tsx';
import { listColumns } from './list-columns.tsx';
import { ListFilters, StatusFilter } from './list-filters.tsx';
import { isNarrowed, listInput, sortOf, withSort } from './list-question.ts';
import { SearchField } from './search-field.tsx';
import { useListSearch } from './use-list-search.ts';

export function Customers() {
  const selection = useSelection();
  const select = useSelect();
  const router = useRouter();
  const { currency } = useView();
  const { text, asked, type } = useListSearch();
  const status = useQuery(core.workspace.status.queryOptions());
  const input = listInput(selection, asked, currency);
  const pages = usePages(
    core.customers.list.queryKey(input),
    (range, signal) => client.customers.list.query({ ...input, ...range }, { signal }),
    { isKeptWhileAsking: true },
  );
  const { first } = pages;
  const columns = useMemo(() => listColumns({ list: first, base: withoutDrill(selection) }), [first, selection]);
  if (status.isError && status.data === undefined) {
    return (
      <>
        <ScreenHead title="Customers" />
        <RefusalPanel error={status.error} onRetry={() => void status.refetch()} isRetrying={status.isFetching} />
      </>
    );
  }
  if (status.data?.dataThrough === null) {
    return (
      <>
        <ScreenHead title="Customers" />
        <EmptyLedger hasObjects={false} />
      </>
    );
  }
  return (
    <div className={styles.screen}>
      <ScreenHead title="Customers" />
      <div className={styles.bar}>
        <SearchField value={text} onType={type} />
        <ListFilters selection={selection} />
        <p className={styles.sum} role="status">
          {first === undefined ? (
            <Waiting width={220} height={14} margin={3} />
          ) : (
            <>
              {counted(countText(first.total), 'customer')}, MRR{' '}
              <strong>
                <Amount amountMinor={first.totalMrrMinor} currency={first.currency} isSymbolShown />
              </strong>
            </>
          )}
        </p>
      </div>
      <Warnings warnings={first?.warnings ?? []} />
      <DataTable
        name="customers"
        caption="Customers"
        head={<StatusFilter selection={selection} />}
        columns={columns}
        pages={pages}
        keyOf={({ customerId }) => customerId}
        noun={['customer', 'customers']}
        sort={sortOf(selection)}
        onSort={(sort) => select(withSort(selection, sort), true)}
        onOpen={({ customerId }) => void router.navigate({ href: customerPath(customerId, withoutDrill(selection)) })}
        exported={{ report: 'customer-list', input }}
        height="max(360px, calc(100vh - 268px))"
        waitingRows={24}
        empty={isNarrowed(selection) ? 'No customer is like that. Clear a filter to see more.' : 'No customers yet.'}
      />
    </div>
  );
}
