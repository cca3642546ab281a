// The customer's MRR at the end of each month, as a chart; a month opens its movements.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import type { CustomerHistory as History } from '../core/outputs.ts';
import { amountText, plainAmount } from '../format/amounts.ts';
import { monthShortText, monthText } from '../format/calendar.ts';
import { Amount } from '../parts/amount.tsx';
import { ChartFrame } from '../parts/chart-frame/chart-frame.tsx';
import MrrLine from '../parts/charts/mrr-line.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { useView } from '../selection/use-view.ts';
import styles from './customer-page.module.css';

type Month = History['rows'][number];

const HEIGHT = 188;

interface CustomerHistoryProps {
  readonly customerId: string;
  readonly currency: string | undefined;
}

export function CustomerHistory({ customerId, currency }: CustomerHistoryProps) {
  const { from, to } = useView();
  const input = { customerId, ...(from && { from }), ...(to && { to }), ...(currency && { currency }) };
  const history = useQuery(
    core.customers.history.queryOptions(input, { enabled: to !== undefined, placeholderData: keepPreviousData }),
  );
  const rows = history.data?.rows;
  if (history.isError && rows === undefined) {
    return (
      <RefusalPanel error={history.error} onRetry={() => void history.refetch()} isRetrying={history.isFetching} />
    );
  }
  const code = history.data?.currency ?? '';
  const points = rows?.map(({ month, mrrMinor }) => ({ month, closing: mrrMinor })) ?? [];
  return (
    <ChartFrame
      name="customer-history"
      title={code === '' ? 'MRR' : `MRR, ${code}`}
      description="The customer’s MRR at the end of each month."
      rows={rows}
      keyOf={({ month }) => month}
      columns={COLUMNS}
      spoken={({ month, mrrMinor }) => `${monthText(month)}: ${amountText(mrrMinor, code)}`}
      fileName={`mrr-${customerId}`}
      height={HEIGHT}
      legend={(row) => (
        <p className={styles.read}>
          {row !== undefined && (
            <>
              <strong>{monthText(row.month)}</strong>{' '}
              <Amount amountMinor={row.mrrMinor} currency={row.currency} isSymbolShown />
            </>
          )}
        </p>
      )}
    >
      {(reading) => <MrrLine points={points} currency={code} height={HEIGHT} reading={reading} />}
    </ChartFrame>
  );
}

const COLUMNS: readonly DataColumn<Month>[] = [
  {
    key: 'month',
    header: 'Month',
    isRowHeader: true,
    cell: ({ month }) => monthShortText(month),
    text: ({ month }) => month,
  },
  {
    key: 'mrr',
    header: 'MRR',
    isNumeric: true,
    cell: ({ mrrMinor, currency }) => <Amount amountMinor={mrrMinor} currency={currency} />,
    text: ({ mrrMinor, currency }) => plainAmount(mrrMinor, currency),
  },
];
