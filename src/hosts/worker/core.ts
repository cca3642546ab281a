// The core as the doors hold it: two worker threads behind one way to call procedures.
import { startWorker } from './threads.ts';
import type { Call, Outcome } from './protocol.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Told each item of a subscription, as JSON text. */
  onItem?(json: string): void;
}

export interface Core {
  /** Runs a procedure; resolves with its outcome, for a subscription when it has ended. */
  call(call: Call, options?: CallOptions): Promise<Outcome>;
  /** Ends what runs after its current transaction and closes the ledger. */
  close(): Promise<void>;
}

export interface CoreOptions {
  readonly path: string;
  /** The raw key; null for a ledger that is not encrypted. */
  readonly key: Uint8Array | null;
}

/** Starts the threads and opens the ledger in both, for writing first. Raises what opening raises. */
export async function startCore({ path, key }: CoreOptions): Promise<Core> {
  const writer = startWorker({ role: 'writer', path, key });
  const reader = startWorker({ role: 'reader', path, key });
  writer.onChanged((notice) => reader.tell({ tell: 'changed', notice }));
  const close = async (): Promise<void> => {
    await Promise.all([writer.close(), reader.close()]);
  };
  try {
    await writer.open();
    await reader.open();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    call: (call, options = {}) => (call.type === 'mutation' ? writer : reader).call(call, options),
    close,
  };
}
