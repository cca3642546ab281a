// What can be asked about invoices, their lines and credit notes.
import type { ReadHandle } from '../../ledger/index.ts';
import type { InvoiceLineRow, InvoiceRow } from './tables.ts';

export async function invoiceById(read: ReadHandle, id: string): Promise<InvoiceRow | null> {
  return (await read.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Lines of the customers' invoices in any state, by invoice and id. */
export async function linesOfCustomers(read: ReadHandle, customerIds: readonly string[]): Promise<InvoiceLineRow[]> {
  if (customerIds.length === 0) return [];
  return read
    .selectFrom('invoice_lines')
    .selectAll()
    .where('customer_id', 'in', customerIds)
    .orderBy('invoice_id')
    .orderBy('id')
    .execute();
}

export async function lineById(read: ReadHandle, id: string): Promise<InvoiceLineRow | null> {
  return (
    (await read
      .selectFrom('invoice_lines')
      .selectAll()
      .where('id', '=', id)
      .orderBy('invoice_id')
      .executeTakeFirst()) ?? null
  );
}

/** Customers with a line of one of the prices; who is to be read again when a price becomes known. */
export async function customersWithLinesOf(read: ReadHandle, priceIds: readonly string[]): Promise<string[]> {
  if (priceIds.length === 0) return [];
  const rows = await read
    .selectFrom('invoice_lines')
    .select('customer_id')
    .distinct()
    .where('price_id', 'in', priceIds)
    .where('customer_id', 'is not', null)
    .execute();
  return rows.flatMap((row) => (row.customer_id === null ? [] : [row.customer_id]));
}
