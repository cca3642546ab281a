// The statement's focus and scrolling: which figure the tab key reaches, where keys lead, which rows are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Cell, cellAfter, within } from '../parts/data-table/grid-keys.ts';

const ROW_HEIGHT = 26;
const DRAWN_WHOLE = 60;
const PAGE_ROWS = 15;

interface GridSize {
  readonly scrollRef: RefObject<HTMLElement | null>;
  readonly rows: number;
  /** The rows' heads and their figures. */
  readonly columns: number;
}

export interface StatementGrid {
  readonly active: Cell;
  readonly first: number;
  readonly last: number;
  /** Height of the rows before and after that are not drawn. */
  readonly before: number;
  readonly after: number;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

export function useStatementGrid({ scrollRef, rows, columns }: GridSize): StatementGrid {
  const [chosen, setChosen] = useState<Cell>();
  const wanted = useRef<Cell>(undefined);
  const isVirtual = rows > DRAWN_WHOLE;
  const virtualizer = useVirtualizer({
    count: rows,
    enabled: isVirtual,
    estimateSize: () => ROW_HEIGHT,
    overscan: 16,
    scrollPaddingStart: ROW_HEIGHT,
    getScrollElement: () => scrollRef.current,
  });
  useEffect(() => {
    // A row that is not drawn yet takes the focus once it is.
    const cell = wanted.current;
    if (cell === undefined) return;
    const place = scrollRef.current?.querySelector<HTMLElement>(
      `[data-row="${cell.row}"] [data-column="${cell.column}"]`,
    );
    if (!place) return;
    wanted.current = undefined;
    place.focus();
  });
  const active = within(chosen ?? { row: 0, column: columns - 1 }, { rows, columns });
  const items = isVirtual ? virtualizer.getVirtualItems() : [];
  const first = isVirtual ? (items[0]?.index ?? 0) : 0;
  const last = isVirtual ? (items.at(-1)?.index ?? DRAWN_WHOLE - 1) + 1 : rows;
  return {
    active,
    first,
    last,
    before: first * ROW_HEIGHT,
    after: (rows - last) * ROW_HEIGHT,
    onKeyDown: (event) => {
      if (event.altKey || event.shiftKey) return;
      const reached = cellAfter(event, active, { rows, columns, pageRows: PAGE_ROWS });
      if (reached === undefined) return;
      const next = { ...reached, row: Math.max(0, reached.row) };
      event.preventDefault();
      wanted.current = next;
      if (isVirtual) virtualizer.scrollToIndex(next.row);
      setChosen(next);
    },
    onFocus: ({ target }) => {
      const row = Number(target.closest('[data-row]')?.getAttribute('data-row'));
      const column = Number(target.getAttribute('data-column'));
      if (target.hasAttribute('data-column')) setChosen({ row, column });
    },
  };
}
