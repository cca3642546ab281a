// `countinghouse report`: a report of the ledger as a file or on standard output.
import { extname } from 'node:path';
import { openForReading } from '../../../app/open-ledger.ts';
import { refuseKept } from '../../../app/output-path.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { EXPORT_FORMATS, type ExportFormat, exportReport, type ExportReport } from '../../../documents/export/index.ts';
import { type CivilDay, CountinghouseError, type Currency, type Month } from '../../../kernel/index.ts';
import type { CustomerSort, CustomerStatus, GroupBy, RollForwardKind, SeriesName } from '../../../revenue/mrr/index.ts';
import { exportOfReport, type ReportRequest } from '../../../router/index.ts';
import type { LedgerOptions } from '../command.ts';
import type { Invocation } from '../terminal.ts';

interface OutputOptions extends LedgerOptions {
  readonly currency?: Currency;
  readonly format?: ExportFormat;
  readonly out: string;
  readonly bom?: boolean;
}

interface ReportOptions extends OutputOptions {
  readonly native?: boolean;
  readonly series: SeriesName;
  readonly knownOn?: CivilDay;
}

interface ListOptions extends OutputOptions {
  readonly search?: string;
  readonly status?: readonly CustomerStatus[];
  readonly plan?: string;
  readonly country?: string;
  readonly billingCurrency?: Currency;
  readonly sort: CustomerSort;
  readonly ascending?: boolean;
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
  return write(call, options, { report: 'movements', input: { ...figures(options), from, to, groupBy } });
}

export function reportCustomers(call: Invocation, options: CustomersOptions): Promise<number> {
  const { month, kind, search } = options;
  return write(call, options, { report: 'customers', input: { ...figures(options), month, kind, search } });
}

export function reportRows(call: Invocation, options: RowsOptions): Promise<number> {
  const { month, kind, groupBy, group } = options;
  if (group !== undefined && groupBy === undefined) {
    throw new CountinghouseError('bad_input', {
      what: '--group needs --group-by',
      fix: 'Say what the group is one of: plan, country or currency',
    });
  }
  return write(call, options, { report: 'rows', input: { ...figures(options), month, kind, groupBy, group } });
}

export function reportCustomerList(call: Invocation, options: ListOptions): Promise<number> {
  const { search, status, plan, country, billingCurrency, sort, ascending, currency } = options;
  const filter = { search, status, plan, country, billingCurrency };
  const input = { ...filter, sort, isDescending: ascending !== true, currency };
  return write(call, options, { report: 'customer-list', input });
}

function figures({ currency, native, series, knownOn }: ReportOptions) {
  if (native === true && currency !== undefined) {
    throw new CountinghouseError('bad_input', {
      what: `--native and --currency ${currency} contradict each other`,
      fix: 'Leave one of them out',
    });
  }
  return { currency, isNative: native, series, knownOn };
}

async function write(call: Invocation, options: OutputOptions, asked: ReportRequest): Promise<number> {
  const format = formatOf(options);
  const isScreen = options.out === '-';
  if (isScreen && format === 'xlsx' && call.terminal.isStdoutScreen) {
    throw new CountinghouseError('bad_input', {
      what: 'An XLSX file is no text to show here',
      fix: 'Name a file with --out',
    });
  }
  if (!isScreen) refuseKept(options.out, options);
  const ledger = await openForReading(await resolveLedger(options));
  try {
    const report = await exportOfReport(ledger, asked);
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

function formatOf({ format, json, out }: OutputOptions): ExportFormat {
  if (json === true && format !== undefined && format !== 'json') {
    throw new CountinghouseError('bad_input', {
      what: `--json and --format ${format} contradict each other`,
      fix: 'Leave one of them out',
    });
  }
  const asked = json === true ? 'json' : format;
  const named = EXPORT_FORMATS.find((known) => extname(out).toLowerCase() === `.${known}`);
  if (asked !== undefined && named !== undefined && asked !== named) {
    throw new CountinghouseError('bad_input', {
      what: `--format ${asked} and a file that ends in .${named} contradict each other`,
      where: '--out',
      fix: `Name a file that ends in .${asked}, or leave --format out`,
    });
  }
  return asked ?? named ?? 'json';
}

function warningsOf({ envelope }: ExportReport): string[] {
  const warnings = envelope['warnings'];
  return Array.isArray(warnings) ? warnings.map(String) : [];
}
