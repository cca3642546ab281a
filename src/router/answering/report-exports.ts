// Reports as exports: what a report's own procedure would answer, all its rows instead of a page.
import { z } from 'zod';
import type { ExportReport } from '../../documents/export/index.ts';
import { customerListExport, customersExport, movementsExport, rowsExport } from '../../documents/reports/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import { customerList, customersReport, movementsReport, rowsReport } from '../../revenue/mrr/index.ts';
import { refusalOfInput } from '../error-answer.ts';
import type { exportInput } from '../desk/inputs.ts';
import { customerListInput, customersInput, movementsInput, rowsInput } from '../inputs.ts';

type ReportName = z.output<typeof exportInput>['report'];

/** Which report, and what its procedure takes; paging in it is ignored. */
export interface ReportRequest {
  readonly report: ReportName;
  readonly input: unknown;
}

const PAGING = { offset: true, limit: true } as const;
const allOfList = customerListInput.omit(PAGING);
const allCustomers = customersInput.omit(PAGING);
const allRows = rowsInput.omit(PAGING);

/** Takes the input of the report's procedure, checked, and reads the whole report from one state of the ledger. */
const REPORTS: Readonly<Record<ReportName, (input: unknown) => (read: ReadHandle) => Promise<ExportReport>>> = {
  movements: (input) => {
    const asked = movementsInput.parse(input);
    return async (read) => movementsExport(await movementsReport(read, asked));
  },
  customers: (input) => {
    const asked = allCustomers.parse(input);
    return async (read) => customersExport(await customersReport(read, asked));
  },
  rows: (input) => {
    const asked = allRows.parse(input);
    return async (read) => rowsExport(await rowsReport(read, asked));
  },
  'customer-list': (input) => {
    const asked = allOfList.parse(input);
    return async (read) => customerListExport(await customerList(read, asked));
  },
};

/** The report as it is exported. Raises `bad_input` for an input that the procedure would not take, and what it raises. */
export async function exportOfReport(ledger: ReadableLedger, { report, input }: ReportRequest): Promise<ExportReport> {
  return ledger.snapshot(readingOf(report, input));
}

function readingOf(report: ReportName, input: unknown): (read: ReadHandle) => Promise<ExportReport> {
  try {
    return REPORTS[report](input);
  } catch (error) {
    throw error instanceof z.ZodError ? refusalOfInput(error) : error;
  }
}
