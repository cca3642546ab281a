// Opens ledgers with everything this product keeps in them.
import {
  type LedgerFile,
  type LedgerProgress,
  openLedger,
  openLedgerForReading,
  type ReadableLedger,
  type WritableLedger,
} from '../ledger/index.ts';
import { applicationSchema } from './schema.ts';

export interface OpeningForWriting extends LedgerFile {
  /** What a second writer is told about this one. */
  readonly command?: string;
  readonly onProgress?: (progress: LedgerProgress) => void;
}

/** Opens the ledger to ask it. Raises `not_found`, `not_a_ledger`, `wrong_key`, `key_missing` and their kin. */
export function openForReading({ path, key }: LedgerFile): Promise<ReadableLedger> {
  return openLedgerForReading({ path, key, schema: applicationSchema });
}

/** Opens the ledger as its one writer; brings an older one up to date. Raises `ledger_busy` when it has a writer. */
export function openForWriting({ path, key, command, onProgress }: OpeningForWriting): Promise<WritableLedger> {
  return openLedger({
    path,
    key,
    schema: applicationSchema,
    ...(command === undefined ? {} : { command }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
