// What the overview asks the core: the figures of the last month, and the movements of the period.
import type { View } from '../selection/view.ts';

/** The question for `overview.figures`: the last month alone, so that each figure opens onto rows. */
export function figuresQuestion({ to, compare, currency }: Pick<View, 'to' | 'compare' | 'currency'>) {
  return {
    ...(to !== undefined && { from: to, to }),
    ...(currency !== undefined && { currency }),
    compare: compare === 'year' ? compare : ('before' as const),
  };
}

/** The question for `reports.movements`. */
export function movementsQuestion({ from, to, compare, currency }: Pick<View, 'from' | 'to' | 'compare' | 'currency'>) {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(currency !== undefined && { currency }),
    compare,
  };
}
