// What a door is told when a procedure refuses: one shape for all of them.
import type { TRPCError, TRPCDefaultErrorShape } from '@trpc/server';
import { ZodError } from 'zod';
import { CountinghouseError, ERROR_CODES } from '../kernel/index.ts';
import type { ErrorCode } from '../kernel/index.ts';

/** What a door is told about a refusal; `defect` is a failure of the program itself. */
export interface ErrorAnswer {
  readonly code: ErrorCode | 'defect';
  readonly what: string;
  readonly where: string | null;
  readonly fix: string | null;
  readonly httpStatus: number;
}

/** The refusal behind an error of tRPC: ours, a failed check of input, a missing procedure, or a defect. */
export function errorAnswer(error: TRPCError): ErrorAnswer {
  const { cause } = error;
  if (cause instanceof CountinghouseError) return refusalAnswer(cause);
  if (cause instanceof ZodError) return refusalAnswer(refusalOfInput(cause));
  if (error.code === 'NOT_FOUND' || error.code === 'METHOD_NOT_SUPPORTED') {
    return refusalAnswer(new CountinghouseError('not_found', { what: 'There is no such procedure' }));
  }
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') {
    return refusalAnswer(new CountinghouseError('bad_input', { what: 'The request could not be read' }));
  }
  return DEFECT;
}

const DEFECT: ErrorAnswer = {
  code: 'defect',
  what: 'Countinghouse failed at this on its own',
  where: null,
  fix: 'Try again; if it stays, report it with what you did',
  httpStatus: 500,
};

/** What a door is told about a refusal. */
export function refusalAnswer(error: CountinghouseError): ErrorAnswer {
  return {
    code: error.code,
    what: error.what,
    where: error.where ?? null,
    fix: error.fix ?? null,
    httpStatus: ERROR_CODES[error.code].httpStatus,
  };
}

/** A failed check of input as the refusal that it is, naming the field. */
export function refusalOfInput(error: ZodError): CountinghouseError {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return new CountinghouseError('bad_input', {
    what: issue?.message ?? 'The input is not what this procedure takes',
    ...(field === '' ? {} : { where: field }),
  });
}

/** The shape in which tRPC hands an error on. */
export function formatError({ error, shape }: { readonly error: TRPCError; readonly shape: TRPCDefaultErrorShape }) {
  return {
    message: errorAnswer(error).what,
    code: shape.code,
    data: { ...errorAnswer(error), path: shape.data.path ?? null },
  };
}

/** The error of JSON-RPC for a request that is not carried out. */
const INVALID_REQUEST = -32_600;

/** A refusal from outside any procedure, in the shape in which procedures refuse. */
export function refusalShape(error: CountinghouseError, path: string | null) {
  return { message: error.what, code: INVALID_REQUEST, data: { ...refusalAnswer(error), path } };
}

/** The error of JSON-RPC for a failure inside. */
const INTERNAL_ERROR = -32_603;

/** A defect outside any procedure, in the shape in which procedures refuse; it tells nothing of what it was. */
export function defectShape(path: string) {
  return { message: DEFECT.what, code: INTERNAL_ERROR, data: { ...DEFECT, path } };
}
