// What the core answered, as values and errors again, for work that the desk itself asks for.
import { z } from 'zod';
import { CountinghouseError, ERROR_CODES, type ErrorCode } from '../../kernel/index.ts';
import { type ErrorAnswer, refusalAnswer } from '../../router/index.ts';
import type { Outcome } from '../worker/index.ts';

const refusal = z.object({
  data: z.object({
    code: z.string(),
    what: z.string(),
    where: z.string().nullable(),
    fix: z.string().nullable(),
  }),
});

/** The answer, checked. Raises the refusal that it was made of; a failure of the program itself stays a defect. */
export function answered<T>(outcome: Outcome, schema: z.ZodType<T>): T {
  if (outcome.isOk) return schema.parse(JSON.parse(outcome.json));
  const { code, what, where, fix } = refusal.parse(JSON.parse(outcome.json)).data;
  if (!isErrorCode(code)) throw new Error(what);
  throw new CountinghouseError(code, { what, ...(where === null ? {} : { where }), ...(fix === null ? {} : { fix }) });
}

/** What a person is told of an error that ended something. */
export function answerOf(error: unknown): ErrorAnswer {
  if (error instanceof CountinghouseError) return refusalAnswer(error);
  return {
    code: 'defect',
    what: 'Countinghouse failed at this on its own',
    where: null,
    fix: 'Try again; if it stays, copy the report on the problem and hand it on',
    httpStatus: 500,
  };
}

/** What a defect died of, without its message, in which there may be anything: its kind, and where in the program. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `${error.name}${code} ${frames.slice(0, 4).join(' ')}`.trim();
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
