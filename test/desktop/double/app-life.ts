// How the program ends: quitting asks the windows and the program first, in Electron's order, and each may say no.
import { preventable } from './absent.ts';
import { allWindows } from './open-contents.ts';
import { allTold, tell } from './seat.ts';

interface Emitter {
  emit(event: string, ...args: unknown[]): boolean;
  listenerCount(event: string): number;
}

let isQuitting = false;
let isLeaving = false;
let emitter: Emitter | null = null;

/** To be called once, by the app. */
export function bindApp(app: Emitter): void {
  emitter = app;
}

export function quit(): void {
  if (isQuitting || isLeaving) return;
  const event = preventable({});
  emitter?.emit('before-quit', event);
  if (event.defaultPrevented) return;
  isQuitting = true;
  if (allWindows().length === 0) lastQuestion();
  else for (const window of allWindows()) window.close();
}

/** Ends without asking anybody. */
export function exit(code: number): void {
  isQuitting = true;
  for (const window of allWindows()) window.destroy();
  leave(code);
}

export const windowsGone = {
  /** A window was kept open: the program does not quit. */
  kept: (): void => {
    isQuitting = false;
  },
  /** The last window is closed. */
  all: (): void => {
    if (isLeaving) return;
    if (isQuitting) lastQuestion();
    else if ((emitter?.listenerCount('window-all-closed') ?? 0) > 0) emitter?.emit('window-all-closed');
    else quit();
  },
};

function lastQuestion(): void {
  const event = preventable({});
  emitter?.emit('will-quit', event);
  if (event.defaultPrevented) isQuitting = false;
  else leave(0);
}

function leave(code: number): void {
  if (isLeaving) return;
  isLeaving = true;
  emitter?.emit('quit', {}, code);
  tell('leaving', { code });
  void allTold().then(() => process.exit(code));
}
