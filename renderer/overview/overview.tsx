// The first screen: the headline figures, the movements of the period as chart and table, and what opens below them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { core } from '../core/client.ts';
import { ScreenDrill } from '../drill/screen-drill.tsx';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { useView } from '../selection/use-view.ts';
import { EmptyLedger } from '../parts/empty-ledger.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { Movements } from './movements.tsx';
import { figuresQuestion, movementsQuestion } from './overview-questions.ts';

export function Overview() {
  const view = useView();
  const { from, to, compare, currency } = view;
  const status = useQuery(core.workspace.status.queryOptions());
  const isKnown = to !== undefined;
  const figures = useQuery(
    core.overview.figures.queryOptions(figuresQuestion(view), { enabled: isKnown, placeholderData: keepPreviousData }),
  );
  const question = useMemo(() => movementsQuestion({ from, to, compare, currency }), [from, to, compare, currency]);
  const movements = useQuery(
    core.reports.movements.queryOptions(question, { enabled: isKnown, placeholderData: keepPreviousData }),
  );

  const failed = [status, figures, movements].find((query) => query.isError && query.data === undefined);
  // A report up to the last day known has no rows only where nothing ever moved.
  const isEmpty = status.data?.dataThrough === null || movements.data?.rows.length === 0;
  return (
    <>
      <ScreenHead title="Overview" />
      {failed !== undefined && (
        <RefusalPanel
          error={failed.error}
          isRetrying={failed.isFetching}
          onRetry={() =>
            void Promise.all([status.refetch(), isKnown && figures.refetch(), isKnown && movements.refetch()])
          }
        />
      )}
      {failed === undefined && isEmpty && <EmptyLedger hasObjects={isKnown} />}
      {failed === undefined && !isEmpty && (
        <>
          <HeadlineFigures figures={figures.data} />
          <Movements report={movements.data} question={question} view={view} />
        </>
      )}
      <ScreenDrill isReadAhead={figures.data !== undefined} />
    </>
  );
}
