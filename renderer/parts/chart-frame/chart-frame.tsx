// The frame of every chart: its name, the switch to its table, its files, and a reading of it by keyboard.
import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { laterPart } from '../../core/later-part.tsx';
import { rowsInMemory } from '../../core/use-pages.ts';
import { Choice } from '../choice.tsx';
import type { DataColumn } from '../data-table/columns.ts';
import { DataTable } from '../data-table/data-table.tsx';
import { Waiting } from '../waiting.tsx';
import styles from './chart-frame.module.css';
import { useChartReading } from './use-chart-reading.ts';

const ChartMenu = laterPart(() => import('./chart-menu.tsx'));
const LEGEND_HEIGHT = 44;

/** Which point is read: by pointer or by keyboard. */
export interface ChartReading {
  /** Key of the point that is pointed at or read; undefined when none is. */
  readonly activeKey: string | undefined;
  /** Told by the chart when the pointer is over a point, undefined when it leaves. */
  readonly point: (key: string | undefined) => void;
}

export interface ChartFrameProps<Row> {
  /** The name of its table view, unique in the product. */
  readonly name: string;
  readonly title: string;
  /** What the chart shows and what it says, in a sentence or two: read by screen readers. */
  readonly description: string;
  /** One row for each point along the chart, in its order; undefined while it is read. */
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string;
  /** The columns of its table view. */
  readonly columns: readonly DataColumn<Row>[];
  /** A point as it is spoken when the arrow keys reach it. */
  readonly spoken: (row: Row) => string;
  /** Enter on a point. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Without its ending: `mrr-movements-2026-10`. */
  readonly fileName: string;
  /** The height of the chart and of its table view, in px. */
  readonly height: number;
  /** Its legend, with the numbers of the point that is read, else of the last one; undefined before there are rows. */
  readonly legend?: (row: Row | undefined) => ReactNode;
  /** Beside the title: choices that change the chart. */
  readonly choices?: ReactNode;
  readonly children: (reading: ChartReading) => ReactNode;
}

const VIEWS = [
  { value: 'chart', name: 'Chart' },
  { value: 'table', name: 'Table' },
] as const;

export function ChartFrame<Row>(props: ChartFrameProps<Row>) {
  const { name, title, description, rows, keyOf, columns, spoken, onOpen, fileName, height, legend } = props;
  const id = useId();
  const pictureRef = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const read = useChartReading(rows ?? [], keyOf, onOpen);
  const room = <Waiting height="100%" />;
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={styles.choices}>
          {props.choices}
          <Choice legend={`${title} as`} options={VIEWS} value={view} onChange={setView} />
          <Suspense fallback={<span className={styles.menuRoom} />}>
            <ChartMenu {...{ title, fileName, pictureRef, isDisabled: view === 'table' || rows === undefined }} />
          </Suspense>
        </div>
      </div>
      {view === 'table' ? (
        <DataTable
          name={name}
          caption={title}
          columns={columns}
          pages={rowsInMemory(rows)}
          keyOf={keyOf}
          onOpen={onOpen}
          height={`${height + (legend === undefined ? 0 : LEGEND_HEIGHT)}px`}
          isBare
        />
      ) : (
        <div ref={pictureRef}>
          {legend !== undefined && (
            <div style={{ minHeight: LEGEND_HEIGHT }}>{legend(read.active ?? rows?.at(-1))}</div>
          )}
          <div
            className={styles.chart}
            style={{ height }}
            role="application"
            aria-roledescription="chart"
            tabIndex={0}
            aria-label={title}
            aria-describedby={`${id}-about`}
            onKeyDown={read.onKeyDown}
            onBlur={read.onBlur}
          >
            {rows === undefined ? room : <Suspense fallback={room}>{props.children(read.reading)}</Suspense>}
          </div>
        </div>
      )}
      <p id={`${id}-about`} className={styles.spoken}>
        {description} The arrow keys go from point to point{onOpen === undefined ? '' : ', Enter opens its rows'}.
      </p>
      <p className={styles.spoken} role="status">
        {read.spoken !== undefined && spoken(read.spoken)}
      </p>
    </section>
  );
}
