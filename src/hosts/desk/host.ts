// The desk as its owners see it: the window's program and the browser door. What it takes, and what it gives them.
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { KeySources } from '../../governance/secrets/index.ts';
import type { LedgerFile } from '../../ledger/index.ts';
import type {
  DeskStatus,
  exportInput,
  HandedFile,
  Job,
  JobProgress,
  KeySource,
  purposeInput,
} from '../../router/index.ts';
import type { Call, CallOptions, Outcome } from '../worker/index.ts';

export type FilePurpose = z.output<typeof purposeInput>;
export type ExportRequest = z.output<typeof exportInput>;
export type ExportFormat = ExportRequest['format'] | 'ledger';

/** The native dialogs of a window. */
export interface DeskDialogs {
  /** The paths that a person chose; none when the dialog was canceled. */
  openFiles(purpose: FilePurpose, isMany: boolean): Promise<string[]>;
  /** Where to write; null when the dialog was canceled. */
  saveFile(asked: { readonly suggestedName: string; readonly format: ExportFormat }): Promise<string | null>;
}

/** A ledger to begin with, as its key was found. */
export interface InitialLedger extends LedgerFile {
  readonly keySource?: KeySource;
}

export interface DeskOptions {
  readonly door: 'desktop' | 'browser';
  readonly version: string;
  /** The person's own files of this program lie there. */
  readonly userFolder: string;
  /** Null in a browser, which has none. */
  readonly dialogs: DeskDialogs | null;
  /** Where keys may be found; the system's own when left out. */
  readonly keySources?: Pick<KeySources, 'environment' | 'keychain'>;
  /** Opened as soon as it is found; see `ready`. */
  readonly initial?: InitialLedger | null | Promise<InitialLedger | null>;
  /** Epoch seconds. */
  readonly clock: () => number;
  /** Where new ledgers go when nobody names a place; the person's documents when left out. */
  readonly documentsFolder?: string;
  /** How large the sample company is; its own size when left out. */
  readonly sample?: { readonly customers: number; readonly months: number };
  /** Versions told in a report on a problem, besides Node's own. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Told how far it has come where a ledger of the name is brought up to date before it opens. */
  readonly onOpening?: (name: string, progress: JobProgress) => void;
}

/** Something that went wrong, for the log of problems: no payload, no secret and no person's name belongs in it. */
export interface Problem {
  /** A short name, such as `foreign-frame` or `core-ended`. */
  readonly kind: string;
  readonly what: string;
}

/** An export on its way to a browser. */
export interface ExportedFile {
  readonly path: string;
  readonly sizeBytes: number;
  remove(): Promise<void>;
}

/** The desk of a running program. */
export interface DeskHost {
  /** The first ledger is open, or there is none. Raises what opening it raises; the desk stays usable then. */
  readonly ready: Promise<void>;
  /** As `ready`, but does not wait long for a first ledger to be found, nor for one to be brought up to date. */
  readonly answering: Promise<void>;
  /** Runs a procedure for a door: the desk's own here, all others on the open ledger. Never rejects. */
  call(call: Call, options?: CallOptions): Promise<Outcome>;
  /** Takes in a file that a person dropped, or that the system asks to open. Raises `file_unreadable`. */
  handIn(path: string): Promise<HandedFile>;
  /** Takes in a file that a browser sends; gone when the desk shuts. Raises `bad_input` for one that is too large. */
  receive(name: string, body: Readable): Promise<HandedFile>;
  /** Writes a report to a file of the desk's own, for a browser to take. Raises what the report refuses with. */
  exportForBrowser(asked: ExportRequest, signal?: AbortSignal): Promise<ExportedFile>;
  /** Tells of every job that ends; returns what stops it. */
  onJobEnd(listener: (job: Job) => void): () => void;
  /** Tells the status after every change; returns what stops it. */
  onStatus(listener: (status: DeskStatus) => void): () => void;
  noteProblem(problem: Problem): void;
  /** Waits for the current transaction, ends jobs (which can be repeated later), closes the ledger, removes temporary files. */
  shut(): Promise<void>;
}
