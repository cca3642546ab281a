// `countinghouse report`: a report of the ledger as a file or on standard output.
import { extname } from 'node:path';
import { openForReading } from '../../../app/open-ledger.ts';
import { refuseKept } from '../../../app/output-path.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { EXPORT_FORMATS, type ExportFormat, exportReport, type ExportReport } from '../../../documents/export/index.ts';
import { customersExport, movementsExport, rowsExport } from '../../../documents/reports/index.ts';
import { type CivilDay, CountinghouseError, type Currency, type Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import {
  customersReport,
  type GroupBy,
  movementsReport,
  type RollForwardKind,
  rowsReport,
  type SeriesName,
} from '../../../revenue/mrr/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

interface ReportOptions extends LedgerOptions {
  readonly currency?: Currency;
  readonly native?: boolean;
  readonly series: SeriesName;
  readonly knownOn?: CivilDay;
  readonly format?: ExportFormat;
  readonly out: string;
  readonly bom?: boolean;
}

interface MovementsOptions extends ReportOptions {
  readonly from?: Month;
  readonly to?: Month;
  readonly groupBy?: GroupBy;
}

interface CustomersOptions extends ReportOptions {
  readonly month?: Month;
  readonly kind?: RollForwardKind;
  readonly search?: string;
}

interface RowsOptions extends ReportOptions {
  readonly month: Month;
  readonly kind?: RollForwardKind;
  readonly groupBy?: GroupBy;
  readonly group?: string;
}

export function reportMovements(call: Invocation, options: MovementsOptions): Promise<number> {
  const { from, to, groupBy } = options;
  return write(call, options, async (read) =>
    movementsExport(await movementsReport(read, { ...figures(options), from, to, groupBy })),
  );
}

export function reportCustomers(call: Invocation, options: CustomersOptions): Promise<number> {
  const { month, kind, search } = options;
  return write(call, options, async (read) =>
    customersExport(await customersReport(read, { ...figures(options), month, kind, search })),
  );
}

export function reportRows(call: Invocation, options: RowsOptions): Promise<number> {
  const { month, kind, groupBy, group } = options;
  if (group !== undefined && groupBy === undefined) {
    throw new CountinghouseError('bad_input', {
      what: '--group needs --group-by',
      fix: 'Say what the group is one of: plan, country or currency',
    });
  }
  return write(call, options, async (read) =>
    rowsExport(await rowsReport(read, { ...figures(options), month, kind, groupBy, group })),
  );
}

function figures({ currency, native, series, knownOn }: ReportOptions) {
  return { currency, isNative: native, series, knownOn };
}

async function write(
  call: Invocation,
  options: ReportOptions,
  ask: (read: ReadHandle) => Promise<ExportReport>,
): Promise<number> {
  const format = formatOf(options);
  const isScreen = options.out === '-';
  if (isScreen && format === 'xlsx' && call.terminal.isStdoutScreen) {
    throw new CountinghouseError('bad_input', {
      what: 'An XLSX file is no text to show here',
      fix: 'Name a file with --out',
    });
  }
  if (options.native === true && options.currency !== undefined) {
    throw new CountinghouseError('bad_input', {
      what: `--native and --currency ${options.currency} contradict each other`,
      fix: 'Leave one of them out',
    });
  }
  if (!isScreen) refuseKept(options.out, options);
  const ledger = await openForReading(await resolveLedger(options));
  try {
    const report = await ledger.snapshot(ask);
    for (const warning of warningsOf(report)) call.note(`countinghouse: ${warning}`);
    await exportReport(report, {
      format,
      out: isScreen ? call.terminal.stdout : options.out,
      hasByteOrderMark: options.bom === true,
    });
  } finally {
    await ledger.close();
  }
  return 0;
}

function formatOf({ format, json, out }: ReportOptions): ExportFormat {
  if (json === true && format !== undefined && format !== 'json') {
    throw new CountinghouseError('bad_input', {
      what: `--json and --format ${format} contradict each other`,
      fix: 'Leave one of them out',
    });
  }
  if (format !== undefined) return format;
  return EXPORT_FORMATS.find((known) => json !== true && extname(out).toLowerCase() === `.${known}`) ?? 'json';
}

function warningsOf({ envelope }: ExportReport): string[] {
  const warnings = envelope['warnings'];
  return Array.isArray(warnings) ? warnings.map(String) : [];
}
