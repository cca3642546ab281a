// What exchange rates did to a month: the roll-forward per billing currency, whose FX sums to the figure.
import { useQuery } from '@tanstack/react-query';
import { core } from '../core/client.ts';
import type { MovementsRow } from '../core/outputs.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import { type Column, LedgerTable } from '../parts/ledger-table.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { RowsWaiting } from '../parts/waiting.tsx';
import styles from './drill-panel.module.css';
import { figureText } from './drill-steps.ts';
import { NoSuchFigure } from './no-such-figure.tsx';
import type { FigurePaneProps } from './pane-props.ts';

const COLUMNS = [
  { key: 'openingMinor', name: 'Opening' },
  { key: 'fxMinor', name: 'FX', isSigned: true },
  { key: 'closingMinor', name: 'Closing' },
] as const;

export function CurrencyRows({ show, month, selection }: FigurePaneProps) {
  const asked = { from: month, to: month, ...(selection.currency && { currency: selection.currency }) };
  const whole = useQuery(core.reports.movements.queryOptions(asked));
  const split = useQuery(core.reports.movements.queryOptions({ ...asked, groupBy: 'currency' }));
  const failed = [whole, split].find(({ isError }) => isError);
  if (failed !== undefined) {
    const retry = () => void Promise.all([whole.refetch(), split.refetch()]);
    return <RefusalPanel error={failed.error} onRetry={retry} isRetrying={failed.isFetching} />;
  }
  if (whole.data === undefined || split.data === undefined) return <RowsWaiting rows={5} />;
  const row = whole.data.rows[0];
  if (row === undefined) return <NoSuchFigure />;
  const { rows } = split.data;
  const columns: Column<MovementsRow>[] = [
    { key: 'group', header: 'Billed in', isRowHeader: true, cell: ({ group }) => group },
    ...COLUMNS.map(({ key, name, ...style }) =>
      amountColumn({
        key,
        name,
        rows,
        amountOf: (of: MovementsRow) => of[key],
        currencyOf: (of) => of.currency,
        ...style,
      }),
    ),
  ];
  return (
    <>
      <p className={styles.figure}>
        <Amount amountMinor={row.fxMinor} currency={row.currency} isSymbolShown isSigned />
      </p>
      <p className={styles.about}>
        What is left of the month once its movements are taken at their days’ rates and its balances at closing rates,
        by billing currency
      </p>
      <LedgerTable caption={figureText(show, month)} columns={columns} rows={rows} keyOf={({ group }) => group ?? ''} />
    </>
  );
}
