// What the router's procedures answer, inferred from its type: the one place where screens get their shapes from.
import type { AppRouter, RouterInputs, RouterOutputs } from '../../src/router/index.ts';

export type { AppRouter, RouterInputs, RouterOutputs };
export type {
  BackupSchedule,
  ErrorAnswer,
  HandedFile,
  Job,
  KeyStatus,
  MadeLedger,
  OpenLedger,
  RecentLedger,
} from '../../src/router/index.ts';

/** Which ledger is open, the recent ones, and whether the core is in trouble. */
export type DeskStatus = RouterOutputs['desk']['status'];
/** What files are asked for. */
export type FilePurpose = RouterInputs['desk']['choose']['purpose'];
/** A report with its question, and the kind of file that it is written to. */
export type ExportRequest = RouterInputs['desk']['exportReport'];

export type WorkspaceStatus = RouterOutputs['workspace']['status'];
export type OverviewFigures = RouterOutputs['overview']['figures'];
export type MovementsReport = RouterOutputs['reports']['movements'];
export type MovementsRow = MovementsReport['rows'][number];
export type CustomerRow = RouterOutputs['reports']['customers']['rows'][number];
export type MovementRow = RouterOutputs['reports']['rows']['rows'][number];
export type CustomerDrill = RouterOutputs['customers']['drill'];
export type CustomerSpan = CustomerDrill['spans'][number];
export type CustomerMovement = CustomerDrill['movements'][number];
export type CustomerSubscription = CustomerDrill['subscriptions'][number];
export type CustomerInvoiceLine = CustomerDrill['invoiceLines'][number];
export type InvoiceLine = RouterOutputs['invoices']['line'];
export type StoredObject = RouterOutputs['stripe']['object'];
export type CustomerList = RouterOutputs['customers']['list'];
export type CustomerListRow = CustomerList['rows'][number];
export type CustomerFacets = RouterOutputs['customers']['facets'];
export type CustomerOpened = RouterOutputs['customers']['open'];
export type CustomerInvoice = RouterOutputs['customers']['invoices']['rows'][number];
export type CustomerPayment = RouterOutputs['customers']['payments']['rows'][number];
export type CustomerFact = RouterOutputs['customers']['facts']['rows'][number];
export type CustomerHistory = RouterOutputs['customers']['history'];
