// An invoice line, and the invoice that it stands on.
import { type InvoiceLineRow, invoiceById, lineById } from '../../billing/invoicing/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger } from '../../ledger/index.ts';
import type { DrillInvoiceLine, InvoiceLineAnswer } from '../answers.ts';

/** The line with its invoice; null for an invoice that was never taken in. Raises `not_found` for the line. */
export function readInvoiceLine(ledger: ReadableLedger, lineId: string): Promise<InvoiceLineAnswer> {
  return ledger.snapshot(async (read) => {
    const line = await lineById(read, lineId);
    if (line === null)
      throw new CountinghouseError('not_found', { what: `There is no invoice line ${lineId} in this ledger` });
    const invoice = await invoiceById(read, line.invoice_id);
    return {
      ...lineAnswer(line),
      invoice:
        invoice === null
          ? null
          : {
              invoiceId: invoice.id,
              number: invoice.number,
              status: invoice.status,
              customerId: invoice.customer_id,
              currency: invoice.currency.toUpperCase(),
              createdAt: invoice.created_at,
              subtotalMinor: invoice.subtotal_minor,
              taxMinor: invoice.tax_minor,
              totalMinor: invoice.total_minor,
              amountPaidMinor: invoice.amount_paid_minor,
            },
    };
  });
}

export function lineAnswer(row: InvoiceLineRow): DrillInvoiceLine {
  return {
    lineId: row.id,
    invoiceId: row.invoice_id,
    subscriptionId: row.subscription_id,
    priceId: row.price_id,
    description: row.description,
    currency: row.currency.toUpperCase(),
    amountMinor: row.amount_minor,
    quantity: row.quantity,
    isProration: row.is_proration === 1,
    periodStartAt: row.period_start_at,
    periodEndAt: row.period_end_at,
  };
}
