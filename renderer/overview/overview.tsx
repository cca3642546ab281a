// The first screen: the headline figures, the movements of the period as chart and table, and what opens below them.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { core } from '../core/client.ts';
import { monthBefore } from '../format/calendar.ts';
import { RefusalPanel } from '../parts/refusal-panel.tsx';
import { ScreenHead } from '../parts/screen-head.tsx';
import { DEFAULT_PERIOD, isDrillOpen } from '../selection.ts';
import { useReturnedFocus } from '../use-returned-focus.ts';
import { useIsFigureUnknown, useSelection } from '../use-selection.ts';
import { EmptyLedger } from './empty-ledger.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { Movements } from './movements.tsx';
import { OverviewChoices } from './overview-choices.tsx';

const loadDrillPanel = () => import('../drill/drill-panel.tsx');
const DrillPanel = lazy(loadDrillPanel);

export function Overview() {
  const selection = useSelection();
  const { currency, months = DEFAULT_PERIOD } = selection;
  const status = useQuery(core.workspace.status.queryOptions());
  const through = status.data?.dataThrough ?? undefined;
  const to = through?.slice(0, 7) ?? '';
  const isKnown = through !== undefined;
  const figures = useQuery(
    core.overview.figures.queryOptions(
      { ...(currency && { currency }) },
      { enabled: isKnown, placeholderData: (previous) => previous },
    ),
  );
  const movements = useQuery(
    core.reports.movements.queryOptions(
      { from: isKnown ? monthBefore(to, months - 1) : '', to, ...(currency && { currency }) },
      { enabled: isKnown, placeholderData: (previous) => previous },
    ),
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
      <ScreenHead title="Overview">{isKnown && !isEmpty && <OverviewChoices month={to} />}</ScreenHead>
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
          <Movements report={movements.data} months={months} />
        </>
      )}
      <Suspense>{isOpen && <DrillPanel />}</Suspense>
    </>
  );
}
