// The first screen: the headline figures, the movements of the period as chart and table, and what opens below them.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { core } from '../core/client.ts';
import { useReturnedFocus } from '../core/use-returned-focus.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { isDrillOpen } from '../selection/selection.ts';
import { useIsFigureUnknown, useSelection } from '../selection/use-selection.ts';
import { useView } from '../selection/use-view.ts';
import { EmptyLedger } from './empty-ledger.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { Movements } from './movements.tsx';

const loadDrillPanel = () => import('../drill/drill-panel.tsx');
const DrillPanel = lazy(loadDrillPanel);

export function Overview() {
  const selection = useSelection();
  const view = useView();
  const { from, to, compare, currency } = view;
  const status = useQuery(core.workspace.status.queryOptions());
  const isKnown = to !== undefined;
  const asked = { ...(to && { to }), ...(currency && { currency }) };
  // The figures are of the last month alone, so that each of them opens onto rows.
  const figures = useQuery(
    core.overview.figures.queryOptions(
      { ...asked, ...(to && { from: to }), compare: compare === 'year' ? 'year' : 'before' },
      { enabled: isKnown, placeholderData: (previous) => previous },
    ),
  );
  const question = { ...asked, ...(from && { from }), compare };
  const movements = useQuery(
    core.reports.movements.queryOptions(question, { enabled: isKnown, placeholderData: (previous) => previous }),
  );
  const isFigureUnknown = useIsFigureUnknown();
  const isOpen = isFigureUnknown || isDrillOpen(selection);
  useReturnedFocus(isOpen);
  const isDrawn = figures.data !== undefined;
  useEffect(() => {
    // Read ahead once the figures stand, so that the first one opens at once.
    if (isDrawn) void loadDrillPanel().catch(() => undefined);
  }, [isDrawn]);

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
      <Suspense>{isOpen && <DrillPanel />}</Suspense>
    </>
  );
}
