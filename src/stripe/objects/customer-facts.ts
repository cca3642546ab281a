// Which facts hold what is known of a customer: of each of their objects the greatest observation.
import type { ReadHandle } from '../../ledger/index.ts';

export interface FactOfCustomer {
  readonly seq: number;
  /** Stripe's name for what the fact tells of: `customer`, `subscription`, `invoice`, `event`. */
  readonly objectType: string;
}

const TABLES = [
  ['subscriptions', 'subscription'],
  ['invoices', 'invoice'],
  ['invoice_items', 'invoiceitem'],
  ['credit_notes', 'credit_note'],
  ['charges', 'charge'],
  ['payment_intents', 'payment_intent'],
  ['subscription_schedules', 'subscription_schedule'],
] as const;

/** A page of the customer's facts, the latest first, and how many there are; a fact that tells of several objects once. */
export async function factsOfCustomer(
  read: ReadHandle,
  customerId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: FactOfCustomer[]; readonly total: number }> {
  const types = new Map<number, string>();
  const note = (seq: number, type: string) => {
    if (!types.has(seq)) types.set(seq, type);
  };
  for (const row of await read.selectFrom('customers').select('fact_seq').where('id', '=', customerId).execute())
    note(row.fact_seq, 'customer');
  for (const [table, type] of TABLES) {
    const rows = await read.selectFrom(table).select('fact_seq').where('customer_id', '=', customerId).execute();
    for (const row of rows) note(row.fact_seq, type);
  }
  const events = await read
    .selectFrom('subscription_states as state')
    .innerJoin('stripe_objects as event', (join) =>
      join.onRef('event.id', '=', 'state.event_id').on('event.type', '=', 'event'),
    )
    .select('event.fact_seq')
    .where('state.customer_id', '=', customerId)
    .execute();
  for (const row of events) note(row.fact_seq, 'event');
  const rows = [...types]
    .sort(([a], [b]) => b - a)
    .slice(offset, offset + limit)
    .map(([seq, objectType]) => ({ seq, objectType }));
  return { rows, total: types.size };
}
