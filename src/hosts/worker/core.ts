// The core as the doors hold it: worker threads on one open ledger, behind one way to call procedures.
import { CountinghouseError } from '../../kernel/index.ts';
import type { JobProgress } from '../../router/index.ts';
import type { Call, CallOptions, Outcome } from './protocol.ts';
import { defectOutcome, refusedOutcome } from './refusals.ts';
import { type SupervisedThread, superviseThread, type Trouble } from './supervised-thread.ts';

export interface Core {
  /** Runs a procedure; resolves with its outcome, for a subscription when it has ended. Never rejects. */
  call(call: Call, options?: CallOptions): Promise<Outcome>;
  /** Runs an internal procedure, which no door may: work on files by their paths. Never rejects. */
  work(call: Omit<Call, 'type'>, options?: CallOptions): Promise<Outcome>;
  /** Ends what runs after its current transaction and closes the ledger. */
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly path: string;
  /** The raw key; null for a ledger that is not encrypted. */
  readonly key: Uint8Array | null;
  /** Told when a thread has ended on its own. */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** Told how far it has come where the ledger must be brought up to date before it opens, which may take minutes. */
  readonly onOpening?: (progress: JobProgress) => void;
  /** Gives up opening a ledger that is being brought up to date; it is then as it was. */
  readonly signal?: AbortSignal;
}

/** Internal procedures that only read, and may take long. */
const FILE_WORK = new Set(['internal.exportReport', 'internal.backup']);
/** Internal procedures that only read, and are done at once. */
const QUICK_READS = new Set(['internal.acting']);

/** Starts the threads and opens the ledger in them, for writing first. Raises what opening raises. */
export async function startCore(options: CoreOptions): Promise<Core> {
  const { path, key, onTrouble = () => undefined, onOpening, signal } = options;
  const givenUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const giveUp = (): void => void Atomics.store(givenUp, 0, 1);
  const reader = superviseThread({ role: 'reader', path, key }, { onTrouble });
  const writer = superviseThread(
    { role: 'writer', path, key, givenUp },
    { onTrouble, onOpening, onChanged: (notice) => reader.tell({ tell: 'changed', notice }) },
  );
  let files: Promise<SupervisedThread> | null = null;
  const openFiles = async (): Promise<SupervisedThread> => {
    const thread = superviseThread({ role: 'files', path, key }, { onTrouble });
    try {
      await thread.open();
      return thread;
    } catch (error) {
      files = null;
      await thread.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const third = await files?.catch(() => null);
    await Promise.all([writer.close(), reader.close(), third?.close()]);
  };
  try {
    if (signal?.aborted === true) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    await writer.open();
    await reader.open();
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
  const answered = async (call: Call, answering: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await answering();
    } catch (error) {
      if (error instanceof CountinghouseError) return refusedOutcome(error, call.path);
      console.error(`${call.path} failed:`, error);
      return defectOutcome(call.path);
    }
  };
  const threadFor = async (path: string): Promise<SupervisedThread> => {
    if (FILE_WORK.has(path)) return await (files ??= openFiles());
    return QUICK_READS.has(path) ? reader : writer;
  };
  return {
    call: (call, options = {}) =>
      answered(call, () => (call.type === 'mutation' ? writer : reader).call(call, false, options)),
    work: (work, options = {}) => {
      const call: Call = { ...work, type: 'mutation' };
      return answered(call, async () => {
        return await (await threadFor(call.path)).call(call, true, options);
      });
    },
    close,
  };
}
