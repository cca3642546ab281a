// Rows of invoices, charges and credit notes as they are answered.
import type { CreditNoteRow, InvoiceRow } from '../../billing/invoicing/index.ts';
import type { ChargeRow } from '../../billing/payments/index.ts';
import type { CreditNoteSummary, InvoiceSummary, PaymentSummary } from '../answers.ts';

export function invoiceSummary(row: InvoiceRow): InvoiceSummary {
  return {
    invoiceId: row.id,
    number: row.number,
    status: row.status,
    currency: row.currency.toUpperCase(),
    createdAt: row.created_at,
    dueAt: row.due_at,
    paidAt: row.paid_at,
    periodStartAt: row.period_start_at,
    periodEndAt: row.period_end_at,
    totalMinor: row.total_minor,
    amountPaidMinor: row.amount_paid_minor,
    amountRemainingMinor: row.amount_remaining_minor,
  };
}

export function paymentSummary(row: ChargeRow, invoiceId: string | null): PaymentSummary {
  return {
    chargeId: row.id,
    invoiceId,
    status: row.status,
    currency: row.currency.toUpperCase(),
    createdAt: row.created_at,
    amountMinor: row.amount_minor,
    amountRefundedMinor: row.amount_refunded_minor,
    isDisputed: row.is_disputed === 1,
    failureCode: row.failure_code,
    declineCode: row.decline_code,
  };
}

export function creditNoteSummary(row: CreditNoteRow): CreditNoteSummary {
  return {
    creditNoteId: row.id,
    number: row.number,
    status: row.status,
    currency: row.currency.toUpperCase(),
    createdAt: row.created_at,
    totalMinor: row.total_minor,
    reason: row.reason,
  };
}
