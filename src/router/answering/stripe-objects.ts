// Stripe objects out of the ledger.
import type { ReadableLedger } from '../../ledger/index.ts';
import { storedObject } from '../../stripe/objects/index.ts';
import type { StripeObjectAnswer } from '../answers.ts';

/** The object as it is kept, personal fields included unless they were erased. Raises `not_found`. */
export function readStripeObject(ledger: ReadableLedger, id: string): Promise<StripeObjectAnswer> {
  return storedObject(ledger, id);
}
