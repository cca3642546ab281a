// A customer's invoices, payments and facts, the newest first, a page at a time.
import type { z } from 'zod';
import { customerById } from '../../billing/customers/index.ts';
import { invoicesOfCustomer } from '../../billing/invoicing/index.ts';
import { chargesPage, invoicesOfCharges } from '../../billing/payments/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import { factsOfCustomer } from '../../stripe/objects/index.ts';
import type { CustomerFact, InvoiceSummary, Page, PaymentSummary } from '../answers.ts';
import type { customerPageInput } from '../inputs.ts';
import { invoiceSummary, paymentSummary } from './summaries.ts';

type Request = z.output<typeof customerPageInput>;

/** Raises `not_found` for an unknown customer. */
export function pageOfInvoices(ledger: ReadableLedger, request: Request): Promise<Page<InvoiceSummary>> {
  return ofCustomer(ledger, request, async (read) => {
    const { rows, total } = await invoicesOfCustomer(read, request.customerId, request);
    return { rows: rows.map(invoiceSummary), total };
  });
}

/** Payment attempts, those that brought money among them. Raises `not_found` for an unknown customer. */
export function pageOfPayments(ledger: ReadableLedger, request: Request): Promise<Page<PaymentSummary>> {
  return ofCustomer(ledger, request, async (read) => {
    const { rows, total } = await chargesPage(read, request.customerId, request);
    const invoiceOf = await invoicesOfCharges(read, rows);
    return { rows: rows.map((row) => paymentSummary(row, invoiceOf.get(row.id) ?? null)), total };
  });
}

/** The facts that hold what is known of the customer's objects. Raises `not_found` for an unknown customer. */
export async function pageOfFacts(ledger: ReadableLedger, request: Request): Promise<Page<CustomerFact>> {
  const page = await ofCustomer(ledger, request, (read) => factsOfCustomer(read, request.customerId, request));
  const facts = page.rows.map(async ({ seq, objectType }): Promise<CustomerFact> => {
    const { kind, subject, effectiveAt, recordedAt, hash } = await ledger.fact(seq);
    return { seq, kind, subject, objectType, effectiveAt, recordedAt, hash };
  });
  return { rows: await Promise.all(facts), total: page.total };
}

function ofCustomer<R>(
  ledger: ReadableLedger,
  { customerId }: Request,
  ask: (read: ReadHandle) => Promise<R>,
): Promise<R> {
  return ledger.snapshot(async (read) => {
    if ((await customerById(read, customerId)) === null) {
      throw new CountinghouseError('not_found', {
        what: `There is no customer ${customerId} in this ledger`,
        where: 'customerId',
      });
    }
    return ask(read);
  });
}
