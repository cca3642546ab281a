// An invoice opened: its lines, what was tried and paid on it, and the credit notes that reduce it.
import { pricesByIds, productsByIds } from '../../billing/catalog/index.ts';
import { customerById } from '../../billing/customers/index.ts';
import {
  creditNotesOfInvoice,
  invoiceById,
  lineDiscounts,
  linesOfInvoice,
  type InvoiceLineRow,
} from '../../billing/invoicing/index.ts';
import { chargesOfInvoice } from '../../billing/payments/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import type { InvoiceLineOpened, InvoiceOpened } from '../answers.ts';
import { lineAnswer } from './invoice-line.ts';
import { creditNoteSummary, invoiceSummary, paymentSummary } from './summaries.ts';

/** Raises `not_found`. */
export function openInvoice(ledger: ReadableLedger, invoiceId: string): Promise<InvoiceOpened> {
  return ledger.snapshot(async (read) => {
    const row = await invoiceById(read, invoiceId);
    if (row === null) {
      throw new CountinghouseError('not_found', {
        what: `There is no invoice ${invoiceId} in this ledger`,
        where: 'invoiceId',
      });
    }
    const customer = row.customer_id === null ? null : await customerById(read, row.customer_id);
    const charges = row.customer_id === null ? [] : await chargesOfInvoice(read, row.customer_id, invoiceId);
    return {
      ...invoiceSummary(row),
      customerId: row.customer_id,
      customerName: customer?.name ?? null,
      subscriptionId: row.subscription_id,
      billingReason: row.billing_reason,
      collectionMethod: row.collection_method,
      attemptCount: row.attempt_count,
      finalizedAt: row.finalized_at,
      voidedAt: row.voided_at,
      subtotalMinor: row.subtotal_minor,
      taxMinor: row.tax_minor,
      amountDueMinor: row.amount_due_minor,
      lines: await openedLines(read, await linesOfInvoice(read, invoiceId)),
      payments: charges.map((charge) => paymentSummary(charge, invoiceId)),
      creditNotes: (await creditNotesOfInvoice(read, invoiceId)).map(creditNoteSummary),
    };
  });
}

async function openedLines(read: ReadHandle, rows: readonly InvoiceLineRow[]): Promise<InvoiceLineOpened[]> {
  const prices = await pricesByIds(read, named(rows.map((row) => row.price_id)));
  const productOf = (row: InvoiceLineRow) =>
    row.product_id ?? (row.price_id === null ? null : (prices.get(row.price_id)?.product_id ?? null));
  const products = await productsByIds(read, named(rows.map(productOf)));
  return rows.map((row) => ({
    ...lineAnswer(row),
    plan: products.get(productOf(row) ?? '')?.name ?? null,
    taxMinor: row.tax_minor,
    discountMinor:
      row.discount_amounts === null
        ? null
        : lineDiscounts(row.discount_amounts).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }));
}

function named(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))];
}
