// The reports as exports: which columns each has and how they are written.
import type { CustomerRow, MovementRow, MovementsRow, ReportEnvelope } from '../../revenue/mrr/index.ts';
import type { ColumnKind, ExportColumn, ExportReport, ExportRow } from '../export/index.ts';

type Columns<Row> = Readonly<Partial<Record<keyof Row & string, ColumnKind>>>;

const MOVEMENTS: Columns<MovementsRow> = {
  month: 'text',
  group: 'text',
  currency: 'text',
  openingMinor: 'amount',
  newMinor: 'amount',
  reactivationMinor: 'amount',
  expansionMinor: 'amount',
  contractionMinor: 'amount',
  churnMinor: 'amount',
  transferInMinor: 'amount',
  transferOutMinor: 'amount',
  fxMinor: 'amount',
  closingMinor: 'amount',
  customersOpening: 'integer',
  customersNew: 'integer',
  customersReactivated: 'integer',
  customersChurned: 'integer',
  customersTransferredIn: 'integer',
  customersTransferredOut: 'integer',
  customersClosing: 'integer',
};

const CUSTOMERS: Columns<CustomerRow> = {
  customerId: 'text',
  customerName: 'text',
  country: 'text',
  currency: 'text',
  billingCurrencies: 'list',
  plans: 'list',
  mrrMinor: 'amount',
  arrMinor: 'amount',
  activeSince: 'day',
  status: 'text',
};

const ROWS: Columns<MovementRow> = {
  customerId: 'text',
  customerName: 'text',
  effectiveOn: 'day',
  recordedOn: 'day',
  kind: 'text',
  amountMinor: 'amount',
  currency: 'text',
  billingCurrency: 'text',
  priceId: 'text',
  plan: 'text',
  reason: 'text',
  originOn: 'day',
};

export function movementsExport(report: ReportEnvelope<MovementsRow>): ExportReport {
  return exportOf(report, MOVEMENTS);
}

export function customersExport(report: ReportEnvelope<CustomerRow>): ExportReport {
  return exportOf(report, CUSTOMERS);
}

export function rowsExport(report: ReportEnvelope<MovementRow>): ExportReport {
  return exportOf(report, ROWS);
}

function exportOf<Row extends MovementsRow | CustomerRow | MovementRow>(
  report: ReportEnvelope<Row>,
  columns: Columns<Row>,
): ExportReport {
  const { policy, series, currency, timeZone, knownOn, dataThrough, warnings } = report;
  return {
    envelope: {
      report: report.report,
      policy,
      series,
      currency,
      timeZone,
      knownOn,
      dataThrough,
      ...(warnings.length === 0 ? {} : { warnings }),
    },
    columns: Object.entries<ColumnKind | undefined>(columns).flatMap(([field, kind]): ExportColumn[] =>
      kind === undefined ? [] : [{ field, kind }],
    ),
    rows: report.rows.map((row): ExportRow => ({ ...row })),
  };
}
