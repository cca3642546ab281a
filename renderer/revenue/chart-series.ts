// What the revenue chart draws: each movement of the whole, or each group's closing balance, month by month.
import { fillOf } from '../parts/charts/hatches.tsx';
import { CATEGORIES } from '../theme/palette.ts';
import type { Block, Statement } from './statement.ts';
import { shownNumber, type StatementLine } from './statement-lines.ts';

export type ChartKind = 'movements' | 'closing';

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly fill: string;
  readonly block: Block;
  readonly line: StatementLine;
}

/** Groups with a color of their own; smaller ones share a gray and are told apart by the lines between them. */
export const SHADED_GROUPS = CATEGORIES.length - 1;

const MOVEMENT_FILLS: Readonly<Record<string, string>> = {
  new: fillOf('new'),
  customers_new: fillOf('new'),
  reactivation: fillOf('reactivation'),
  customers_reactivated: fillOf('reactivation'),
  expansion: fillOf('expansion'),
  contraction: fillOf('contraction'),
  churn: fillOf('churn'),
  customers_churned: fillOf('churn'),
};
const REST_FILL = `var(--category-${CATEGORIES.length})`;

/** The series of a chart in one currency, in the order in which they are stacked. */
export function seriesOf(
  statement: Statement,
  lines: readonly StatementLine[],
  { kind, currency }: { readonly kind: ChartKind; readonly currency: string },
): readonly ChartSeries[] {
  const whole = statement.wholes.find((block) => block.currency === currency);
  if (kind === 'movements') {
    if (whole === undefined) return [];
    return lines
      .filter(({ isBalance }) => isBalance !== true)
      .map((line) => ({
        key: line.field,
        name: line.name,
        fill: MOVEMENT_FILLS[line.show] ?? REST_FILL,
        block: whole,
        line,
      }));
  }
  const closing = lines.at(-1);
  const groups = statement.groups.filter((block) => block.currency === currency);
  const blocks = groups.length > 0 || whole === undefined ? groups : [whole];
  if (closing === undefined) return [];
  return blocks.map((block, index) => ({
    key: block.key,
    name: block.name,
    fill: index < SHADED_GROUPS ? `var(--category-${index + 1})` : REST_FILL,
    block,
    line: closing,
  }));
}

/** A series' number of a month; null where a rate is missing, undefined before the group began. */
export function seriesNumber({ block, line }: ChartSeries, month: string): number | null | undefined {
  const row = block.months.get(month);
  return row === undefined ? undefined : shownNumber(row, line);
}

/** How far the stacks reach down and up, for the axis. */
export function reachOf(series: readonly ChartSeries[], months: readonly string[]): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const month of months) {
    let down = 0;
    let up = 0;
    for (const one of series) {
      const number = seriesNumber(one, month) ?? 0;
      if (number < 0) down += number;
      else up += number;
    }
    least = Math.min(least, down);
    most = Math.max(most, up);
  }
  return [least, most];
}
