// What can be asked about invoices, their lines and credit notes.
import { contains, type ReadHandle } from '../../ledger/index.ts';
import type { CreditNoteRow, InvoiceLineRow, InvoiceRow } from './tables.ts';

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

/** Lines of the invoice, in the order of their periods. */
export async function linesOfInvoice(read: ReadHandle, invoiceId: string): Promise<InvoiceLineRow[]> {
  return read
    .selectFrom('invoice_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('period_start_at')
    .orderBy('id')
    .execute();
}

export async function creditNotesOfInvoice(read: ReadHandle, invoiceId: string): Promise<CreditNoteRow[]> {
  return read
    .selectFrom('credit_notes')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
}

/** A page of the customer's invoices that were not deleted, the newest first, and how many there are. */
export async function invoicesOfCustomer(
  read: ReadHandle,
  customerId: string,
  { offset, limit }: PageRequest,
): Promise<{ readonly rows: InvoiceRow[]; readonly total: number }> {
  const all = read.selectFrom('invoices').where('customer_id', '=', customerId).where('is_deleted', '=', 0);
  const count = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirst();
  const rows = await all
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { rows, total: Number(count?.total ?? 0) };
}

/** Invoices whose number has the text in it or whose id begins with it, in either case, by number; at most `limit`. */
export async function findInvoices(read: ReadHandle, text: string, limit: number): Promise<InvoiceRow[]> {
  const sought = text.trim();
  if (sought === '') return [];
  const numbers = await read
    .selectFrom('invoices')
    .select('number')
    .distinct()
    .where(({ fn }) => contains(fn('lower', ['number']), sought.toLowerCase()))
    .orderBy('number')
    .limit(limit)
    .execute();
  const byNumber = await invoicesNumbered(read, numbers);
  const byId = await read
    .selectFrom('invoices')
    .select('id')
    .where('id', '>=', sought)
    .where('id', '<', `${sought}\u{10ffff}`)
    .orderBy('id')
    .limit(limit)
    .execute();
  const ids = [...new Set([...byNumber, ...byId].map(({ id }) => id))].slice(0, limit);
  const rows = new Map<string, InvoiceRow>();
  if (ids.length > 0) {
    for (const row of await read.selectFrom('invoices').selectAll().where('id', 'in', ids).execute())
      rows.set(row.id, row);
  }
  return ids.flatMap((id) => rows.get(id) ?? []);
}

async function invoicesNumbered(
  read: ReadHandle,
  numbers: readonly { readonly number: string | null }[],
): Promise<{ readonly id: string }[]> {
  const sought = numbers.flatMap(({ number }) => (number === null ? [] : [number]));
  if (sought.length === 0) return [];
  return read
    .selectFrom('invoices')
    .select('id')
    .where('number', 'in', sought)
    .orderBy('number')
    .orderBy('id')
    .execute();
}
