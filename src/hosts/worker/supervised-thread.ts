// A worker thread that is started again when it ends on its own; too often in a short time, and it stays down.
import { CountinghouseError } from '../../kernel/index.ts';
import type { ChangeNotice, JobProgress } from '../../router/index.ts';
import type { Call, CallOptions, LedgerStart, Outcome, ToWorker } from './protocol.ts';
import { startWorker, type WorkerThread } from './threads.ts';

const RESTARTS_LIMIT = 3;
const RESTARTS_WINDOW_MS = 60_000;

/** A thread ended on its own. */
export interface Trouble {
  /** What whoever waits is told: that it runs again, or that it does not. */
  readonly refusal: CountinghouseError;
  /** It was not started again. */
  readonly isLasting: boolean;
  /** What the thread died of. */
  readonly cause: Error;
}

export interface Supervising {
  onChanged?(notice: ChangeNotice): void;
  /** Told how far opening has come where the ledger must be brought up to date first. */
  onOpening?: ((progress: JobProgress) => void) | undefined;
  /** Told each time that the thread has ended on its own, once it runs again or cannot. */
  onTrouble(trouble: Trouble): void;
}

export interface SupervisedThread {
  /** Opened for the first time. Raises what opening raises; the thread is to be closed then. */
  open(): Promise<void>;
  /** Rejects with `unavailable` when the thread ends before the call does, or stays down. */
  call(call: Call, isInternal: boolean, options: CallOptions): Promise<Outcome>;
  tell(message: ToWorker): void;
  close(): Promise<void>;
}

export function superviseThread(
  start: LedgerStart,
  { onChanged, onOpening, onTrouble }: Supervising,
): SupervisedThread {
  const restarts: number[] = [];
  let isClosing = false;
  let thread = begin();
  let opening: Promise<void> = Promise.resolve();

  function begin(): WorkerThread {
    const begun = startWorker(start);
    if (onChanged !== undefined) begun.onChanged(onChanged);
    if (onOpening !== undefined) begun.onOpening(onOpening);
    return begun;
  }

  function watch(watched: WorkerThread): void {
    void watched.ended.then((cause) => {
      if (cause !== null && !isClosing) restart(cause);
    });
  }

  function restart(cause: Error): void {
    const now = performance.now();
    const recent = restarts.filter((at) => now - at < RESTARTS_WINDOW_MS);
    restarts.splice(0, restarts.length, ...recent, now);
    if (recent.length >= RESTARTS_LIMIT) return stayDown(endedTooOften(cause), cause);
    const begun = begin();
    thread = begun;
    watch(begun);
    opening = begun.open();
    opening.then(
      () => onTrouble({ refusal: endedOnce(cause), isLasting: false, cause }),
      (error: unknown) => {
        // One that ended again while opening is told of by its own end.
        if (begun.hasEnded) return;
        if (error instanceof CountinghouseError) stayDown(error, cause);
        else stayDown(notStarted(error), error instanceof Error ? error : cause);
      },
    );
  }

  function stayDown(refusal: CountinghouseError, cause: Error): void {
    opening = Promise.reject(refusal);
    opening.catch(() => undefined);
    onTrouble({ refusal, isLasting: true, cause });
  }

  return {
    open: async () => {
      await thread.open();
      watch(thread);
    },
    call: async (call, isInternal, options) => {
      await opening;
      return await thread.call(call, isInternal, options);
    },
    tell: (message) => thread.tell(message),
    close: async () => {
      isClosing = true;
      await thread.close();
    },
  };
}

function endedOnce(cause: Error): CountinghouseError {
  return new CountinghouseError(
    'unavailable',
    { what: 'The core ended on its own and was started again', fix: 'Nothing that was acknowledged is lost' },
    cause,
  );
}

function notStarted(cause: unknown): CountinghouseError {
  return new CountinghouseError(
    'unavailable',
    {
      what: 'The core ended on its own and could not be started again',
      fix: 'Open the ledger again; if it stays, copy the report on the problem and hand it on',
    },
    cause,
  );
}

function endedTooOften(cause: Error): CountinghouseError {
  return new CountinghouseError(
    'unavailable',
    {
      what: 'The core ended several times in a short time and was not started again',
      fix: 'Open the ledger again; if it stays, copy the report on the problem and hand it on',
    },
    cause,
  );
}
