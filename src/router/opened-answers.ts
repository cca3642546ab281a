// What a customer's page, an invoice opened, and a search answer with.
import type { CustomerStatus, FoundCustomer } from '../revenue/mrr/index.ts';
import type { DrillCustomer, DrillInvoiceLine, DrillMovement, DrillSpan, DrillSubscription } from './answers.ts';

/** A calendar day `YYYY-MM-DD`, an instant in epoch seconds. */
type DayText = string;
type Seconds = number;

/** A customer's page: who they are, where they stand, and what their MRR is made of. */
export interface CustomerOpened {
  readonly customer: OpenedCustomer;
  readonly spans: readonly DrillSpan[];
  readonly movements: readonly DrillMovement[];
  readonly subscriptions: readonly OpenedSubscription[];
}

export interface OpenedCustomer extends DrillCustomer {
  readonly status: CustomerStatus;
  /** The currency of `mrrMinor` and `arrMinor`. */
  readonly amountCurrency: string;
  /** Null where a rate is missing. */
  readonly mrrMinor: number | null;
  readonly arrMinor: number | null;
  /** MRR in each currency that they are billed in. */
  readonly billed: readonly { readonly currency: string; readonly mrrMinor: number }[];
  readonly plans: readonly string[];
  readonly activeSinceOn: DayText | null;
}

export interface OpenedSubscription extends DrillSubscription {
  readonly currency: string | null;
  readonly createdAt: Seconds;
  readonly canceledAt: Seconds | null;
  readonly isCancelAtPeriodEnd: boolean;
  readonly trialEndAt: Seconds | null;
  readonly currentPeriodEndAt: Seconds | null;
  readonly items: readonly OpenedItem[];
  /** What its spans of today add up to, by the currency billed in; null when it has none. */
  readonly mrrMinor: number | null;
}

export interface OpenedItem {
  readonly itemId: string;
  readonly priceId: string;
  readonly planId: string;
  readonly plan: string;
  readonly quantity: number | null;
}

/** A page of rows; `total` stand behind it. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface InvoiceSummary {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly status: string;
  readonly currency: string;
  readonly createdAt: Seconds;
  readonly dueAt: Seconds | null;
  readonly paidAt: Seconds | null;
  readonly periodStartAt: Seconds;
  readonly periodEndAt: Seconds;
  readonly totalMinor: number;
  readonly amountPaidMinor: number;
  readonly amountRemainingMinor: number;
}

/** One try to collect: money that arrived when `status` is `succeeded`. */
export interface PaymentSummary {
  readonly chargeId: string;
  readonly invoiceId: string | null;
  readonly status: string;
  readonly currency: string;
  readonly createdAt: Seconds;
  readonly amountMinor: number;
  readonly amountRefundedMinor: number;
  readonly isDisputed: boolean;
  readonly failureCode: string | null;
  readonly declineCode: string | null;
}

/** A fact that tells of the customer or of something of theirs; `subject` opens with `stripe.object`. */
export interface CustomerFact {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  /** Stripe's name of the subject's type: `invoice`, `subscription`; null for facts of our own. */
  readonly objectType: string | null;
  readonly effectiveAt: Seconds;
  readonly recordedAt: Seconds;
  readonly hash: string;
}

export interface InvoiceOpened extends InvoiceSummary {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly subscriptionId: string | null;
  readonly billingReason: string | null;
  readonly collectionMethod: string | null;
  readonly attemptCount: number;
  readonly finalizedAt: Seconds | null;
  readonly voidedAt: Seconds | null;
  readonly subtotalMinor: number;
  readonly taxMinor: number;
  readonly amountDueMinor: number;
  readonly lines: readonly InvoiceLineOpened[];
  readonly payments: readonly PaymentSummary[];
  readonly creditNotes: readonly CreditNoteSummary[];
}

export interface InvoiceLineOpened extends DrillInvoiceLine {
  readonly plan: string | null;
  readonly taxMinor: number;
  /** What discounts took off; null where the line does not say. */
  readonly discountMinor: number | null;
}

export interface CreditNoteSummary {
  readonly creditNoteId: string;
  readonly number: string | null;
  readonly status: string;
  readonly currency: string;
  readonly createdAt: Seconds;
  readonly totalMinor: number;
  readonly reason: string | null;
}

/** What a search found, the best first. */
export interface SearchAnswer {
  readonly customers: readonly FoundCustomer[];
  readonly invoices: readonly FoundInvoice[];
}

export interface FoundInvoice {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly status: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly currency: string;
  readonly totalMinor: number;
  readonly createdAt: Seconds;
}
