// What is opened over a screen, read only once something is; read ahead once the screen stands.
import { Suspense, useEffect } from 'react';
import { laterPart } from '../core/later-part.tsx';
import { useReturnedFocus } from '../core/use-returned-focus.ts';
import { isDrillOpen } from '../selection/selection.ts';
import { useIsFigureUnknown, useSelection } from '../selection/use-selection.ts';

const DrillPanel = laterPart(() => import('./drill-panel.tsx'));

export function ScreenDrill({ isReadAhead }: { readonly isReadAhead: boolean }) {
  const isOpen = [isDrillOpen(useSelection()), useIsFigureUnknown()].includes(true);
  useReturnedFocus(isOpen);
  useEffect(() => {
    if (isReadAhead) DrillPanel.readAhead();
  }, [isReadAhead]);
  return <Suspense>{isOpen && <DrillPanel />}</Suspense>;
}
