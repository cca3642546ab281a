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

/** At most `limit` customers whose id, name or e-mail contains the text, in either case, by id. */
export async function searchCustomers(read: ReadHandle, text: string, limit: number): Promise<CustomerRow[]> {
  const pattern = `%${text.toLowerCase()}%`;
  return read
    .selectFrom('customers')
    .selectAll()
    .where(({ eb, fn, or }) =>
      or([
        eb(fn<string>('lower', ['id']), 'like', pattern),
        eb(fn<string>('lower', ['name']), 'like', pattern),
        eb(fn<string>('lower', ['email']), 'like', pattern),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The ids of the customers whose personal fields were erased. */
export async function erasedCustomerIds(read: ReadHandle): Promise<Set<string>> {
  const rows = await read.selectFrom('customers').select('id').where('is_erased', '=', 1).execute();
  return new Set(rows.map((row) => row.id));
}
