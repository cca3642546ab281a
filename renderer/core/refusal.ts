// Reads what the core or the connection answered instead of a result: what happened, where, and what to do.
import { TRPCClientError } from '@trpc/client';

export interface Refusal {
  readonly code: string;
  readonly what: string;
  readonly where: string | undefined;
  readonly fix: string | undefined;
}

/** An error as something that a person can be told. A failed connection reads as code `unreachable`. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) return defect(error);
  const shape: unknown = error.data;
  if (isRecord(shape) && (shape['httpStatus'] === 401 || shape['code'] === signedOut.code)) return signedOut;
  if (isRecord(shape) && typeof shape['what'] === 'string') {
    return {
      code: text(shape['code']) ?? 'unavailable',
      what: shape['what'],
      where: text(shape['where']),
      fix: text(shape['fix']),
    };
  }
  if (isRecord(shape)) return { ...defect(error), code: text(shape['code']) ?? 'defect' };
  return statusOf(error) === 401 ? signedOut : unreachable;
}

/** True when the same question may be answered a moment later: the core was away or busy. */
export function isWorthRetrying(error: unknown): boolean {
  const { code } = refusalOf(error);
  return code === 'unreachable' || code === 'unavailable';
}

/** True when the core answers, but the page's session is not one of its own: it was started again since. */
export function isSignedOut(error: unknown): boolean {
  return refusalOf(error).code === signedOut.code;
}

const unreachable: Refusal = {
  code: 'unreachable',
  what: 'The ledger does not answer',
  where: undefined,
  fix: 'Check that Countinghouse is still running on this machine; it is asked again on its own.',
};

const signedOut: Refusal = {
  code: 'not_signed_in',
  what: 'This session has ended',
  where: undefined,
  fix: 'Countinghouse was started again: open the new link that it printed.',
};

function defect(error: unknown): Refusal {
  return {
    code: 'defect',
    what: 'Something in Countinghouse itself went wrong',
    where: error instanceof Error ? error.message : undefined,
    fix: 'Nothing was changed. Try again; if it stays, report it with the line above.',
  };
}

function statusOf(error: TRPCClientError<never>): number | undefined {
  const response: unknown = error.meta?.['response'];
  return response instanceof Response ? response.status : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
