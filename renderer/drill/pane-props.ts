// What every step of the way down is given.
import type { Selection, Shown } from '../selection/selection.ts';

export interface PaneProps {
  /** The selection with this step as the deepest; links below it add to this. */
  readonly selection: Selection;
}

export interface FigurePaneProps extends PaneProps {
  readonly show: Shown;
  readonly month: string;
}
