// The statement: months across, lines down, the oldest month first and the newest in sight. One stop of the tab key;
// inside it the arrow keys move from figure to figure, and Enter opens the rows behind one.
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { Selection } from '../selection/selection.ts';
import type { StatementRow as Row } from './statement.ts';
import type { StatementColumn } from './statement-columns.ts';
import { StatementRow } from './statement-row.tsx';
import styles from './statement-table.module.css';
import { useStatementGrid } from './use-statement-grid.ts';

const RATE_WIDTH = '84px';

interface StatementTableProps {
  readonly caption: string;
  /** What stands over the lines' names: the currency, or what is counted. */
  readonly unit: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly StatementColumn[];
  /** The widest figure's number of characters. */
  readonly figureLength: number;
  readonly base: Selection;
  /** The month that is not over in what is known. */
  readonly unfinished: string | undefined;
  readonly onToggle: (key: string) => void;
}

export function StatementTable(props: StatementTableProps) {
  const { caption, unit, rows, columns, figureLength, base, unfinished, onToggle } = props;
  const scrollRef = useRef<HTMLElement>(null);
  const grid = useStatementGrid({ scrollRef, rows: rows.length, columns: columns.length + 1 });
  useNewestInSight(scrollRef, columns);
  const follow = useFollowedLinks();
  const rates = columns.filter(({ kind }) => kind === 'rate').length;
  const width = `calc(${columns.length - rates} * ${figureWidth(figureLength)} + ${rates} * ${RATE_WIDTH} + var(--name-width))`;
  return (
    <section ref={scrollRef} className={styles.scroll} aria-label={caption}>
      <table className={styles.table} style={{ width }} aria-rowcount={rows.length + 1}>
        <caption className={styles.caption}>
          {caption}. The arrow keys move between its figures, Enter opens the rows behind one.
        </caption>
        <colgroup>
          <col className={styles.nameColumn} />
          {columns.map(({ key, kind }) => (
            <col key={key} style={{ width: kind === 'rate' ? RATE_WIDTH : figureWidth(figureLength) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.corner}>
              {unit}
            </th>
            {columns.map(({ kind, key, header, spoken }) => (
              <th key={key} scope="col" className={styles[kind]}>
                <span title={kind === 'month' ? undefined : spoken}>{header}</span>
                {key === unfinished && <span className={styles.soFar}>so far</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={grid.onKeyDown} onFocus={grid.onFocus} onClick={follow}>
          {grid.before > 0 && <Spacer height={grid.before} span={columns.length + 1} />}
          {rows.slice(grid.first, grid.last).map((row, offset) => (
            <StatementRow
              key={row.kind === 'head' ? row.block.key : `${row.block.key} ${row.line.field}`}
              row={row}
              index={grid.first + offset}
              columns={columns}
              base={base}
              activeColumn={grid.first + offset === grid.active.row ? grid.active.column : undefined}
              onToggle={onToggle}
            />
          ))}
          {grid.after > 0 && <Spacer height={grid.after} span={columns.length + 1} />}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className={styles.spacer}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

function figureWidth(length: number): string {
  return `max(72px, calc(${length + 1}ch + 16px))`;
}

/** Scrolls to the newest month whenever other months are shown. */
function useNewestInSight(scrollRef: { readonly current: HTMLElement | null }, columns: readonly StatementColumn[]) {
  const months = columns.map(({ key }) => key).join(' ');
  useLayoutEffect(() => {
    const scroll = scrollRef.current;
    if (scroll !== null && months !== '') scroll.scrollLeft = scroll.scrollWidth;
  }, [scrollRef, months]);
}

/** Follows the figures' links without loading the page again; one listener for all of them. */
function useFollowedLinks(): (event: MouseEvent<HTMLElement>) => void {
  const router = useRouter();
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null) return;
    event.preventDefault();
    void router.navigate({ href: `${router.state.location.pathname}${link.search}`, resetScroll: false });
  };
}
