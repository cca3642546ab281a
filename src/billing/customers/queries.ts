// What can be asked about customers.
import type { ReadHandle } from '../../ledger/index.ts';
import type { CustomerRow } from './tables.ts';

/** Customers of the ids that are known, by id. */
export async function customersByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, CustomerRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('customers').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function customerById(read: ReadHandle, id: string): Promise<CustomerRow | null> {
  return (await read.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}
