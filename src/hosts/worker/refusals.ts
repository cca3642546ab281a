// Refusals across a thread boundary, where an error loses its class, and outside any procedure.
import { CountinghouseError, ERROR_CODES } from '../../kernel/index.ts';
import { defectShape, refusalShape } from '../../router/index.ts';
import type { Outcome, Refusal } from './protocol.ts';

export function refusalOf(error: unknown): Refusal {
  if (error instanceof CountinghouseError) {
    return { code: error.code, what: error.what, where: error.where, fix: error.fix };
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'defect', what, where: undefined, fix: undefined };
}

/** The error that the refusal was made of; a defect stays one. */
export function errorOf({ code, what, where, fix }: Refusal): Error {
  if (code === 'defect') return new Error(what);
  return new CountinghouseError(code, {
    what,
    ...(where === undefined ? {} : { where }),
    ...(fix === undefined ? {} : { fix }),
  });
}

/** The outcome of a call that no procedure was asked for. */
export function refusedOutcome(error: CountinghouseError, path: string): Outcome {
  return {
    isOk: false,
    json: JSON.stringify(refusalShape(error, path)),
    httpStatus: ERROR_CODES[error.code].httpStatus,
  };
}

/** The outcome of a call that failed on its own outside any procedure. */
export function defectOutcome(path: string): Outcome {
  const shape = defectShape(path);
  return { isOk: false, json: JSON.stringify(shape), httpStatus: shape.data.httpStatus };
}
