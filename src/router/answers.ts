// What the procedures answer with: plain JSON values, money as whole minor units beside its currency.

export type {
  AmountFigure,
  ComparedMonths,
  CountFigure,
  CustomerListAnswer,
  CustomerListRow,
  CustomerFacets,
  CustomerRow,
  CustomerStatus,
  FoundCustomer,
  GroupBy,
  HistoryAnswer,
  HistoryMonth,
  MovementRow,
  MovementsAnswer,
  MovementsRow,
  OverviewFigures,
  PeriodRow,
  PagedEnvelope,
  ReportEnvelope,
  RollForwardKind,
  SeriesName,
  SummedEnvelope,
} from '../revenue/mrr/index.ts';

import type { CustomerMovement, CustomerSpan } from '../revenue/mrr/index.ts';
import type { ImportResult, StoredObject } from '../stripe/objects/index.ts';

export type * from './opened-answers.ts';

/** A calendar day `YYYY-MM-DD`, an instant in epoch seconds. */
type DayText = string;
type Seconds = number;

export interface WorkspaceStatus {
  readonly ledgerName: string;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly reportingCurrency: string;
  readonly policy: string;
  readonly dataThrough: DayText | null;
  readonly facts: number;
  readonly objects: number;
  readonly headHash: string;
  readonly lastRecordedAt: Seconds | null;
  readonly isSettling: boolean;
}

/** A customer opened: what their figures are made of. */
export interface CustomerDrill {
  readonly customer: DrillCustomer;
  readonly spans: readonly DrillSpan[];
  readonly movements: readonly DrillMovement[];
  readonly subscriptions: readonly DrillSubscription[];
  readonly invoiceLines: readonly DrillInvoiceLine[];
}

export interface DrillCustomer {
  readonly customerId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  readonly currency: string | null;
  readonly createdAt: Seconds;
  readonly isDeleted: boolean;
  readonly isErased: boolean;
}

export type DrillSpan = Omit<CustomerSpan, 'amountMrr'>;
export type DrillMovement = Omit<CustomerMovement, 'amountMrr'>;

export interface DrillSubscription {
  readonly subscriptionId: string;
  readonly status: string;
  readonly startAt: Seconds;
  readonly cancelAt: Seconds | null;
  readonly endedAt: Seconds | null;
}

export interface DrillInvoiceLine {
  readonly lineId: string;
  readonly invoiceId: string;
  readonly subscriptionId: string | null;
  readonly priceId: string | null;
  readonly description: string | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly quantity: number | null;
  readonly isProration: boolean;
  readonly periodStartAt: Seconds;
  readonly periodEndAt: Seconds;
}

export interface InvoiceLineAnswer extends DrillInvoiceLine {
  readonly invoice: {
    readonly invoiceId: string;
    readonly number: string | null;
    readonly status: string;
    readonly customerId: string | null;
    readonly currency: string;
    readonly createdAt: Seconds;
    readonly subtotalMinor: number;
    readonly taxMinor: number;
    readonly totalMinor: number;
    readonly amountPaidMinor: number;
  } | null;
}

/** A Stripe object as the ledger keeps it, with the fact that brought it and that fact's hash. */
export type StripeObjectAnswer = StoredObject;

/** Something became durable; whoever shows one of the topics asks again. `seq` is the head of the fact log. */
export interface ChangeNotice {
  readonly seq: number;
  readonly topics: readonly string[];
}

/** What an import added, what was known, and the lines that could not be read. */
export type ImportAnswer = ImportResult;
