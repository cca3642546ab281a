// Values that change, told to whoever follows them: the value now, and again after changes.

export interface Feed<T> {
  /** The value may be another one from now on. */
  changed(): void;
  /** The value now and after every change, until the signal fires. Who is behind gets the latest alone. */
  follow(signal: AbortSignal): AsyncIterable<T>;
}

/** A feed of what `read` gives. Changes within `pauseMs` after a value are told as one. */
export function createFeed<T>(read: () => T, pauseMs = 0): Feed<T> {
  const listeners = new Set<() => void>();
  return {
    changed: () => {
      for (const listener of listeners) listener();
    },
    async *follow(signal) {
      let isStale = true;
      let wake = (): void => undefined;
      const listener = (): void => {
        isStale = true;
        wake();
      };
      const onAbort = (): void => wake();
      listeners.add(listener);
      signal.addEventListener('abort', onAbort);
      try {
        while (!signal.aborted) {
          if (isStale) {
            isStale = false;
            yield read();
            if (pauseMs > 0 && !signal.aborted) await pause(pauseMs);
          } else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        signal.removeEventListener('abort', onAbort);
        listeners.delete(listener);
      }
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
