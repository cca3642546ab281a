// Figures and reports for the doors; each from one unchanging state of the ledger.
import type { z } from 'zod';
import type { ReadableLedger } from '../../ledger/index.ts';
import { customersReport, movementsReport, overviewFigures, rowsReport } from '../../revenue/mrr/index.ts';
import type {
  CustomerRow,
  MovementRow,
  MovementsAnswer,
  OverviewFigures,
  PagedEnvelope,
  SummedEnvelope,
} from '../answers.ts';
import type { customersInput, movementsInput, overviewInput, rowsInput } from '../inputs.ts';

export function readOverview(
  ledger: ReadableLedger,
  request: z.output<typeof overviewInput>,
): Promise<OverviewFigures> {
  return ledger.snapshot((read) => overviewFigures(read, request));
}

export function readMovements(
  ledger: ReadableLedger,
  request: z.output<typeof movementsInput>,
): Promise<MovementsAnswer> {
  return ledger.snapshot((read) => movementsReport(read, request));
}

export function readCustomers(
  ledger: ReadableLedger,
  request: z.output<typeof customersInput>,
): Promise<PagedEnvelope<CustomerRow>> {
  return ledger.snapshot((read) => customersReport(read, request));
}

export function readRows(
  ledger: ReadableLedger,
  request: z.output<typeof rowsInput>,
): Promise<SummedEnvelope<MovementRow>> {
  return ledger.snapshot((read) => rowsReport(read, request));
}
