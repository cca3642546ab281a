// When the screens of the window stop or hang: they are loaded again, and a person is asked where that does not help.
import { app, type BrowserWindow, dialog } from 'electron';
import type { Problem } from '../src/hosts/desk/index.ts';
import { reloadLimit } from './reload-limit.ts';

type Note = (problem: Problem) => void;

const NOTHING_LOST = 'The ledger is not affected: all that was confirmed is in it.';

/** Watches the window's page. To be called before it is loaded. */
export function watchScreens(window: BrowserWindow, note: Note): void {
  const contents = window.webContents;
  const mayReload = reloadLimit();

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    note({ kind: 'screens-ended', what: `The screens ended (${reason}, ${exitCode})` });
    // Chromium is still putting the page away while it tells this.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (mayReload(performance.now())) contents.reload();
      else void askToReload(window, 'The screens stopped several times in a row');
    });
  });
  contents.on('preload-error', (_event, _path, error) => {
    note({ kind: 'bridge-missing', what: `The bridge could not be built: ${error.message}` });
    dialog.showErrorBox('Countinghouse', 'The screens cannot reach the program. Install it anew.');
    app.exit(2);
  });
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isFailure(code, isMainFrame)) return;
    note({ kind: 'screens-not-loaded', what: `The screens could not be loaded (${code} ${description})` });
    setImmediate(() => {
      if (!window.isDestroyed()) void askToReload(window, 'The screens could not be loaded');
    });
  });

  watchHanging(window, note);
}

/** What Chromium says of a load that something else took the place of. */
const ABORTED = -3;

/** Whether an end of a load leaves the window without its screens. */
export function isFailure(code: number, isMainFrame: boolean): boolean {
  return isMainFrame && code !== ABORTED;
}

async function askToReload(window: BrowserWindow, message: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail: NOTHING_LOST,
    buttons: ['Try Again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 1) app.quit();
  else if (!window.isDestroyed()) window.webContents.reload();
}

function watchHanging(window: BrowserWindow, note: Note): void {
  let asking: AbortController | null = null;
  window.on('responsive', () => asking?.abort());
  window.on('unresponsive', () => {
    if (asking !== null) return;
    const answering = new AbortController();
    asking = answering;
    note({ kind: 'screens-hang', what: 'The screens did not answer for a while' });
    void askToRestart(window, answering.signal).finally(() => {
      asking = null;
    });
  });
}

async function askToRestart(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    signal,
    type: 'warning',
    message: 'The screens do not answer',
    detail: `You can wait, or load them again. ${NOTHING_LOST}`,
    buttons: ['Wait', 'Load Again'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
}
