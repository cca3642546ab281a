// The table of every list: rows read from the core as they come into sight, columns of one's choice, rows to copy and
// to export, and one stop of the tab key with arrow keys inside.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react';
import { RefusalPanel } from '../refusal-panel.tsx';
import type { DataTableProps } from './columns.ts';
import styles from './data-table.module.css';
import { TableBar } from './table-bar.tsx';
import { TableBody } from './table-body.tsx';
import { TableFoot, TableTotals } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { useColumns } from './use-columns.ts';
import { useCopiedRows } from './use-copied-rows.ts';
import { isPlain, placeOf, useActiveCell, useGridFocus } from './use-grid-focus.ts';
import { useIsWider } from './use-is-wider.ts';
import { DRAWN_WHOLE, useRowsInSight } from './use-rows-in-sight.ts';
import { useSelectedRows } from './use-selected-rows.ts';

const ROWS = ['row', 'rows'] as const;
/** A table whose cells are gone to by arrow keys. */
const GRID = { role: 'grid' };
const SCROLLED_HEIGHT = 'min(70vh, 760px)';

export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { name, caption, pages, keyOf, noun = ROWS, sort, onSort, onOpen, exported, isBare = false } = props;
  const scrollerRef = useRef<HTMLDivElement>(null);
  const tableRef = useRef<HTMLTableElement>(null);
  const columns = useColumns(name, props.columns);
  const active = useActiveCell();
  const total = pages.total ?? 0;
  const sight = useRowsInSight(pages, scrollerRef, { activeRow: active[0].row, hasHeight: props.height !== undefined });
  const size = { rows: Math.max(total, 1), columns: columns.shown.length, pageRows: sight.pageRows };
  const focus = useGridFocus(tableRef, active, size, sight.scrollTo);
  const selected = useSelectedRows<Row>(pages.question);
  const copied = useCopiedRows(columns.shown, pages, noun);
  const isWider = useIsWider(scrollerRef, columns.minWidth);
  const focusedRow = pages.rowAt(focus.active.row);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    focus.onKeyDown(event);
    const row = pages.rowAt(placeOf(event.target as Element)?.row ?? -1);
    if (event.key === 'Escape' && selected.rows.length > 0) {
      event.stopPropagation();
      selected.clear();
    } else if (row !== undefined && event.key === ' ' && !(event.target as Element).matches('button, input')) {
      event.preventDefault();
      selected.toggle(keyOf(row, focus.active.row), row);
    } else if (row !== undefined && event.key === 'Enter' && isPlain(event.target)) onOpen?.(row);
  };
  const open = (event: MouseEvent<HTMLElement>) => {
    if (onOpen === undefined || !isPlain(event.target) || window.getSelection()?.isCollapsed === false) return;
    const row = pages.rowAt(placeOf(event.target as Element)?.row ?? -1);
    if (row !== undefined) onOpen(row);
  };

  if (pages.error !== null && pages.total === undefined) {
    return <RefusalPanel error={pages.error} onRetry={pages.retry} isRetrying={pages.isFetching} />;
  }
  const maxHeight = props.height ?? (total > DRAWN_WHOLE ? SCROLLED_HEIGHT : undefined);
  return (
    <div className={styles.frame}>
      {!isBare && (
        <TableBar
          head={props.head}
          menus={{
            caption,
            columns,
            total,
            noun,
            selected: selected.rows.length,
            onCopyAll: copied.copyAll,
            onCopySelected: () => copied.copy(selected.rows),
            exported,
          }}
        />
      )}
      <div
        ref={scrollerRef}
        className={styles.scroller}
        data-scrolls={maxHeight !== undefined || isWider}
        data-is-wider={isWider}
        style={{ maxHeight }}
      >
        <table
          ref={tableRef}
          {...GRID}
          aria-label={caption}
          aria-rowcount={(pages.total ?? -2) + 1}
          aria-busy={pages.total === undefined}
          className={styles.table}
          style={{ minWidth: columns.minWidth }}
          onKeyDown={press}
          onFocus={focus.onFocus}
          onClick={open}
          onCopy={(event) => copied.onCopy(event, selected.rows.length > 0 ? selected.rows : rowsOf(focusedRow))}
        >
          <colgroup>
            {columns.shown.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          <TableHead columns={columns.shown} sort={sort} onSort={onSort} />
          <TableBody
            columns={columns.shown}
            pages={pages}
            keyOf={keyOf}
            sight={sight}
            selected={selected}
            canBeOpened={onOpen !== undefined}
            waitingRows={props.waitingRows ?? 12}
            empty={props.empty ?? 'None'}
          />
          <TableTotals columns={columns.shown} />
        </table>
      </div>
      {!isBare && !props.isFootless && <TableFoot pages={pages} noun={noun} selected={selected} said={copied.said} />}
    </div>
  );
}

function rowsOf<Row>(row: Row | undefined): readonly Row[] {
  return row === undefined ? [] : [row];
}
