// Customers by a few letters, and where one of them stands.
import type { Currency } from '../../../kernel/index.ts';
import { customersByIds } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { resolveBasis } from './basis/resolve.ts';
import { standingsIn } from './customer-filter.ts';
import { rowsOf } from './customer-list.ts';
import type { CustomerStanding, CustomerStatus, FoundCustomer } from './customer-shapes.ts';
import { showingIn } from './present.ts';

interface Found {
  readonly customer_id: string;
  readonly status: string;
}

/**
 * At most `limit` customers: first those whose name begins with the text, in order of name, then others that have it in
 * their name, e-mail or id. None for blank text.
 */
export async function findCustomers(read: ReadHandle, text: string, limit: number): Promise<FoundCustomer[]> {
  const sought = text.trim().toLowerCase();
  if (sought === '') return [];
  const first: Found[] = await read
    .selectFrom('mrr_standings')
    .select(['customer_id', 'status'])
    .where('name_key', '>=', sought)
    .where('name_key', '<', `${sought}\u{10ffff}`)
    .orderBy('name_key')
    .orderBy('customer_id')
    .limit(limit)
    .execute();
  const found = new Map(first.map((row) => [row.customer_id, row.status]));
  if (found.size < limit) {
    const others: Found[] = await standingsIn(read, { search: sought })
      .select(['standing.customer_id', 'standing.status'])
      .limit(limit + found.size)
      .execute();
    for (const row of others) if (found.size < limit) found.set(row.customer_id, row.status);
  }
  const customers = await customersByIds(read, [...found.keys()]);
  return [...found].map(([customerId, status]) => ({
    customerId,
    name: customers.get(customerId)?.name ?? null,
    email: customers.get(customerId)?.email ?? null,
    status: status as CustomerStatus,
  }));
}

/** Where the customer stands at the last day known, amounts in `currency`, else the reporting currency. */
export async function customerStanding(
  read: ReadHandle,
  customerId: string,
  currency?: Currency,
): Promise<CustomerStanding> {
  const basis = await resolveBasis(read, { currency });
  const into = basis.into ?? basis.workspace.reportingCurrency;
  const [row] = await rowsOf(read, [customerId], into, await showingIn(read, into, basis.through));
  return {
    currency: into,
    status: row?.status ?? 'none',
    mrrMinor: row === undefined ? 0 : row.mrrMinor,
    arrMinor: row === undefined ? 0 : row.arrMinor,
    billed: row?.billed ?? [],
    plans: row?.plans ?? [],
    activeSinceOn: row?.activeSinceOn ?? null,
  };
}
