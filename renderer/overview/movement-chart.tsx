// The chart of the period: closing MRR as a line, and under it each month's movements as signed bars.
import { useMemo } from 'react';
import { Bar, BarChart, ReferenceLine, Tooltip } from 'recharts';
import type { ChartReading } from '../parts/chart-frame/chart-frame.tsx';
import { amountAxis, CHART_MARGIN, lines, monthAxis } from '../parts/charts/axes.tsx';
import { barShape } from '../parts/charts/bar-shape.tsx';
import { ChartSpace } from '../parts/charts/chart-space.tsx';
import MrrLine from '../parts/charts/mrr-line.tsx';
import type { Shown } from '../selection/selection.ts';
import { fillOf, Hatches } from '../parts/charts/hatches.tsx';
import type { MovementPoint } from './movement-points.ts';
import { BARS, shownNumber, stackReach } from './roll-forward.ts';

const LINE_HEIGHT = 118;
const BARS_HEIGHT = 226;
const TOGETHER = 'overview-months';

interface MovementChartProps {
  readonly points: readonly MovementPoint[];
  readonly currency: string;
  readonly reading: ChartReading;
  readonly onOpen: (show: Shown, month: string) => void;
}

export default function MovementChart({ points, currency, reading, onOpen }: MovementChartProps) {
  const line = useMemo(
    () =>
      points.map(({ row, compared }) => ({
        month: row.month,
        closing: row.closingMinor,
        ...(compared !== undefined && { compared: compared.closingMinor }),
      })),
    [points],
  );
  const bars = useMemo(
    () =>
      points.map(({ row }) => ({
        month: row.month,
        ...Object.fromEntries(BARS.map((bar) => [bar.show, shownNumber(row, bar)])),
      })),
    [points],
  );
  return (
    <>
      <MrrLine
        points={line}
        currency={currency}
        height={LINE_HEIGHT}
        reading={reading}
        onOpen={(month) => onOpen('mrr', month)}
        isWithoutMonths
        syncId={TOGETHER}
      />
      <ChartSpace name={TOGETHER} height={BARS_HEIGHT}>
        {(width) => (
          <BarChart
            width={width}
            height={BARS_HEIGHT}
            data={bars}
            margin={CHART_MARGIN}
            syncId={TOGETHER}
            accessibilityLayer={false}
            stackOffset="sign"
            barCategoryGap="22%"
            onMouseMove={({ activeLabel }) =>
              reading.point(activeLabel === undefined ? undefined : String(activeLabel))
            }
            onMouseLeave={() => reading.point(undefined)}
            style={{ cursor: 'pointer' }}
          >
            <Hatches />
            {lines()}
            {monthAxis(
              bars.map(({ month }) => month),
              width,
            )}
            {amountAxis(stackReach(points.map(({ row }) => row)), 4, currency)}
            <Tooltip content={() => null} cursor={{ fill: 'var(--chart-cursor)' }} />
            {reading.activeKey !== undefined && <ReferenceLine x={reading.activeKey} stroke="var(--rule-strong)" />}
            {BARS.map(({ show }) => (
              <Bar
                key={show}
                dataKey={show}
                stackId="movements"
                fill={fillOf(show)}
                stroke="var(--paper)"
                strokeWidth={1}
                isAnimationActive={false}
                shape={barShape}
                onClick={(_bar, index) => {
                  const point = points[index];
                  if (point !== undefined) onOpen(show, point.row.month);
                }}
              />
            ))}
            <ReferenceLine y={0} stroke="var(--rule-strong)" />
          </BarChart>
        )}
      </ChartSpace>
    </>
  );
}
