// A refusal as the doors answer it, on its way out of the command line.
import { z } from 'zod';
import { CountinghouseError, ERROR_CODES, type ErrorCode, type ErrorParts } from '../../kernel/index.ts';

const shape = z.object({
  data: z.object({
    code: z.string(),
    what: z.string(),
    where: z.string().nullable(),
    fix: z.string().nullable(),
  }),
});

/** A refusal with the JSON in which every door tells it. */
export class DoorRefusal extends CountinghouseError {
  readonly json: string;

  constructor(code: ErrorCode, parts: ErrorParts, json: string) {
    super(code, parts);
    this.json = json;
  }
}

/** The refusal of an outcome; a failure of the program itself is the defect that it was. */
export function doorRefusalOf(json: string): Error {
  const { code, what, where, fix } = shape.parse(JSON.parse(json)).data;
  if (!isErrorCode(code)) return new Error(what);
  return new DoorRefusal(code, { what, ...(where === null ? {} : { where }), ...(fix === null ? {} : { fix }) }, json);
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
