// What every step of the way down is given.
import type { RefObject } from 'react';
import type { Selection, Shown } from '../selection.ts';

export interface PaneProps {
  /** The selection with this step as the deepest; links below it add to this. */
  readonly selection: Selection;
  /** What scrolls around the step's rows. */
  readonly scrollRef: RefObject<HTMLElement | null>;
}

export interface FigurePaneProps extends PaneProps {
  readonly show: Shown;
  readonly month: string;
}
