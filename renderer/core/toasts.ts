// What a screen tells in passing: something is done, with a way to undo it, or something was refused.
import { refusalOf } from './refusal.ts';

export interface Toast {
  /** What happened, in a sentence without its period. */
  readonly what: string;
  readonly where?: string | undefined;
  /** What to do about it. */
  readonly fix?: string | undefined;
  readonly isTrouble?: boolean;
  /** Reverses it; the toast then carries a button. */
  readonly undo?: (() => Promise<unknown>) | undefined;
}

type Listener = (toast: Toast) => void;

const waiting: Toast[] = [];
let listener: Listener | null = null;
let load: (() => void) | null = null;

/** Shows a toast; before the place for toasts is loaded it waits for it. */
export function tell(toast: Toast): void {
  if (listener !== null) return listener(toast);
  waiting.push(toast);
  load?.();
}

/** Calls `begin` once there is a toast to show, so that their place is loaded no sooner. */
export function whenToastsWait(begin: () => void): () => void {
  load = begin;
  if (waiting.length > 0) begin();
  return () => {
    if (load === begin) load = null;
  };
}

/** Tells what the core or the connection refused, with where and what to do; a cancellation is no news. */
export function tellRefusal(error: unknown): void {
  const { code, what, where, fix } = refusalOf(error);
  if (code !== 'canceled') tell({ what, where, fix, isTrouble: true });
}

/** Whoever shows toasts: told those that waited, then each new one, until the answer is called. */
export function showToasts(show: Listener): () => void {
  listener = show;
  for (const toast of waiting.splice(0)) show(toast);
  return () => {
    if (listener === show) listener = null;
  };
}
