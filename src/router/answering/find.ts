// Customers and invoices by a few letters of their names, addresses, numbers or ids.
import type { z } from 'zod';
import { customersByIds } from '../../billing/customers/index.ts';
import { findInvoices } from '../../billing/invoicing/index.ts';
import type { ReadableLedger } from '../../ledger/index.ts';
import { findCustomers } from '../../revenue/mrr/index.ts';
import type { SearchAnswer } from '../answers.ts';
import type { searchInput } from '../inputs.ts';

/** At most `limit` of each; nothing for blank text. */
export function find(ledger: ReadableLedger, { text, limit }: z.output<typeof searchInput>): Promise<SearchAnswer> {
  return ledger.snapshot(async (read) => {
    const customers = await findCustomers(read, text, limit);
    const invoices = await findInvoices(read, text, limit);
    const payers = await customersByIds(
      read,
      invoices.flatMap(({ customer_id: id }) => (id === null ? [] : [id])),
    );
    return {
      customers,
      invoices: invoices.map((row) => ({
        invoiceId: row.id,
        number: row.number,
        status: row.status,
        customerId: row.customer_id,
        customerName: row.customer_id === null ? null : (payers.get(row.customer_id)?.name ?? null),
        currency: row.currency.toUpperCase(),
        totalMinor: row.total_minor,
        createdAt: row.created_at,
      })),
    };
  });
}
