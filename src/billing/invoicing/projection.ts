// The only code that writes invoices, their lines, invoice items and credit notes.
import type { WriteHandle } from '../../ledger/index.ts';
import {
  type CreditNoteRow,
  creditNotesTable,
  type InvoiceItemRow,
  invoiceItemsTable,
  type InvoiceLineRow,
  invoiceLinesTable,
  type InvoiceRow,
  invoicesTable,
} from './tables.ts';

/** Stored rows of the invoices that are known, by id. */
export async function storedInvoices(write: WriteHandle, ids: readonly string[]): Promise<Map<string, InvoiceRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(invoicesTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Stored rows of the invoice items that are known, by id. */
export async function storedInvoiceItems(
  write: WriteHandle,
  ids: readonly string[],
): Promise<Map<string, InvoiceItemRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(invoiceItemsTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Lines of the invoices that came by themselves, not inside them. */
export async function standaloneLines(write: WriteHandle, invoiceIds: readonly string[]): Promise<InvoiceLineRow[]> {
  if (invoiceIds.length === 0) return [];
  const rows = await write.selectRows(invoiceLinesTable, 'invoice_id', invoiceIds);
  return rows.filter((row) => row.is_standalone === 1);
}

/** Puts the rows in place of those with the same id. */
export async function writeInvoices(write: WriteHandle, rows: readonly InvoiceRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(invoicesTable, rows);
}

/** Puts the lines in place of all lines of `replacedInvoiceIds`, and of those with the same id. */
export async function writeInvoiceLines(
  write: WriteHandle,
  rows: readonly InvoiceLineRow[],
  replacedInvoiceIds: readonly string[],
): Promise<void> {
  if (replacedInvoiceIds.length > 0) await write.deleteRows(invoiceLinesTable, 'invoice_id', replacedInvoiceIds);
  if (rows.length > 0) await write.upsertRows(invoiceLinesTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writeInvoiceItems(write: WriteHandle, rows: readonly InvoiceItemRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(invoiceItemsTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writeCreditNotes(write: WriteHandle, rows: readonly CreditNoteRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(creditNotesTable, rows);
}
