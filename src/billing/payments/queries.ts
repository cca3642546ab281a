// What can be asked about cash.
import type { ReadHandle } from '../../ledger/index.ts';
import type { ChargeRow, DisputeRow } from './tables.ts';

export async function chargesOfCustomer(read: ReadHandle, customerId: string): Promise<ChargeRow[]> {
  return read.selectFrom('charges').selectAll().where('customer_id', '=', customerId).orderBy('id').execute();
}

export async function disputesOfCharges(read: ReadHandle, chargeIds: readonly string[]): Promise<DisputeRow[]> {
  if (chargeIds.length === 0) return [];
  return read.selectFrom('disputes').selectAll().where('charge_id', 'in', chargeIds).orderBy('id').execute();
}

/** A page of the customer's charges, the newest first, and how many there are. */
export async function chargesPage(
  read: ReadHandle,
  customerId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: ChargeRow[]; readonly total: number }> {
  const all = read.selectFrom('charges').where('customer_id', '=', customerId);
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

/** Charges of one of the customer's invoices: by themselves, through their payment intent, or through an invoice payment. */
export async function chargesOfInvoice(read: ReadHandle, customerId: string, invoiceId: string): Promise<ChargeRow[]> {
  const paid = await read
    .selectFrom('invoice_payments')
    .select(['payment_intent_id', 'charge_id'])
    .where('invoice_id', '=', invoiceId)
    .execute();
  const intents = await read
    .selectFrom('payment_intents')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('invoice_id', '=', invoiceId)
    .execute();
  const intentIds = new Set([...paid.map((row) => row.payment_intent_id), ...intents.map((row) => row.id)]);
  const chargeIds = new Set(paid.map((row) => row.charge_id));
  const rows = await read
    .selectFrom('charges')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.filter(
    (row) =>
      row.invoice_id === invoiceId ||
      chargeIds.has(row.id) ||
      (row.payment_intent_id !== null && intentIds.has(row.payment_intent_id)),
  );
}

/** The invoices that charges were made for, by charge; those of which no invoice is known are left out. */
export async function invoicesOfCharges(read: ReadHandle, charges: readonly ChargeRow[]): Promise<Map<string, string>> {
  const intentIds = charges.flatMap((row) => (row.payment_intent_id === null ? [] : [row.payment_intent_id]));
  const paid =
    intentIds.length === 0
      ? []
      : await read
          .selectFrom('invoice_payments')
          .select(['payment_intent_id', 'invoice_id'])
          .where('payment_intent_id', 'in', intentIds)
          .execute();
  const ofIntent = new Map(paid.map((row) => [row.payment_intent_id, row.invoice_id]));
  return new Map(
    charges.flatMap((row): [string, string][] => {
      const invoiceId = row.invoice_id ?? ofIntent.get(row.payment_intent_id) ?? null;
      return invoiceId === null ? [] : [[row.id, invoiceId]];
    }),
  );
}
