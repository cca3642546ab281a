// What the axes and grids of all charts look like.
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import { tickText } from '../../format/amounts.ts';
import { monthShortText } from '../../format/calendar.ts';
import { axisTicks } from '../chart-frame/axis-ticks.ts';
import styles from './axes.module.css';

const LINES = { tickLine: false, axisLine: false } as const;
const AXIS_WIDTH = 58;

export const CHART_MARGIN = { top: 6, right: 0, bottom: 8, left: 0 };

interface Tick {
  readonly x: string | number;
  readonly y: string | number;
  readonly payload: { readonly value: unknown };
}

/** Plain text: the chart's own measures each of its words, and lays the page out to do so. */
function tickDrawn({ x, y }: Tick, anchor: 'middle' | 'end', text: string) {
  return (
    <text x={x} y={y} dy={anchor === 'end' ? '0.355em' : '0.71em'} textAnchor={anchor} className={styles.tick}>
      {text}
    </text>
  );
}

/** How far down and up numbers reach, zero included. */
export function reachOf(numbers: readonly number[]): [least: number, most: number] {
  return [Math.min(0, ...numbers), Math.max(0, ...numbers)];
}

/** An axis of numbers with round ticks, in about so many steps. */
export function numberAxis([least, most]: readonly [number, number], steps: number, textOf: (value: number) => string) {
  const ticks = axisTicks(least, most, steps);
  return (
    <YAxis
      {...LINES}
      width={AXIS_WIDTH}
      tick={(tick: Tick) => tickDrawn(tick, 'end', textOf(Number(tick.payload.value)))}
      ticks={ticks}
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
      interval={0}
    />
  );
}

/** An axis of amounts. */
export function amountAxis(reach: readonly [number, number], steps: number, currency: string) {
  return numberAxis(reach, steps, (value) => tickText(value, currency));
}

/** Room for a month's name, and some between two. */
const MONTH_ROOM = 66;

/** An axis of months `YYYY-MM` under the key `month`, across a chart of the width; the last one is always named. */
export function monthAxis(months: readonly string[], width: number) {
  const every = Math.max(1, Math.ceil((MONTH_ROOM * months.length) / (width - AXIS_WIDTH)));
  return (
    <XAxis
      dataKey="month"
      {...LINES}
      tick={(tick: Tick) => tickDrawn(tick, 'middle', monthShortText(String(tick.payload.value)))}
      ticks={months.filter((_month, index) => (months.length - 1 - index) % every === 0)}
      interval={0}
      padding="gap"
      scale="band"
    />
  );
}

/** The axis of months where a chart below it draws the same one. */
export function hiddenMonthAxis() {
  return <XAxis dataKey="month" hide interval={0} padding="gap" scale="band" />;
}

const NO_LINES = (): number[] => [];

export function lines() {
  return <CartesianGrid vertical={false} stroke="var(--rule)" verticalCoordinatesGenerator={NO_LINES} />;
}
