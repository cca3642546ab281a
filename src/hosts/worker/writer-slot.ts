// The ledger as a door writes it: opened for the first command and given back when none has come for a while,
// so that the command line can import into a ledger that a window only shows.
import type { WritableLedger } from '../../ledger/index.ts';

const IDLE_MS = 1_500;

export interface WriterSlot {
  /** The open ledger. Raises `ledger_busy` when another process writes it. */
  open(): Promise<WritableLedger>;
  /** Runs the work; the ledger it opens stays open while it runs. */
  during<R>(work: () => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export function createWriterSlot(openLedger: () => Promise<WritableLedger>, idleMs = IDLE_MS): WriterSlot {
  let opening: Promise<WritableLedger> | null = null;
  let atWork = 0;
  let idle: NodeJS.Timeout | undefined;

  const close = async (): Promise<void> => {
    clearTimeout(idle);
    const ledger = opening;
    opening = null;
    await (await ledger?.catch(() => null))?.close();
  };
  const rest = (): void => {
    clearTimeout(idle);
    if (atWork === 0) idle = setTimeout(() => void close(), idleMs).unref();
  };

  return {
    open: () => {
      opening ??= openLedger().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    during: async (work) => {
      atWork += 1;
      clearTimeout(idle);
      try {
        return await work();
      } finally {
        atWork -= 1;
        rest();
      }
    },
    close,
  };
}
