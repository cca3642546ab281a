// The change feed of a reader: what this process wrote is told at once, what another process wrote is seen
// by looking at the head of the fact log now and then, and only while somebody listens.
import type { Head } from '../../ledger/index.ts';
import type { ChangeNotice } from '../../router/index.ts';

const LOOK_INTERVAL_MS = 1_000;
/** The topic of a change whose own topics are not known. */
const ANY_TOPIC = 'ledger';

export interface ChangeFeed {
  publish(notice: ChangeNotice): void;
  /** Every notice from now on, until the signal fires. A listener that is behind gets them as one. */
  changes(signal: AbortSignal): AsyncIterable<ChangeNotice>;
}

export function createChangeFeed(head: () => Promise<Head>): ChangeFeed {
  const listeners = new Set<(notice: ChangeNotice) => void>();
  let lastSeq = 0;
  let timer: NodeJS.Timeout | undefined;

  const publish = (notice: ChangeNotice): void => {
    if (notice.seq <= lastSeq) return;
    lastSeq = notice.seq;
    for (const listener of listeners) listener(notice);
  };
  const look = async (): Promise<void> => publish({ seq: (await head()).seq, topics: [ANY_TOPIC] });
  const listen = async (listener: (notice: ChangeNotice) => void): Promise<void> => {
    if (listeners.size === 0) lastSeq = Math.max(lastSeq, (await head()).seq);
    listeners.add(listener);
    timer ??= setInterval(() => void look().catch(() => undefined), LOOK_INTERVAL_MS).unref();
  };
  const leave = (listener: (notice: ChangeNotice) => void): void => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    publish,
    async *changes(signal) {
      let waiting: ChangeNotice | null = null;
      let wake: (() => void) | null = null;
      const onAbort = (): void => wake?.();
      const listener = (notice: ChangeNotice): void => {
        waiting = waiting === null ? notice : merged(waiting, notice);
        wake?.();
      };
      await listen(listener);
      signal.addEventListener('abort', onAbort);
      try {
        while (!signal.aborted) {
          const notice: ChangeNotice | null = waiting;
          waiting = null;
          if (notice === null)
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          else yield notice;
        }
      } finally {
        signal.removeEventListener('abort', onAbort);
        leave(listener);
      }
    },
  };
}

function merged(earlier: ChangeNotice, later: ChangeNotice): ChangeNotice {
  return { seq: later.seq, topics: [...new Set([...earlier.topics, ...later.topics])] };
}
