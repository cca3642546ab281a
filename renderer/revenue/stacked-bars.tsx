// The revenue chart itself: a bar for each month, stacked by series; gains from the axis up, losses down.
import { useMemo } from 'react';
import { Bar, BarChart, ReferenceLine, ResponsiveContainer, Tooltip, YAxis } from 'recharts';
import { countText } from '../format/amounts.ts';
import { Hatches } from '../parts/charts/hatches.tsx';
import { axisTicks } from '../parts/chart-frame/axis-ticks.ts';
import type { ChartReading } from '../parts/chart-frame/chart-frame.tsx';
import { amountAxis, CHART_MARGIN, lines, monthAxis } from '../parts/charts/axes.tsx';
import { type ChartSeries, reachOf, seriesNumber } from './chart-series.ts';

interface StackedBarsProps {
  readonly series: readonly ChartSeries[];
  readonly months: readonly string[];
  readonly currency: string;
  readonly isCount: boolean;
  readonly height: number;
  readonly reading: ChartReading;
  readonly onOpen: (series: ChartSeries, month: string) => void;
}

const TICK_STEPS = 4;

export default function StackedBars(props: StackedBarsProps) {
  const { series, months, currency, isCount, height, reading, onOpen } = props;
  const points = useMemo(
    () =>
      months.map((month) => ({
        month,
        ...Object.fromEntries(series.map((one, index) => [index, seriesNumber(one, month) ?? 0])),
      })),
    [series, months],
  );
  const reach = useMemo(() => reachOf(series, months), [series, months]);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={points}
        margin={CHART_MARGIN}
        stackOffset="sign"
        barCategoryGap="18%"
        accessibilityLayer={false}
        onMouseMove={({ activeLabel }) => reading.point(activeLabel === undefined ? undefined : String(activeLabel))}
        onMouseLeave={() => reading.point(undefined)}
      >
        <Hatches />
        {lines()}
        {monthAxis(true)}
        {isCount ? countAxis(reach) : amountAxis(reach, TICK_STEPS, currency)}
        <Tooltip content={() => null} cursor={{ fill: 'color-mix(in srgb, var(--ink) 7%, transparent)' }} />
        {reading.activeKey !== undefined && <ReferenceLine x={reading.activeKey} stroke="var(--rule-strong)" />}
        {series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={index}
            stackId="stack"
            fill={one.fill}
            stroke="var(--paper)"
            strokeWidth={series.length > 24 ? 0.5 : 1}
            isAnimationActive={false}
            cursor="pointer"
            onClick={(_bar, at) => {
              const month = months[at];
              if (month !== undefined) onOpen(one, month);
            }}
          />
        ))}
        <ReferenceLine y={0} stroke="var(--rule-strong)" />
      </BarChart>
    </ResponsiveContainer>
  );
}

/** An axis of counts: round ones, and never a part of a customer. */
function countAxis([least, most]: readonly [number, number]) {
  const ticks = axisTicks(least, most, TICK_STEPS);
  return (
    <YAxis
      tickLine={false}
      axisLine={false}
      tick={{ fill: 'var(--ink-quiet)', fontSize: 11 }}
      width={58}
      tickFormatter={(value: number) => countText(value)}
      ticks={ticks}
      domain={[ticks[0] ?? 0, ticks.at(-1) ?? 0]}
      interval={0}
    />
  );
}
