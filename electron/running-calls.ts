// The calls that run for each window: counted, canceled one by one, and all of them when their page is gone.
import type { WebContents } from 'electron';
import { CALLS_LIMIT } from './bridge.ts';

export interface RunningCalls {
  /** A call's signal and its end; null when too many run, or one of this id does. */
  begin(contents: WebContents, id: number): { readonly signal: AbortSignal; end(): void } | null;
  cancel(contents: WebContents, id: number): void;
}

export function runningCalls(): RunningCalls {
  const pages = new Map<WebContents, Map<number, AbortController>>();

  const forget = (contents: WebContents): void => {
    const calls = pages.get(contents);
    pages.set(contents, new Map());
    for (const canceling of calls?.values() ?? []) canceling.abort();
  };
  const watch = (contents: WebContents): Map<number, AbortController> => {
    const calls = new Map<number, AbortController>();
    pages.set(contents, calls);
    // Another document in the window: a reload, or a new page after a crash.
    contents.on('did-navigate', () => forget(contents));
    contents.on('render-process-gone', () => forget(contents));
    contents.once('destroyed', () => {
      forget(contents);
      pages.delete(contents);
    });
    return calls;
  };

  return {
    begin: (contents, id) => {
      const calls = pages.get(contents) ?? watch(contents);
      if (calls.size >= CALLS_LIMIT || calls.has(id)) return null;
      const canceling = new AbortController();
      calls.set(id, canceling);
      return { signal: canceling.signal, end: () => calls.delete(id) };
    },
    cancel: (contents, id) => pages.get(contents)?.get(id)?.abort(),
  };
}
