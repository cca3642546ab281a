// What the entrances of a ledger file take and give.
import type { Head, Schema, Sources } from './contract.ts';

/** A raw 256-bit key. Never logged, never written into a ledger. */
export type LedgerKey = Uint8Array;

/** How far long work has come; `total` is known from the start. */
export interface LedgerProgress {
  readonly stage: 'copying' | 'checking' | 'replaying' | 'comparing' | 'settling';
  readonly done: number;
  readonly total: number;
}

export interface LedgerFile {
  /** The ledger's file. */
  readonly path: string;
  /** Its key; null for a ledger that is not encrypted (such as the sample company). */
  readonly key: LedgerKey | null;
}

export interface ReadingOptions extends LedgerFile {
  readonly schema: Schema;
}

export interface WritingOptions extends ReadingOptions {
  /** Time and randomness; the system's own when left out. */
  readonly sources?: Sources;
  /** What a second writer is told about this one, such as `countinghouse import`. */
  readonly command?: string;
  readonly onProgress?: (progress: LedgerProgress) => void;
}

export interface VerifyingOptions extends ReadingOptions {
  readonly onProgress?: (progress: LedgerProgress) => void;
}

/** The first thing that is not as the facts say. */
export interface Difference {
  /** `chain` for the fact log itself, otherwise the name of a table. */
  readonly table: string;
  /** Primary key of the row as JSON, or the sequence of the fact. */
  readonly key: string;
  /** The column that differs; null when one side lacks the row. */
  readonly column: string | null;
  /** What the ledger holds, as text; null when it holds no such row. */
  readonly stored: string | null;
  /** What follows from the facts, as text; null when no such row follows. */
  readonly expected: string | null;
}

export interface Verification {
  readonly isIntact: boolean;
  /** The first difference in the order of the log and the tables; null when intact. */
  readonly difference: Difference | null;
  readonly facts: number;
  /** Rows compared over all projection tables. */
  readonly rows: number;
  readonly head: Head;
}

export interface BackupSummary {
  readonly path: string;
  readonly bytes: number;
  readonly head: Head;
}

export interface RestoreOptions extends ReadingOptions {
  /** The backup to restore from; it has the same key as the ledger it was made of. */
  readonly backup: string;
  readonly onProgress?: (progress: LedgerProgress) => void;
}

export interface RestoreSummary {
  readonly head: Head;
  /** Where the file that was replaced now lies; null when there was none. */
  readonly replacedPath: string | null;
}

export interface Rebuilding {
  readonly facts: number;
  readonly head: Head;
}
