// One worker thread as its owner sees it: opened, called, closed.
import { Worker } from 'node:worker_threads';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ChangeNotice } from '../../router/index.ts';
import type { CallOptions } from './core.ts';
import type { Call, FromWorker, Outcome, ToWorker, WorkerStart } from './protocol.ts';
import { errorOf } from './refusals.ts';

/** The worker's entry: this folder's source when run as it is, else the file built beside this one. */
const ENTRY = import.meta.url.endsWith('.ts') ? './entry.ts' : './worker.js';

export interface WorkerThread {
  open(): Promise<void>;
  call(call: Call, options: CallOptions): Promise<Outcome>;
  tell(message: ToWorker): void;
  onChanged(listener: (notice: ChangeNotice) => void): void;
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
  const ended = Promise.withResolvers<void>();
  let listener: (notice: ChangeNotice) => void = () => undefined;
  let lastId = 0;
  let failure: Error | null = null;
  opening.promise.catch(() => undefined);

  const tell = (message: ToWorker): void => worker.postMessage(message);
  worker.on('message', (message: FromWorker) => {
    if (message.tell === 'opened') opening.resolve();
    else if (message.tell === 'refused') opening.reject(errorOf(message.refusal));
    else if (message.tell === 'changed') listener(message.notice);
    else if (message.tell === 'item') calls.get(message.id)?.onItem?.(message.json);
    else if (message.tell === 'outcome') {
      calls.get(message.id)?.resolve(message.outcome);
      calls.delete(message.id);
    }
  });
  worker.on('error', (error: Error) => {
    failure = error;
  });
  worker.on('exit', () => {
    const error = failure ?? new CountinghouseError('unavailable', { what: 'Countinghouse is closing' });
    failure = error;
    opening.reject(error);
    for (const waiting of calls.values()) waiting.reject(error);
    calls.clear();
    ended.resolve();
  });

  return {
    tell,
    open: () => {
      tell({ tell: 'open' });
      return opening.promise;
    },
    call: async (call, { signal, onItem }) => {
      if (failure !== null) throw failure;
      lastId += 1;
      const id = lastId;
      const outcome = new Promise<Outcome>((resolve, reject) => calls.set(id, { resolve, reject, onItem }));
      const cancel = (): void => tell({ tell: 'cancel', id });
      tell({ tell: 'call', id, call });
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      return await outcome.finally(() => signal?.removeEventListener('abort', cancel));
    },
    onChanged: (told) => {
      listener = told;
    },
    close: async () => {
      tell({ tell: 'close' });
      await ended.promise;
    },
  };
}
