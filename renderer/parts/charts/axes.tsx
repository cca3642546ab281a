// What the axes and grids of all charts look like.
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import { tickText } from '../../format/amounts.ts';
import { monthShortText } from '../../format/calendar.ts';
import { axisTicks } from '../chart-frame/axis-ticks.ts';

const AXIS = { tickLine: false, axisLine: false, tick: { fill: 'var(--ink-quiet)', fontSize: 11 } } as const;
const AXIS_WIDTH = 58;

export const CHART_MARGIN = { top: 6, right: 0, bottom: 8, left: 0 };

/** How far down and up numbers reach, zero included. */
export function reachOf(numbers: readonly number[]): [least: number, most: number] {
  return [Math.min(0, ...numbers), Math.max(0, ...numbers)];
}

/** An axis of amounts with round ticks, in about so many steps. */
export function amountAxis([least, most]: readonly [number, number], steps: number, currency: string) {
  const ticks = axisTicks(least, most, steps);
  return (
    <YAxis
      {...AXIS}
      width={AXIS_WIDTH}
      tickFormatter={(value: number) => tickText(value, currency)}
      ticks={ticks}
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
      interval={0}
    />
  );
}

/** An axis of months `YYYY-MM` under the key `month`; not drawn where a chart below it has the same one. */
export function monthAxis(isDrawn: boolean) {
  return isDrawn ? (
    <XAxis dataKey="month" {...AXIS} tickFormatter={monthShortText} minTickGap={14} padding="gap" scale="band" />
  ) : (
    <XAxis dataKey="month" hide padding="gap" scale="band" />
  );
}

export function lines() {
  return <CartesianGrid vertical={false} stroke="var(--rule)" />;
}
