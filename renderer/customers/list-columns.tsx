// The columns of the list of customers.
import type { CustomerList, CustomerListRow } from '../core/outputs.ts';
import { plainAmount } from '../format/amounts.ts';
import { dayText, instantDayText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { Amount } from '../parts/amount.tsx';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import type { Selection } from '../selection/selection.ts';
import { CustomerLink } from './customer-link.tsx';
import styles from './customers.module.css';

interface ListColumns {
  /** Undefined while the first page is read. */
  readonly list: Pick<CustomerList, 'currency' | 'timeZone' | 'totalMrrMinor'> | undefined;
  /** What the customers' pages keep of this list. */
  readonly base: Selection;
}

export function listColumns({ list, base }: ListColumns): DataColumn<CustomerListRow>[] {
  const timeZone = list?.timeZone ?? 'UTC';
  const code = list?.currency ?? '';
  return [
    {
      key: 'name',
      header: 'Customer',
      isRowHeader: true,
      ...(list !== undefined && { total: 'All of them' }),
      sortKey: 'name',
      cell: (row) => (
        <CustomerLink customerId={row.customerId} base={base}>
          {row.name ?? row.email ?? row.customerId}
          {row.isDeleted && <span className={styles.note}> deleted</span>}
        </CustomerLink>
      ),
      text: (row) => row.name ?? row.email ?? row.customerId,
    },
    { key: 'email', header: 'E-mail', cell: ({ email }) => email, text: ({ email }) => email ?? '' },
    {
      key: 'id',
      header: 'Id',
      isHiddenAtFirst: true,
      width: '168px',
      cell: idCell,
      text: ({ customerId }) => customerId,
    },
    {
      key: 'country',
      header: 'Country',
      sortKey: 'country',
      width: '84px',
      cell: ({ country }) => country,
      text: ({ country }) => country ?? '',
    },
    {
      key: 'status',
      header: 'Status',
      sortKey: 'status',
      width: '92px',
      cell: ({ status }) => <span data-status={status}>{statusText(status)}</span>,
      text: ({ status }) => status,
    },
    {
      key: 'plans',
      header: 'Plan',
      cell: ({ plans }) => plans.join(', '),
      text: ({ plans }) => plans.join(', '),
    },
    {
      key: 'billing',
      header: 'Billed in',
      width: '78px',
      cell: ({ billed }) => billed.map(({ currency }) => currency).join(', '),
      text: ({ billed }) => billed.map(({ currency }) => currency).join(' '),
    },
    {
      key: 'active_since',
      header: 'Active since',
      sortKey: 'active_since',
      width: DAY_WIDTH,
      cell: ({ activeSinceOn }) => activeSinceOn && dayText(activeSinceOn),
      text: ({ activeSinceOn }) => activeSinceOn ?? '',
    },
    {
      key: 'created',
      header: 'Created',
      sortKey: 'created',
      width: DAY_WIDTH,
      isHiddenAtFirst: true,
      cell: ({ createdAt }) => instantDayText(createdAt, timeZone),
      text: ({ createdAt }) => new Date(createdAt * 1000).toISOString().slice(0, 10),
    },
    {
      key: 'arr',
      header: code === '' ? 'ARR' : `ARR, ${code}`,
      isNumeric: true,
      width: '132px',
      isHiddenAtFirst: true,
      cell: ({ arrMinor, currency }) => <Amount amountMinor={arrMinor} currency={currency} />,
      text: ({ arrMinor, currency }) => plainAmount(arrMinor, currency),
    },
    {
      key: 'mrr',
      header: code === '' ? 'MRR' : `MRR, ${code}`,
      isNumeric: true,
      sortKey: 'mrr',
      width: '132px',
      cell: ({ mrrMinor, currency }) => <Amount amountMinor={mrrMinor} currency={currency} />,
      text: ({ mrrMinor, currency }) => plainAmount(mrrMinor, currency),
      ...(list !== undefined && { total: <Amount amountMinor={list.totalMrrMinor} currency={list.currency} /> }),
    },
  ];
}

/** The word of a status. */
export function statusText(status: string): string {
  return status === 'none' ? 'No subscription' : codeText(status);
}

function idCell({ customerId }: CustomerListRow) {
  return <code className={styles.id}>{customerId}</code>;
}
