// What the revenue area asks the core: the roll-forward of the view's months, by the chosen groups.
import type { Grouping } from '../selection/selection.ts';
import type { View } from '../selection/view.ts';

/** The question for `reports.movements`. */
export function revenueQuestion(
  { from, to, compare, currency, isNative }: Omit<View, 'period'>,
  groupBy: Grouping | undefined,
) {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(currency !== undefined && { currency }),
    ...(isNative && { isNative }),
    ...(groupBy !== undefined && { groupBy }),
    compare,
  };
}
