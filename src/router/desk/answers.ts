// What the desk's procedures answer with: which ledger is open, what is running, what a person handed in.
import type { Permission, Role } from '../../governance/access/index.ts';
import type { ErrorAnswer } from '../error-answer.ts';

/** Epoch seconds. */
type Seconds = number;

/** Where the key of the open ledger came from; null for a ledger that is not encrypted. */
export type KeySource = 'keychain' | 'key_file' | 'environment' | 'typed' | null;

export interface OpenLedger {
  /** The file's name without its folder and ending. */
  readonly name: string;
  readonly path: string;
  readonly isEncrypted: boolean;
  readonly isSample: boolean;
  /** The service whose folder the file lies in (`Dropbox`), to be warned about; null elsewhere. */
  readonly cloudService: string | null;
}

/** A ledger that is brought up to date before it opens. */
export interface OpeningLedger {
  readonly name: string;
  readonly path: string;
}

/** The member that this program acts as. */
export interface ActorAnswer {
  readonly id: string;
  /** Null once the person was erased. */
  readonly name: string | null;
  readonly role: Role;
}

export interface RecentLedger {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly lastOpenedAt: Seconds;
  /** The file is not there any more. */
  readonly isMissing: boolean;
}

export interface DeskStatus {
  readonly door: 'desktop' | 'browser';
  readonly version: string;
  readonly ledger: OpenLedger | null;
  /** The ledger that is brought up to date, which may take minutes, before it opens; its job tells how far that is. */
  readonly opening: OpeningLedger | null;
  /** The member that this program acts as, a former one included; null for the owner, and where nobody is chosen. */
  readonly actor: ActorAnswer | null;
  /**
   * `owner` in a workspace of one; `unchosen` where there are members and none was chosen, and `former` for one who
   * is no member any more: both only read.
   */
  readonly standing: 'owner' | 'member' | 'unchosen' | 'former';
  /** What whoever acts may do on the open ledger. */
  readonly permissions: readonly Permission[];
  /** The latest first. */
  readonly recents: readonly RecentLedger[];
  /** The core ended on its own and was started again, or could not be; null when all is well. */
  readonly trouble: ErrorAnswer | null;
}

/** A file that a person handed in or chose: the screens know its name, the desk alone its path. */
export interface HandedFile {
  readonly ticket: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** A new ledger, open; its recovery key is told this once. */
export interface MadeLedger {
  readonly ledger: OpenLedger;
  /** Null for a ledger that is not encrypted. */
  readonly recoveryKey: string | null;
  /** Where the key is kept from now on; `nowhere` means that only the recovery key opens the ledger. */
  readonly keyPlace: 'key_file' | 'environment' | 'keychain' | 'nowhere' | null;
}

export interface JobProgress {
  readonly done: number;
  /** Null while it is not known. */
  readonly total: number | null;
  /** What is counted: `objects`, `facts`, `rows`. */
  readonly unit: string;
}

export interface Job {
  readonly id: string;
  /** What it does, in words: `Import of 3 files`. */
  readonly name: string;
  readonly state: 'running' | 'done' | 'failed' | 'canceled' | 'interrupted';
  readonly progress: JobProgress | null;
  readonly startedAt: Seconds;
  readonly endedAt: Seconds | null;
  /** What came of it, in a sentence. */
  readonly outcome: string | null;
  readonly refusal: ErrorAnswer | null;
  /** An interrupted or failed job that can be begun again with what it was given. */
  readonly canBeRepeated: boolean;
}

export interface KeyStatus {
  readonly isEncrypted: boolean;
  readonly source: KeySource;
  /** Whether the system's keychain holds the key; null where there is no keychain. */
  readonly isInKeychain: boolean | null;
}

export interface BackupSchedule {
  readonly every: 'never' | 'day' | 'week';
  /** The folder that copies go to; null before one is chosen. */
  readonly folder: string | null;
  /** How many copies are kept; older ones are removed. */
  readonly keep: number;
  readonly lastAt: Seconds | null;
  /** Why the last one failed; null when it did not. */
  readonly lastRefusal: ErrorAnswer | null;
}
