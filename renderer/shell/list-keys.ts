// Keys that work in whatever list is open: its search field, and steps from row to row as the arrows make them.

const LISTS = '[role="grid"], [role="listbox"], [data-list]';

/** Gives the focus to the search field of the screen. False where it has none. */
export function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"], main [role="searchbox"]');
  field?.focus();
  field?.select();
  return field !== null;
}

/** Steps in the list that has the focus, else into the first one of the screen. */
export function stepInList(key: 'ArrowDown' | 'ArrowUp'): void {
  const focused = document.activeElement;
  if (focused?.closest(LISTS) != null) {
    focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    return;
  }
  const list = document.querySelector<HTMLElement>(`[role="dialog"] [role="grid"], main [role="grid"]`);
  const first = list?.matches('[tabindex="0"]') ? list : list?.querySelector<HTMLElement>('[tabindex="0"], a[href]');
  first?.focus();
}
