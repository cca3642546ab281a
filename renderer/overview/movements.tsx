// The roll-forward of the period: chart above, its table below, both opening onto the same rows.
import { useMemo } from 'react';
import { laterPart } from '../core/later-part.tsx';
import type { MovementsReport, MovementsRow } from '../core/outputs.ts';
import { rowsInMemory } from '../core/use-pages.ts';
import { amountText } from '../format/amounts.ts';
import { monthText } from '../format/calendar.ts';
import { ChartFrame } from '../parts/chart-frame/chart-frame.tsx';
import { Choice } from '../parts/choice.tsx';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { monthsBetween } from '../selection/period.ts';
import { kept, withFigure } from '../selection/selection.ts';
import { useSelect, useSelection } from '../selection/use-selection.ts';
import type { useView } from '../selection/use-view.ts';
import { ChartReadout } from './chart-readout.tsx';
import { movementPoints } from './movement-points.ts';
import styles from './movements.module.css';
import { pointColumns } from './point-columns.tsx';
import { BARS, CUSTOMER_COLUMNS, MRR_COLUMNS, shownNumber } from './roll-forward.ts';
import { rollForwardColumns } from './roll-forward-columns.tsx';

const MovementChart = laterPart(() => import('./movement-chart.tsx'));
MovementChart.readAhead();

const CHART_HEIGHT = 346;
const TABLES = [
  { value: 'mrr', name: 'MRR' },
  { value: 'customers', name: 'Customers' },
] as const;

interface MovementsProps {
  readonly report: MovementsReport | undefined;
  /** What the report answers, for its export. */
  readonly question: Readonly<Record<string, unknown>>;
  readonly view: ReturnType<typeof useView>;
}

export function Movements({ report, question, view }: MovementsProps) {
  const selection = useSelection();
  const select = useSelect();
  const table = selection.table === 'customers' ? 'customers' : 'mrr';
  const points = useMemo(() => report && movementPoints(report), [report]);
  const isCompared = report !== undefined && report.compared !== null;
  const chartColumns = useMemo(() => pointColumns(isCompared), [isCompared]);
  const columns = useMemo(
    () =>
      rollForwardColumns(
        table === 'mrr' ? MRR_COLUMNS : CUSTOMER_COLUMNS,
        report ?? { dataThrough: null, totals: [] },
        selection,
      ),
    [table, report, selection],
  );
  const newestFirst = useMemo(() => report?.rows.toReversed(), [report]);
  const currency = report?.currency ?? view.currency ?? '';
  const months = view.from && view.to ? monthsBetween(view.from, view.to) : 24;
  const first = report?.rows[0];
  const last = report?.rows.at(-1);
  return (
    <>
      <ChartFrame
        name="overview-movements-chart"
        title="MRR movements"
        description={
          first && last
            ? `Closing MRR as a line and movements as bars, ${monthText(first.month)} to ${monthText(last.month)}: from ${amountText(first.openingMinor, currency)} to ${amountText(last.closingMinor, currency)}.`
            : ''
        }
        fileName={`mrr-movements-${view.to ?? ''}`}
        rows={points}
        keyOf={({ row }) => row.month}
        columns={chartColumns}
        spoken={({ row }) => spokenMonth(row)}
        onOpen={({ row }) => select(withFigure(selection, 'net', row.month))}
        height={CHART_HEIGHT}
        legend={(point) => <ChartReadout point={point} isCompared={isCompared} currency={currency} />}
      >
        {(reading) => (
          <MovementChart
            points={points ?? []}
            currency={currency}
            reading={reading}
            onOpen={(show, month) => select(withFigure(selection, show, month))}
          />
        )}
      </ChartFrame>
      <div className={styles.table}>
        <DataTable
          name={`overview-roll-forward-${table}`}
          caption={`Roll-forward by month, ${table === 'mrr' ? 'MRR' : 'customers'}`}
          columns={columns}
          pages={rowsInMemory(newestFirst)}
          keyOf={({ month }) => month}
          noun={['month', 'months']}
          waitingRows={months + 1}
          exported={{ report: 'movements', input: question }}
          height="none"
          head={
            <>
              <h2>By month, {table === 'mrr' ? `MRR ${currency && `in ${currency}`}` : 'customers'}</h2>
              <Choice
                legend="Table of"
                options={TABLES}
                value={table}
                onChange={(value) => select(kept({ ...selection, table: value === 'customers' ? value : undefined }))}
              />
            </>
          }
        />
      </div>
    </>
  );
}

function spokenMonth(row: MovementsRow): string {
  const bars = BARS.map((bar) => `${bar.name} ${amountText(shownNumber(row, bar), row.currency)}`);
  return `${monthText(row.month)}: closing MRR ${amountText(row.closingMinor, row.currency)}. ${bars.join(', ')}.`;
}
