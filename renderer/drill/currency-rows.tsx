// What exchange rates did to a month: the roll-forward per billing currency, whose FX sums to the figure.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { core } from '../core/client.ts';
import type { MovementsRow } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { Amount } from '../parts/amount.tsx';
import { amountColumn } from '../parts/amount-column.tsx';
import type { DataColumn } from '../parts/data-table/columns.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { FigureRows } from './figure-rows.tsx';
import { figureText } from './drill-steps.ts';
import { NoSuchFigure } from './no-such-figure.tsx';
import type { FigurePaneProps } from './pane-props.ts';

const COLUMNS = [
  { key: 'openingMinor', name: 'Opening' },
  { key: 'fxMinor', name: 'FX', isSigned: true },
  { key: 'closingMinor', name: 'Closing' },
] as const;

export function CurrencyRows({ show, month, selection }: FigurePaneProps) {
  const { currency } = selection;
  const asked = { from: month, to: month, ...(currency && currency !== 'native' && { currency }) };
  const whole = useQuery(core.reports.movements.queryOptions(asked));
  const split = useQuery(core.reports.movements.queryOptions({ ...asked, groupBy: 'currency' }));
  const row = whole.data?.rows[0];
  const columns = useMemo(() => columnsFor(row), [row]);
  const failed = [whole, split].find(({ isError }) => isError);
  if (failed !== undefined) {
    const retry = () => void Promise.all([whole.refetch(), split.refetch()]);
    return <RefusalPanel error={failed.error} onRetry={retry} isRetrying={failed.isFetching} />;
  }
  if (whole.data !== undefined && row === undefined) return <NoSuchFigure />;
  return (
    <FigureRows
      name="drill-fx"
      caption={figureText(show, month)}
      columns={columns}
      pages={rowsInMemory(split.data?.rows)}
      keyOf={({ group }) => group ?? ''}
      noun={['billing currency', 'billing currencies']}
      exported={{ report: 'movements', input: { ...asked, groupBy: 'currency' } }}
      warnings={split.data?.warnings}
      figure={row && <Amount amountMinor={row.fxMinor} currency={row.currency} isSymbolShown isSigned />}
      about="What is left of the month once its movements are taken at their days’ rates and its balances at closing rates, by billing currency"
    />
  );
}

function columnsFor(row: MovementsRow | undefined): DataColumn<MovementsRow>[] {
  return [
    {
      key: 'group',
      header: 'Billed in',
      isRowHeader: true,
      text: ({ group }) => group ?? '',
      cell: ({ group }) => group,
      total: row && 'Sum',
    },
    ...COLUMNS.map(({ key, name, ...style }) =>
      amountColumn<MovementsRow>({
        key,
        name,
        currencies: row === undefined ? [] : [row.currency],
        amountOf: (of) => of[key],
        currencyOf: (of) => of.currency,
        totalMinor: row?.[key],
        ...style,
      }),
    ),
  ];
}
