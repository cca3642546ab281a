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
  | { readonly tell: 'call'; readonly id: number; readonly call: Call }
  | { readonly tell: 'cancel'; readonly id: number }
  | { readonly tell: 'changed'; readonly notice: ChangeNotice }
  | { readonly tell: 'close' };

export type FromWorker =
  | { readonly tell: 'opened' }
  | { readonly tell: 'refused'; readonly refusal: Refusal }
  | { readonly tell: 'outcome'; readonly id: number; readonly outcome: Outcome }
  | { readonly tell: 'item'; readonly id: number; readonly json: string }
  | { readonly tell: 'changed'; readonly notice: ChangeNotice };

/** What a worker is started with. `key` is the ledger's raw key, null for a ledger that is not encrypted. */
export interface WorkerStart {
  readonly role: 'reader' | 'writer';
  readonly path: string;
  readonly key: Uint8Array | null;
}
