// The list of customers, its facets, and a customer's history, each from one unchanging state of the ledger.
import type { z } from 'zod';
import type { ReadableLedger } from '../../ledger/index.ts';
import { customerFacets, customerHistory, customerList } from '../../revenue/mrr/index.ts';
import type { CustomerFacets, CustomerListAnswer, HistoryAnswer } from '../answers.ts';
import type { customerListInput, historyInput } from '../inputs.ts';

export function readList(
  ledger: ReadableLedger,
  request: z.output<typeof customerListInput>,
): Promise<CustomerListAnswer> {
  return ledger.snapshot((read) => customerList(read, request));
}

export function readFacets(ledger: ReadableLedger): Promise<CustomerFacets> {
  return ledger.snapshot(customerFacets);
}

/** Raises `not_found` for an unknown customer. */
export function readHistory(ledger: ReadableLedger, request: z.output<typeof historyInput>): Promise<HistoryAnswer> {
  return ledger.snapshot((read) => customerHistory(read, request));
}
