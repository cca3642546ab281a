// The chart of the period: closing MRR as a line, and under it each month's movements as signed bars.
// It is a picture of the table below it, where every bar can be reached by keyboard.
import { useMemo, useRef } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { MovementsRow } from '../core/outputs.ts';
import { tickText } from '../format/amounts.ts';
import { monthShortText, monthText } from '../format/calendar.ts';
import type { Shown } from '../selection.ts';
import { axisTicks } from './axis-ticks.ts';
import { fillOf, Hatches } from './chart-hatches.tsx';
import styles from './movement-chart.module.css';
import { BARS, closingReach, shownNumber, stackReach } from './roll-forward.ts';

interface MovementChartProps {
  readonly rows: readonly MovementsRow[];
  readonly currency: string;
  readonly onPoint: (month: string | undefined) => void;
  readonly onOpen: (show: Shown, month: string) => void;
}

const AXIS = { tickLine: false, axisLine: false, tick: { fill: 'var(--ink-quiet)', fontSize: 11 } } as const;
const MARGIN = { top: 6, right: 0, bottom: 8, left: 0 };
const AXIS_WIDTH = 58;

export default function MovementChart({ rows, currency, onPoint, onOpen }: MovementChartProps) {
  const points = useMemo(
    () =>
      rows.map((row) => ({
        month: row.month,
        closing: row.closingMinor,
        ...Object.fromEntries(BARS.map((bar) => [bar.show, shownNumber(row, bar)])),
      })),
    [rows],
  );
  const point = ({ activeLabel }: { activeLabel?: string | number | undefined }) =>
    onPoint(activeLabel === undefined ? undefined : String(activeLabel));
  // A bar cannot hold the focus; its chart takes it, so that it has where to return when what the bar opened is closed.
  const chartRef = useRef<HTMLDivElement>(null);
  const open = (show: Shown, month: string) => {
    chartRef.current?.focus({ preventScroll: true });
    onOpen(show, month);
  };
  const shared = {
    data: points,
    margin: MARGIN,
    syncId: 'months',
    accessibilityLayer: false,
    onMouseMove: point,
    onMouseLeave: () => onPoint(undefined),
  };
  const yAxis = ([least, most]: readonly [number, number], steps: number) => {
    const ticks = axisTicks(least, most, steps);
    const domain = [ticks[0] ?? 0, ticks.at(-1) ?? 0];
    const format = (value: number) => tickText(value, currency);
    return <YAxis {...AXIS} width={AXIS_WIDTH} tickFormatter={format} ticks={ticks} domain={domain} interval={0} />;
  };
  const cursor = (
    <Tooltip content={() => null} cursor={{ fill: 'var(--chart-cursor)', stroke: 'var(--rule-strong)' }} />
  );
  const first = rows[0];
  const last = rows.at(-1);
  const span = first && last ? `${monthText(first.month)} to ${monthText(last.month)}` : '';
  return (
    <div
      ref={chartRef}
      className={styles.chart}
      role="img"
      tabIndex={-1}
      aria-label={`Closing MRR and movements, ${span}; the table below has the figures`}
    >
      <ResponsiveContainer width="100%" height={116}>
        <LineChart {...shared} onClick={({ activeLabel }) => activeLabel && open('mrr', String(activeLabel))}>
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis dataKey="month" hide padding="gap" scale="band" />
          {yAxis(closingReach(rows), 3)}
          {cursor}
          <Line
            dataKey="closing"
            type="linear"
            stroke="var(--ink)"
            strokeWidth={1.5}
            dot={false}
            activeDot={{ r: 3.5, fill: 'var(--ink)', stroke: 'var(--paper)' }}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
      <ResponsiveContainer width="100%" height={224}>
        <BarChart {...shared} stackOffset="sign" barCategoryGap="22%">
          <Hatches />
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis dataKey="month" {...AXIS} tickFormatter={monthShortText} minTickGap={14} />
          {yAxis(stackReach(rows), 4)}
          {cursor}
          {BARS.map(({ show }) => (
            <Bar
              key={show}
              dataKey={show}
              stackId="movements"
              fill={fillOf(show)}
              stroke="var(--paper)"
              strokeWidth={1}
              isAnimationActive={false}
              onClick={(_bar, index) => {
                const row = rows[index];
                if (row !== undefined) open(show, row.month);
              }}
            />
          ))}
          <ReferenceLine y={0} stroke="var(--rule-strong)" />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
