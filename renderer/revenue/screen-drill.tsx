// What is opened over a screen, read only once something is; read ahead once the screen stands.
import { lazy, Suspense, useEffect } from 'react';
import { useReturnedFocus } from '../core/use-returned-focus.ts';
import { isDrillOpen } from '../selection/selection.ts';
import { useIsFigureUnknown, useSelection } from '../selection/use-selection.ts';

const loadDrillPanel = () => import('../drill/drill-panel.tsx');
const DrillPanel = lazy(loadDrillPanel);

export function ScreenDrill({ isReadAhead }: { readonly isReadAhead: boolean }) {
  const isOpen = [isDrillOpen(useSelection()), useIsFigureUnknown()].includes(true);
  useReturnedFocus(isOpen);
  useEffect(() => {
    if (isReadAhead) void loadDrillPanel().catch(() => undefined);
  }, [isReadAhead]);
  return <Suspense>{isOpen && <DrillPanel />}</Suspense>;
}
