// The only code that writes customers.
import type { Fact, WriteHandle } from '../../ledger/index.ts';
import { type CustomerErased, customerErasedKind } from './facts.ts';
import { type CustomerRow, customersTable } from './tables.ts';

/** Stored rows of the customers that are known, by id. */
export async function storedCustomers(write: WriteHandle, ids: readonly string[]): Promise<Map<string, CustomerRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(customersTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Puts the rows in place of those with the same id. */
export async function writeCustomers(write: WriteHandle, rows: readonly CustomerRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(customersTable, rows);
}

/** Forgets name and e-mail of every customer that an erasing fact among the facts names. */
export async function eraseCustomers(write: WriteHandle, facts: readonly Fact[]): Promise<void> {
  const erased = new Map(
    facts
      .filter(({ kind }) => kind === customerErasedKind.kind)
      .map(({ payload, seq }) => [(payload as CustomerErased).customerId, seq]),
  );
  const stored = await storedCustomers(write, [...erased.keys()]);
  await writeCustomers(
    write,
    [...erased].map(([id, seq]) => ({
      ...(stored.get(id) ?? blankCustomer(id, seq)),
      name: null,
      email: null,
      is_erased: 1,
    })),
  );
}

/** The row of a customer of whom nothing but a deletion or an erasure is known. */
export function blankCustomer(id: string, factSeq: number): CustomerRow {
  return {
    id,
    name: null,
    email: null,
    country: null,
    currency: null,
    created_at: 0,
    is_deleted: 0,
    deleted_at: null,
    is_erased: 0,
    balance_minor: 0,
    is_delinquent: 0,
    tax_exempt: null,
    discount_id: null,
    metadata: '{}',
    fact_seq: factSeq,
  };
}
