// Stripe objects out of the ledger and into it.
import type { z } from 'zod';
import type { ReadableLedger, WritableLedger } from '../../ledger/index.ts';
import { importFiles, storedObject } from '../../stripe/objects/index.ts';
import type { ImportAnswer, StripeObjectAnswer } from '../answers.ts';
import type { importInput } from '../inputs.ts';

/** The object as it is kept, personal fields included unless they were erased. Raises `not_found`. */
export function readStripeObject(ledger: ReadableLedger, id: string): Promise<StripeObjectAnswer> {
  return storedObject(ledger, id);
}

/** Takes the files in; what was good stays, the rest is told line by line. Raises `file_unreadable`. */
export function takeFiles(
  ledger: WritableLedger,
  { files, isStrict }: z.output<typeof importInput>,
  signal: AbortSignal | undefined,
): Promise<ImportAnswer> {
  return importFiles(ledger, files, { isStrict, ...(signal === undefined ? {} : { signal }) });
}
