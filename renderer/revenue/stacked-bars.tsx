// The revenue chart itself: a bar for each month, stacked by series; gains from the axis up, losses down.
import { useMemo } from 'react';
import { Bar, BarChart, ReferenceLine, Tooltip } from 'recharts';
import { countText } from '../format/amounts.ts';
import { Hatches } from '../parts/charts/hatches.tsx';
import type { ChartReading } from '../parts/chart-frame/chart-frame.tsx';
import { amountAxis, CHART_MARGIN, lines, monthAxis, numberAxis } from '../parts/charts/axes.tsx';
import { barShape } from '../parts/charts/bar-shape.tsx';
import { ChartSpace } from '../parts/charts/chart-space.tsx';
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
    <ChartSpace name="revenue" height={height}>
      {(width) => (
        <BarChart
          width={width}
          height={height}
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
          {monthAxis(months, width)}
          {isCount ? numberAxis(reach, TICK_STEPS, countText) : amountAxis(reach, TICK_STEPS, currency)}
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
              shape={barShape}
              cursor="pointer"
              onClick={(_bar, at) => {
                const month = months[at];
                if (month !== undefined) onOpen(one, month);
              }}
            />
          ))}
          <ReferenceLine y={0} stroke="var(--rule-strong)" />
        </BarChart>
      )}
    </ChartSpace>
  );
}
