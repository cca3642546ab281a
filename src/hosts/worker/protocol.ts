// What a door and a worker of the core say to each other. Answers travel as JSON text, so that a door passes
// them on without reading them.
import type { ErrorCode } from '../../kernel/index.ts';
import type { ChangeNotice, JobProgress } from '../../router/index.ts';

export type CallType = 'query' | 'mutation' | 'subscription';

/** A procedure call as every door makes it. */
export interface Call {
  readonly path: string;
  readonly type: CallType;
  readonly input: unknown;
}

/** On whose behalf a call is made: a member's, nobody's that was chosen yet (null), or the program's own. */
export type ActsAs = { readonly memberId: string | null } | 'program';

export interface CallOptions {
  /** The program itself, which may do everything, when left out. */
  readonly actsAs?: ActsAs;
  readonly signal?: AbortSignal;
  /** Told each item of a subscription, or how far long work has come, as JSON text. */
  onItem?(json: string): void;
}

/** The end of a call: `json` is what the procedure returned, or the shape of its error with the HTTP status. */
export type Outcome =
  | { readonly isOk: true; readonly json: string }
  | { readonly isOk: false; readonly json: string; readonly httpStatus: number };

/** A refusal on its way out of a worker; the door raises it again. */
export interface Refusal {
  readonly code: ErrorCode | 'defect';
  readonly what: string;
  readonly where: string | undefined;
  readonly fix: string | undefined;
}

export type ToWorker =
  | { readonly tell: 'open' }
  | {
      readonly tell: 'call';
      readonly id: number;
      readonly call: Call;
      readonly isInternal: boolean;
      readonly actsAs: ActsAs;
    }
  | { readonly tell: 'cancel'; readonly id: number }
  | { readonly tell: 'changed'; readonly notice: ChangeNotice }
  | { readonly tell: 'close' };

export type FromWorker =
  | { readonly tell: 'opened' }
  /** The ledger is brought up to date first, and this is how far that has come. */
  | { readonly tell: 'opening'; readonly progress: JobProgress }
  | { readonly tell: 'refused'; readonly refusal: Refusal }
  | { readonly tell: 'outcome'; readonly id: number; readonly outcome: Outcome }
  | { readonly tell: 'item'; readonly id: number; readonly json: string }
  | { readonly tell: 'changed'; readonly notice: ChangeNotice };

/** How large a sample company is. */
export interface SampleSize {
  readonly customers: number;
  readonly months: number;
}

/** What a worker is started with. */
export type WorkerStart =
  | {
      /** `files` reads too: it writes exports and copies, which may take long, beside the reader. */
      readonly role: 'reader' | 'writer' | 'files';
      readonly path: string;
      /** The ledger's raw key; null for one that is not encrypted. */
      readonly key: Uint8Array | null;
      /** Shared between the threads: its one number is not 0 once opening is to be given up. */
      readonly givenUp?: Int32Array;
    }
  | { readonly role: 'sample'; readonly path: string; readonly size: SampleSize | null };

export type LedgerStart = Exclude<WorkerStart, { role: 'sample' }>;
