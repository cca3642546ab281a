// The one window: where it stands, when it shows, and that its pages have no more than a sandbox.
import { join } from 'node:path';
import { app, BrowserWindow, screen, type WebContents } from 'electron';
import type { WindowPlace } from '../src/app/preferences.ts';
import { followScheme, paperColor } from './background.ts';
import { FIRST_PAGE } from './own-addresses.ts';
import { isFailure } from './renderer-trouble.ts';
import { placeFor, SMALLEST } from './window-place.ts';

export interface WindowOptions {
  readPlace(): WindowPlace | null;
  keepPlace(place: WindowPlace): void;
  /** Told of each window before its page is loaded. */
  onOpen(window: BrowserWindow): void;
}

export interface MainWindow {
  current(): BrowserWindow | null;
  /** Brings the window before the person; opens it where there is none. */
  raise(): void;
  owns(contents: WebContents): boolean;
}

export function mainWindow(options: WindowOptions): MainWindow {
  let window: BrowserWindow | null = null;
  return {
    current: () => window,
    owns: (contents) => window !== null && contents === window.webContents,
    raise: () => {
      if (window === null) {
        window = openWindow(options);
        window.once('closed', () => {
          window = null;
        });
      } else {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    },
  };
}

function openWindow({ readPlace, keepPlace, onOpen }: WindowOptions): BrowserWindow {
  const { isMaximized, ...bounds } = placeFor(readPlace(), workAreas());
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(SMALLEST.width, bounds.width),
    minHeight: Math.min(SMALLEST.height, bounds.height),
    show: false,
    title: 'Countinghouse',
    backgroundColor: paperColor(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  const show = (): void => {
    if (window.isDestroyed() || window.isVisible()) return;
    if (isMaximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  // A page that fails to load may never be ready; the person is told in the window why it is empty.
  window.webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isFailure(code, isMainFrame)) show();
  });
  window.on('close', () => keepPlace(placeOf(window)));
  followScheme(window);
  onOpen(window);
  // What keeps the page from loading is told by the events of its contents.
  window.loadURL(FIRST_PAGE).catch(() => undefined);
  return window;
}

/** The work areas of the displays, the primary one's first. */
function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary, ...others].map(({ workArea }) => workArea);
}

function placeOf(window: BrowserWindow): WindowPlace {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, isMaximized: window.isMaximized() };
}
