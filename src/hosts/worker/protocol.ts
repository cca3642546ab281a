// What a door and a worker of the core say to each other. Answers travel as JSON text, so that a door passes
// them on without reading them.
import type { ErrorCode } from '../../kernel/index.ts';
import type { ChangeNotice } from '../../router/index.ts';

export type CallType = 'query' | 'mutation' | 'subscription';

/** A procedure call as every door makes it. */
export interface Call {
  readonly path: string;
  readonly type: CallType;
  readonly input: unknown;
}

export interface CallOptions {
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
  | { readonly tell: 'call'; readonly id: number; readonly call: Call; readonly isInternal: boolean }
  | { readonly tell: 'cancel'; readonly id: number }
  | { readonly tell: 'changed'; readonly notice: ChangeNotice }
  | { readonly tell: 'close' };

export type FromWorker =
  | { readonly tell: 'opened' }
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
    }
  | { readonly role: 'sample'; readonly path: string; readonly size: SampleSize | null };

export type LedgerStart = Exclude<WorkerStart, { role: 'sample' }>;
