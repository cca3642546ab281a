// The reports as exports: which columns each has and how they are written.
import { type CivilDay, dayOfInstant, instant } from '../../kernel/index.ts';
import type {
  CustomerListAnswer,
  CustomerListRow,
  CustomerRow,
  MovementRow,
  MovementsRow,
  ReportEnvelope,
} from '../../revenue/mrr/index.ts';
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
  countedIn: 'text',
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

/** `createdOn` is the day of `createdAt` in the workspace's zone. */
const CUSTOMER_LIST: Columns<CustomerListRow & { readonly createdOn: CivilDay }> = {
  customerId: 'text',
  name: 'text',
  email: 'text',
  country: 'text',
  status: 'text',
  plans: 'list',
  billingCurrency: 'text',
  currency: 'text',
  mrrMinor: 'amount',
  arrMinor: 'amount',
  activeSinceOn: 'day',
  createdOn: 'day',
  isDeleted: 'text',
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

export function customerListExport(list: CustomerListAnswer): ExportReport {
  const { report, policy, currency, timeZone, knownOn, dataThrough, totalMrrMinor, total, warnings } = list;
  return {
    envelope: {
      report,
      policy,
      currency,
      timeZone,
      knownOn,
      dataThrough,
      total,
      totalMrrMinor,
      ...(warnings.length === 0 ? {} : { warnings }),
    },
    columns: columnsOf(CUSTOMER_LIST),
    rows: list.rows.map(
      ({ billed: _billed, createdAt, ...row }): ExportRow => ({
        ...row,
        createdOn: dayOfInstant(instant(createdAt), timeZone),
      }),
    ),
  };
}

function columnsOf<Row>(columns: Columns<Row>): ExportColumn[] {
  return Object.entries<ColumnKind | undefined>(columns).flatMap(([field, kind]): ExportColumn[] =>
    kind === undefined ? [] : [{ field, kind }],
  );
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
    columns: columnsOf(columns),
    rows: report.rows.map((row): ExportRow => ({ ...row })),
  };
}
