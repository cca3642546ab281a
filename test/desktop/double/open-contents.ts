// All web contents and windows there are, for the modules that look across them.
import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

const contents = new Map<number, WebContents>();
const windows = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

export function addContents(added: WebContents): void {
  contents.set(added.id, added);
}

export function removeContents(removed: WebContents): void {
  contents.delete(removed.id);
}

export function allContents(): readonly WebContents[] {
  return [...contents.values()];
}

export function addWindow(added: BrowserWindow): void {
  windows.set(added.id, added);
}

export function removeWindow(removed: BrowserWindow): void {
  windows.delete(removed.id);
  if (focused === removed) focused = null;
}

export function allWindows(): BrowserWindow[] {
  return [...windows.values()];
}

export function focusedWindow(): BrowserWindow | null {
  return focused;
}

/** The double's own: the window that has the keyboard from now on. */
export function setFocused(window: BrowserWindow | null): void {
  focused = window;
}
