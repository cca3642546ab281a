// Makes the sample company in a thread of its own, since it is a minute's work.
import type { Outcome, SampleSize } from './protocol.ts';
import { startWorker } from './threads.ts';

export interface MakingSample {
  /** Where the ledger is to be. */
  readonly path: string;
  /** Null for its own size. */
  readonly size: SampleSize | null;
  readonly signal: AbortSignal;
  /** Told how far it has come, as JSON of a job's progress. */
  onItem(json: string): void;
}

/** Makes the ledger; it appears under its path only when it is whole. The outcome is refused as making a ledger is. */
export async function makeSample({ path, size, signal, onItem }: MakingSample): Promise<Outcome> {
  const thread = startWorker({ role: 'sample', path, size });
  try {
    await thread.open();
    return await thread.call({ path: 'sample', type: 'mutation', input: null }, true, { signal, onItem });
  } finally {
    await thread.close().catch(() => undefined);
  }
}
