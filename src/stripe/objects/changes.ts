// What one transaction's facts change: winners of each type laid out as rows, ready for the areas that own the tables.
import type { ProductRow } from '../../billing/catalog/index.ts';
import type { CustomerRow } from '../../billing/customers/index.ts';
import type { DiscountRow, PromotionCodeRow } from '../../billing/discounts/index.ts';
import type { CreditNoteRow, InvoiceItemRow, InvoiceLineRow, InvoiceRow } from '../../billing/invoicing/index.ts';
import type { PaymentRows } from '../../billing/payments/index.ts';
import type {
  SubscriptionItemRow,
  SubscriptionRow,
  SubscriptionScheduleRow,
} from '../../billing/subscriptions/index.ts';
import type { TaxRateRow } from '../../billing/tax/index.ts';
import type { Candidate } from './candidates.ts';
import type { Content } from './content.ts';
import { contentOfObservation } from './observations.ts';
import type { StripeObjectRow } from './tables.ts';

/** A candidate beside what is stored of its object. */
export interface Standing {
  readonly candidate: Candidate;
  readonly stored: StripeObjectRow | null;
  /** True when the candidate's best observation is greater than the stored one. */
  readonly isWinner: boolean;
  /** True when the two differ in sealed fields at most. */
  readonly isTied: boolean;
  /** As it stands with the candidate taken in. */
  readonly isDeleted: boolean;
  readonly deletedAt: number | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer R)[] ? R[] : T[K] };

/** New rows of the types for which the new row says all. */
export interface PlainChanges {
  readonly promotionCodes: PromotionCodeRow[];
  readonly subscriptions: SubscriptionRow[];
  readonly subscriptionItems: SubscriptionItemRow[];
  readonly replacedSubscriptionIds: string[];
  readonly schedules: SubscriptionScheduleRow[];
  readonly creditNotes: CreditNoteRow[];
  readonly taxRates: TaxRateRow[];
  readonly payments: Mutable<PaymentRows>;
}

export function noPlainChanges(): PlainChanges {
  return {
    promotionCodes: [],
    subscriptions: [],
    subscriptionItems: [],
    replacedSubscriptionIds: [],
    schedules: [],
    creditNotes: [],
    taxRates: [],
    payments: {
      charges: [],
      paymentIntents: [],
      invoicePayments: [],
      refunds: [],
      disputes: [],
      balanceTransactions: [],
      payouts: [],
    },
  };
}

/** Lays a winner's content out; nothing for the types that have to be joined with stored rows. */
export function addPlain(changes: PlainChanges, { candidate, stored }: Standing, content: Content): void {
  const seq = candidate.seq;
  switch (content.to) {
    case 'subscriptions': {
      const { row, items } = content.rows;
      const asOfAt = candidate.best?.asOfAt ?? 0;
      changes.subscriptions.push({
        ...row,
        as_of_at: asOfAt,
        is_dated: candidate.best?.isDated === true ? 1 : 0,
        fact_seq: seq,
      });
      for (const item of items) changes.subscriptionItems.push(item);
      if (stored !== null) changes.replacedSubscriptionIds.push(row.id);
      return;
    }
    case 'subscription_schedules':
      changes.schedules.push({ ...content.row, fact_seq: seq });
      return;
    case 'promotion_codes':
      changes.promotionCodes.push({ ...content.row, fact_seq: seq });
      return;
    case 'credit_notes':
      changes.creditNotes.push({ ...content.row, fact_seq: seq });
      return;
    case 'tax_rates':
      changes.taxRates.push({ ...content.row, fact_seq: seq });
      return;
    case 'charges':
      changes.payments.charges.push({ ...content.row, fact_seq: seq });
      return;
    case 'payment_intents':
      changes.payments.paymentIntents.push({ ...content.row, fact_seq: seq });
      return;
    case 'invoice_payments':
      changes.payments.invoicePayments.push({ ...content.row, fact_seq: seq });
      return;
    case 'refunds':
      changes.payments.refunds.push({ ...content.row, fact_seq: seq });
      return;
    case 'disputes':
      changes.payments.disputes.push({ ...content.row, fact_seq: seq });
      return;
    case 'balance_transactions':
      changes.payments.balanceTransactions.push({ ...content.row, fact_seq: seq });
      return;
    case 'payouts':
      changes.payments.payouts.push({ ...content.row, fact_seq: seq });
      return;
    default:
      return;
  }
}

/** Types whose rows carry a deletion or keep something of the stored row. */
export interface JoinedRows {
  readonly customers: CustomerRow;
  readonly products: ProductRow;
  readonly discounts: DiscountRow;
  readonly invoices: InvoiceRow;
  readonly invoice_items: InvoiceItemRow;
  readonly invoice_lines: InvoiceLineRow;
}

/** The winner's content, when it goes to the table. */
export function winningRow<T extends keyof JoinedRows>(standing: Standing, table: T): JoinedRows[T] | null {
  if (!standing.isWinner || standing.candidate.best === null) return null;
  const content = contentOfObservation(standing.candidate.best);
  if (content === null || content.to !== table) return null;
  return (content.to === 'invoices' ? content.rows.row : 'row' in content ? content.row : null) as JoinedRows[T] | null;
}

/** 1 when the object is deleted, and was not made anew after that. */
export function deletedFlag({ isDeleted, deletedAt }: Standing, madeAt: number): 0 | 1 {
  return isDeleted && !(deletedAt !== null && madeAt > deletedAt) ? 1 : 0;
}
