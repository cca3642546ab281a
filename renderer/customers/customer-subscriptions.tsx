// The customer's subscriptions; each opens as the Stripe object.
import type { CustomerOpened } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { countText } from '../format/amounts.ts';
import { instantDayText } from '../format/calendar.ts';
import { codeText } from '../format/words.ts';
import { type DataColumn, DAY_WIDTH } from '../parts/data-table/columns.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { FigureLink } from '../parts/figure-link.tsx';
import type { Selection } from '../selection/selection.ts';
import styles from './customer-page.module.css';
import { moneyColumn } from './money-column.tsx';

type Subscription = CustomerOpened['subscriptions'][number];

interface CustomerSubscriptionsProps {
  readonly subscriptions: readonly Subscription[] | undefined;
  readonly timeZone: string;
  readonly base: Selection;
}

export function CustomerSubscriptions({ subscriptions, timeZone, base }: CustomerSubscriptionsProps) {
  return (
    <div className={styles.part}>
      <DataTable
        name="customer-subscriptions"
        caption="Subscriptions"
        head={<h2>Subscriptions</h2>}
        columns={columnsOf(subscriptions ?? [], timeZone, base)}
        pages={rowsInMemory(subscriptions)}
        keyOf={({ subscriptionId }) => subscriptionId}
        noun={['subscription', 'subscriptions']}
        height="240px"
        waitingRows={1}
        empty="No subscription: this customer has never had one."
      />
    </div>
  );
}

function columnsOf(rows: readonly Subscription[], timeZone: string, base: Selection): DataColumn<Subscription>[] {
  const day = (key: string, header: string, at: (row: Subscription) => number | null): DataColumn<Subscription> => ({
    key,
    header,
    width: DAY_WIDTH,
    cell: (row) => {
      const instant = at(row);
      return instant === null ? null : instantDayText(instant, timeZone);
    },
    text: (row) => {
      const instant = at(row);
      return instant === null ? '' : new Date(instant * 1000).toISOString();
    },
  });
  const to = ({ subscriptionId }: Subscription) => ({ ...base, object: subscriptionId });
  return [
    {
      key: 'subscription',
      header: 'Subscription',
      isRowHeader: true,
      width: '248px',
      cell: (row) => <FigureLink to={to(row)}>{row.subscriptionId}</FigureLink>,
      text: ({ subscriptionId }) => subscriptionId,
    },
    { key: 'items', header: 'Plans', cell: itemsText, text: itemsText },
    { key: 'status', header: 'Status', width: '92px', cell: statusText, text: ({ status }) => status },
    day('start', 'Started', ({ startAt }) => startAt),
    day('period', 'Renews', (row) =>
      row.endedAt === null && cancelAtOf(row) === null ? row.currentPeriodEndAt : null,
    ),
    day('cancel', 'Cancels', cancelAtOf),
    day('end', 'Ended', ({ endedAt }) => endedAt),
    moneyColumn({
      key: 'mrr',
      name: 'MRR',
      rows: rows.filter(({ mrrMinor }) => mrrMinor !== null),
      amountOf: ({ mrrMinor }) => mrrMinor ?? 0,
      currencyOf: ({ currency }) => currency?.toUpperCase() ?? 'USD',
      to,
    }),
  ];
}

function itemsText({ items }: Subscription): string {
  return items
    .map(({ plan, quantity }) => (quantity === null || quantity === 1 ? plan : `${plan} × ${countText(quantity)}`))
    .join(', ');
}

function statusText(row: Subscription): string {
  return row.endedAt === null && cancelAtOf(row) !== null ? `${codeText(row.status)}, canceling` : codeText(row.status);
}

function cancelAtOf({ endedAt, cancelAt, isCancelAtPeriodEnd, currentPeriodEndAt }: Subscription): number | null {
  if (endedAt !== null) return null;
  return cancelAt ?? (isCancelAtPeriodEnd ? currentPeriodEndAt : null);
}
