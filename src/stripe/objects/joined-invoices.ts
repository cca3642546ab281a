// Invoices and invoice items joined with what is stored: deletions, and lines that came by themselves.
import {
  type InvoiceLineRow,
  type InvoiceRow,
  standaloneLines,
  storedInvoiceItems,
  storedInvoices,
  writeInvoiceItems,
  writeInvoiceLines,
  writeInvoices,
} from '../../billing/invoicing/index.ts';
import type { ProjectionContext } from '../../ledger/index.ts';
import { deletedFlag, type Standing, winningRow } from './changes.ts';
import { contentOfObservation } from './observations.ts';

/** `hasStandalone`: whether any line ever came by itself, in this transaction or before. */
export async function applyInvoices(
  context: ProjectionContext,
  standings: readonly Standing[],
  lines: readonly Standing[],
  hasStandalone: boolean,
): Promise<void> {
  const { write } = context;
  const storedIds = standings.flatMap(({ candidate, stored }) => (stored === null ? [] : [candidate.id]));
  const ownLines = lines.flatMap((standing) => winningRow(standing, 'invoice_lines') ?? []);
  const toRead = [...storedIds, ...ownLines.map((line) => line.invoice_id)];
  const stored = await storedInvoices(write, toRead);
  const invoices = new Map<string, InvoiceRow>();
  const embedded: InvoiceLineRow[] = [];
  const replacedIds: string[] = [];
  for (const standing of standings) {
    const { candidate, isWinner } = standing;
    const content = isWinner && candidate.best !== null ? contentOfObservation(candidate.best) : null;
    const won = content?.to === 'invoices' ? content.rows : null;
    const before = stored.get(candidate.id);
    const row = won?.row ?? before;
    if (row === undefined) continue;
    invoices.set(row.id, {
      ...row,
      is_deleted: deletedFlag(standing, row.created_at),
      fact_seq: won === null ? row.fact_seq : candidate.seq,
    });
    if (won !== null) {
      for (const line of won.lines) embedded.push(line);
      if (before !== undefined) replacedIds.push(row.id);
    }
    if (row.customer_id !== null) context.touch('customer_billing', row.customer_id);
  }
  await writeInvoices(write, [...invoices.values()]);
  if (!hasStandalone) return writeInvoiceLines(write, embedded, replacedIds);
  const kept = await standaloneLines(write, [...invoices.keys()]);
  const known = new Map([...stored, ...invoices]);
  await writeInvoiceLines(write, mergedLines(embedded, [...kept, ...ownLines], known), replacedIds);
  for (const line of ownLines) {
    const customerId = known.get(line.invoice_id)?.customer_id;
    if (customerId !== undefined && customerId !== null) context.touch('customer_billing', customerId);
  }
}

/** Lines that came by themselves stand before those inside an invoice; both take customer and subscription from it. */
function mergedLines(
  embedded: readonly InvoiceLineRow[],
  alone: readonly InvoiceLineRow[],
  invoices: ReadonlyMap<string, InvoiceRow>,
): InvoiceLineRow[] {
  const merged = new Map<string, InvoiceLineRow>();
  for (const line of embedded) merged.set(`${line.invoice_id}/${line.id}`, line);
  for (const line of alone) {
    const invoice = invoices.get(line.invoice_id);
    merged.set(`${line.invoice_id}/${line.id}`, {
      ...line,
      customer_id: invoice?.customer_id ?? line.customer_id,
      subscription_id: line.subscription_id ?? invoice?.subscription_id ?? null,
    });
  }
  return [...merged.values()];
}

export async function applyInvoiceItems(context: ProjectionContext, standings: readonly Standing[]): Promise<void> {
  const stored = await storedInvoiceItems(
    context.write,
    standings.flatMap(({ candidate, stored: before }) => (before === null ? [] : [candidate.id])),
  );
  const rows = standings.flatMap((standing) => {
    const won = winningRow(standing, 'invoice_items');
    const content = won ?? stored.get(standing.candidate.id);
    if (content === undefined) return [];
    return [
      {
        ...content,
        is_deleted: deletedFlag(standing, content.created_at),
        fact_seq: won === null ? content.fact_seq : standing.candidate.seq,
      },
    ];
  });
  await writeInvoiceItems(context.write, rows);
}
