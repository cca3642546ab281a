// A table as one stop of the tab key: inside it the arrow keys go from cell to cell, onto a cell's link where it has one.
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Cell, cellAfter, type GridSize, within } from './grid-keys.ts';

const INSIDE = 'a[href], button, input, select, textarea';

export interface GridFocus {
  readonly active: Cell;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/** Which cell is active. `sizeOf` and `scrollTo` are asked when a key is pressed. */
export function useActiveCell(): [Cell, (cell: Cell) => void] {
  return useState<Cell>({ row: 0, column: 0 });
}

/**
 * Keeps exactly one cell of the table reachable by the tab key, and moves the focus as keys ask. A row that is not
 * drawn is scrolled to first and takes the focus once it is.
 */
export function useGridFocus(
  tableRef: RefObject<HTMLTableElement | null>,
  [active, setActive]: readonly [Cell, (cell: Cell) => void],
  size: GridSize,
  scrollTo: (row: number) => void,
): GridFocus {
  const isMoving = useRef(false);
  useLayoutEffect(() => {
    const table = tableRef.current;
    if (table === null) return;
    const cell = cellAt(table, within(active, size)) ?? table.querySelector<HTMLElement>('tbody td, tbody th');
    const reachable = cell === null ? undefined : targetIn(cell);
    for (const target of table.querySelectorAll<HTMLElement>(`${INSIDE}, [tabindex]`)) {
      if (target !== reachable && target.tabIndex !== -1) target.tabIndex = -1;
    }
    if (reachable !== undefined && reachable.tabIndex !== 0) reachable.tabIndex = 0;
    // A cell that had the focus before its row was read hands it to the link that has come into it.
    if (cell !== null && document.activeElement === cell && reachable !== cell)
      reachable?.focus({ preventScroll: true });
    if (!isMoving.current || cell === null || cell !== cellAt(table, active)) return;
    isMoving.current = false;
    reachable?.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return {
    active,
    onKeyDown: (event) => {
      if (event.altKey || event.shiftKey || isTyping(event.target)) return;
      const next = cellAfter(event, active, size);
      if (next === undefined) return;
      event.preventDefault();
      isMoving.current = true;
      scrollTo(next.row);
      setActive({ ...next });
    },
    onFocus: ({ target }) => {
      const place = placeOf(target);
      if (place !== undefined && (place.row !== active.row || place.column !== active.column)) setActive(place);
    },
  };
}

/** The row and column that an element lies in. */
export function placeOf(element: Element): Cell | undefined {
  const cell = element.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr')?.dataset['row'];
  return cell === null || row === undefined ? undefined : { row: Number(row), column: cell.cellIndex };
}

/** True for a place of a cell that has no key or click of its own. */
export function isPlain(target: EventTarget): boolean {
  return target instanceof Element && target.closest(INSIDE) === null;
}

function cellAt(table: HTMLTableElement, { row, column }: Cell): HTMLElement | null {
  return table.querySelector<HTMLTableRowElement>(`tr[data-row="${row}"]`)?.cells[column] ?? null;
}

function targetIn(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(INSIDE) ?? cell;
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}
