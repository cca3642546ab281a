// The revenue area: the roll-forward of the chosen months as a statement, by group, with its chart over it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { core } from '../core/client.ts';

import { EmptyLedger } from '../parts/empty-ledger.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { Warnings } from '../parts/warnings.tsx';
import { selectionSearch, withoutDrill, parseSelection } from '../selection/selection.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useView } from '../selection/use-view.ts';
import { RevenueChart } from './revenue-chart.tsx';
import { linesOf } from './statement-lines.ts';
import { revenueQuestion } from './revenue-question.ts';
import { RevenueStatement } from './revenue-statement.tsx';
import { ScreenDrill } from '../drill/screen-drill.tsx';
import { numbersOf, statementOf } from './statement.ts';

const WHOLE_WORDS = { none: 'All', plan: 'All plans', country: 'All countries', currency: 'All currencies' } as const;

export function Revenue() {
  const selection = useSelection();
  const view = useView();
  const status = useQuery(core.workspace.status.queryOptions());
  const { from, to, compare, currency, isNative } = view;
  const input = useMemo(
    () => revenueQuestion({ from, to, compare, currency, isNative }, selection.by),
    [from, to, compare, currency, isNative, selection.by],
  );
  const movements = useQuery(
    core.reports.movements.queryOptions(input, { enabled: view.to !== undefined, placeholderData: keepPreviousData }),
  );
  const report = movements.data;
  const statement = useMemo(
    () => (report === undefined ? undefined : statementOf(report, WHOLE_WORDS[selection.by ?? 'none'])),
    [report, selection.by],
  );
  const table = selection.table === 'customers' ? 'customers' : 'mrr';
  const lines = useMemo(() => linesOf(table, statement === undefined ? [] : numbersOf(statement)), [table, statement]);
  // What is opened over the screen changes no link of it.
  const search = selectionSearch(withoutDrill(selection));
  const base = useMemo(() => parseSelection(Object.fromEntries(new URLSearchParams(search))), [search]);

  const failed = [status, movements].find((query) => query.isError && query.data === undefined);
  const isEmpty = status.data?.dataThrough === null || (statement !== undefined && statement.months.length === 0);
  return (
    <>
      <ScreenHead title="Revenue" />
      {failed !== undefined && (
        <RefusalPanel
          error={failed.error}
          isRetrying={failed.isFetching}
          onRetry={() => void Promise.all([status.refetch(), view.to !== undefined && movements.refetch()])}
        />
      )}
      {failed === undefined && isEmpty && <EmptyLedger hasObjects={view.to !== undefined} />}
      {failed === undefined && !isEmpty && (
        <>
          <Warnings warnings={report?.warnings ?? []} />
          <RevenueChart statement={statement} lines={lines} base={base} />
          <RevenueStatement
            statement={statement}
            report={report}
            isOfBefore={movements.isPlaceholderData}
            lines={lines}
            table={table}
            base={base}
            input={input}
          />
        </>
      )}
      <ScreenDrill isReadAhead={report !== undefined} />
    </>
  );
}
