// The roll-forward of the period: chart above, its table below, both opening onto the same rows.
import { lazy, Suspense, useCallback, useState } from 'react';
import type { MovementsReport } from '../core/outputs.ts';
import { Choice } from '../parts/choice.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { kept, type Shown, withFigure } from '../selection.ts';
import { useSelect, useSelection } from '../use-selection.ts';
import { ChartReadout } from './chart-readout.tsx';
import { MovementTable } from './movement-table.tsx';
import styles from './movements.module.css';
import { CUSTOMER_COLUMNS, MRR_COLUMNS } from './roll-forward.ts';

const chartModule = import('./movement-chart.tsx');
const MovementChart = lazy(() => chartModule);

const TABLES = [
  { value: 'mrr', name: 'MRR' },
  { value: 'customers', name: 'Customers' },
] as const;

interface MovementsProps {
  readonly report: MovementsReport | undefined;
  readonly months: number;
}

export function Movements({ report, months }: MovementsProps) {
  const selection = useSelection();
  const select = useSelect();
  const [pointed, setPointed] = useState<string>();
  const open = useCallback(
    (show: Shown, month: string) => select(withFigure(selection, show, month)),
    [select, selection],
  );
  const rows = report?.rows ?? [];
  const currency = report?.currency ?? selection.currency ?? '';
  const read = rows.find(({ month }) => month === pointed) ?? rows.at(-1);
  const table = selection.table ?? 'mrr';
  return (
    <section className={styles.movements} aria-labelledby="movements">
      <h2 id="movements">MRR movements</h2>
      <ChartReadout row={read} currency={currency} />
      <div className={styles.chart}>
        {report === undefined ? (
          <Waiting height="100%" />
        ) : (
          <Suspense fallback={<Waiting height="100%" />}>
            <MovementChart rows={rows} currency={currency} onPoint={setPointed} onOpen={open} />
          </Suspense>
        )}
      </div>
      <div className={styles.tableHead}>
        <h3>By month, {table === 'mrr' ? `MRR ${currency && `in ${currency}`}` : 'customers'}</h3>
        <Choice
          legend="Table of"
          options={TABLES}
          value={table}
          onChange={(value) => select(kept({ ...selection, table: value === 'customers' ? value : undefined }))}
        />
      </div>
      {report === undefined ? (
        <Waiting height={26 * (months + 1)} />
      ) : (
        <MovementTable
          rows={rows}
          currency={currency}
          columns={table === 'mrr' ? MRR_COLUMNS : CUSTOMER_COLUMNS}
          through={report.dataThrough}
        />
      )}
    </section>
  );
}
