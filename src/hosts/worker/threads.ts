// One worker thread as its owner sees it: opened, called, closed; and what is said when it ends on its own.
import { Worker } from 'node:worker_threads';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ChangeNotice, JobProgress } from '../../router/index.ts';
import type { Call, CallOptions, FromWorker, Outcome, ToWorker, WorkerStart } from './protocol.ts';
import { errorOf } from './refusals.ts';

/** The worker's entry: this folder's source when run as it is, else the file built beside this one. */
const ENTRY = import.meta.url.endsWith('.ts') ? './entry.ts' : './worker.js';

export interface WorkerThread {
  open(): Promise<void>;
  /** Rejects with `unavailable` when the thread ends before the call does. */
  call(call: Call, isInternal: boolean, options: CallOptions): Promise<Outcome>;
  tell(message: ToWorker): void;
  onChanged(listener: (notice: ChangeNotice) => void): void;
  /** Listens to how far opening has come where the ledger must be brought up to date first. */
  onOpening(listener: (progress: JobProgress) => void): void;
  /** Resolves when the thread is gone: with what it died of, or null when it was closed. */
  readonly ended: Promise<Error | null>;
  readonly hasEnded: boolean;
  close(): Promise<void>;
}

interface Waiting {
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
  readonly onItem: CallOptions['onItem'];
}

export function startWorker(start: WorkerStart): WorkerThread {
  const worker = new Worker(new URL(ENTRY, import.meta.url), { workerData: start, name: start.role });
  const calls = new Map<number, Waiting>();
  const opening = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Error | null>();
  let listener: (notice: ChangeNotice) => void = () => undefined;
  let openingListener: (progress: JobProgress) => void = () => undefined;
  let lastId = 0;
  let isClosing = false;
  let defect: Error | null = null;
  let refusal: CountinghouseError | null = null;
  opening.promise.catch(() => undefined);

  const tell = (message: ToWorker): void => worker.postMessage(message);
  worker.on('message', (message: FromWorker) => {
    if (message.tell === 'opened') opening.resolve();
    else if (message.tell === 'refused') opening.reject(errorOf(message.refusal));
    else if (message.tell === 'opening') openingListener(message.progress);
    else if (message.tell === 'changed') listener(message.notice);
    else if (message.tell === 'item') calls.get(message.id)?.onItem?.(message.json);
    else if (message.tell === 'outcome') {
      calls.get(message.id)?.resolve(message.outcome);
      calls.delete(message.id);
    }
  });
  worker.on('error', (error: Error) => {
    defect = error;
  });
  worker.on('exit', (exitCode) => {
    const error = isClosing ? closing() : ownEnd(defect);
    refusal = error;
    opening.reject(error);
    for (const waiting of calls.values()) waiting.reject(error);
    calls.clear();
    ended.resolve(isClosing ? null : (defect ?? new Error(`the thread ended with ${exitCode}`)));
  });

  return {
    tell,
    ended: ended.promise,
    get hasEnded() {
      return refusal !== null;
    },
    open: () => {
      tell({ tell: 'open' });
      return opening.promise;
    },
    call: async (call, isInternal, { signal, onItem, actsAs = 'program' }) => {
      if (refusal !== null) throw refusal;
      lastId += 1;
      const id = lastId;
      // What cannot be sent is raised here, and then nothing is waited for.
      tell({ tell: 'call', id, call, isInternal, actsAs });
      const outcome = new Promise<Outcome>((resolve, reject) => calls.set(id, { resolve, reject, onItem }));
      const cancel = (): void => tell({ tell: 'cancel', id });
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      return await outcome.finally(() => signal?.removeEventListener('abort', cancel));
    },
    onChanged: (told) => {
      listener = told;
    },
    onOpening: (told) => {
      openingListener = told;
    },
    close: async () => {
      isClosing = true;
      tell({ tell: 'close' });
      await ended.promise;
    },
  };
}

function closing(): CountinghouseError {
  return new CountinghouseError('unavailable', { what: 'The ledger is being closed' });
}

function ownEnd(cause: Error | null): CountinghouseError {
  return new CountinghouseError(
    'unavailable',
    { what: 'The core ended and was started again', fix: 'Try again; what was acknowledged is kept' },
    cause ?? undefined,
  );
}
