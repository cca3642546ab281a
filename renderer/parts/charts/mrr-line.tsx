// MRR at the end of each month as a line, with the months it is compared with as a second, broken one.
import { Line, LineChart, ReferenceLine, Tooltip } from 'recharts';
import type { ChartReading } from '../chart-frame/chart-frame.tsx';
import { amountAxis, CHART_MARGIN, hiddenMonthAxis, lines, monthAxis, reachOf } from './axes.tsx';
import { ChartSpace } from './chart-space.tsx';

export interface MrrPoint {
  /** `YYYY-MM` */
  readonly month: string;
  readonly closing: number | null;
  /** MRR of the month that this one is compared with; left out without a comparison. */
  readonly compared?: number | null | undefined;
}

interface MrrLineProps {
  readonly points: readonly MrrPoint[];
  readonly currency: string;
  readonly height: number;
  readonly reading: ChartReading;
  readonly onOpen?: ((month: string) => void) | undefined;
  /** Without months below it, over a chart that has them. */
  readonly isWithoutMonths?: boolean;
  /** Charts of one name show their cursors together. */
  readonly syncId?: string;
}

export default function MrrLine(props: MrrLineProps) {
  const { points, currency, height, reading, onOpen, isWithoutMonths = false, syncId } = props;
  const isCompared = points.some(({ compared }) => compared !== undefined);
  const reach = reachOf(points.flatMap(({ closing, compared }) => [closing ?? 0, compared ?? 0]));
  return (
    <ChartSpace name={syncId ?? 'line'} height={height}>
      {(width) => (
        <LineChart
          width={width}
          height={height}
          data={[...points]}
          margin={CHART_MARGIN}
          accessibilityLayer={false}
          {...(syncId !== undefined && { syncId })}
          onMouseMove={({ activeLabel }) => reading.point(activeLabel === undefined ? undefined : String(activeLabel))}
          onMouseLeave={() => reading.point(undefined)}
          onClick={({ activeLabel }) => activeLabel !== undefined && onOpen?.(String(activeLabel))}
          style={{ cursor: onOpen === undefined ? 'default' : 'pointer' }}
        >
          {lines()}
          {isWithoutMonths
            ? hiddenMonthAxis()
            : monthAxis(
                points.map(({ month }) => month),
                width,
              )}
          {amountAxis(reach, 3, currency)}
          <Tooltip content={() => null} cursor={{ stroke: 'var(--rule-strong)' }} />
          {reading.activeKey !== undefined && <ReferenceLine x={reading.activeKey} stroke="var(--rule-strong)" />}
          {isCompared && (
            <Line
              dataKey="compared"
              type="linear"
              stroke="var(--ink-quiet)"
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
          <Line
            dataKey="closing"
            type="linear"
            stroke="var(--ink)"
            strokeWidth={1.5}
            dot={points.length === 1}
            activeDot={{ r: 3.5, fill: 'var(--ink)', stroke: 'var(--paper)' }}
            isAnimationActive={false}
          />
        </LineChart>
      )}
    </ChartSpace>
  );
}
