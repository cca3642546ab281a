// Names for what the rollups know by id.
import { productsByIds } from '../../../billing/catalog/index.ts';
import { customersByIds } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import type { GroupBy } from './report-shapes.ts';

/** What a country is called that is not known. */
export const UNKNOWN_COUNTRY = 'unknown';

/** Ids asked for in one query. */
const PAGE_IDS = 5_000;

/** The names of plans by id; a plan whose product is not known is called by its id. */
export async function planNames(read: ReadHandle, planIds: Iterable<string>): Promise<(planId: string) => string> {
  const products = await inPages([...new Set(planIds)], (ids) => productsByIds(read, ids));
  return (planId) => {
    const name = products.get(planId)?.name ?? '';
    return name === '' ? planId : name;
  };
}

/** The names of customers by id, null where unknown or erased. */
export async function customerNames(
  read: ReadHandle,
  customerIds: Iterable<string>,
): Promise<(customerId: string) => string | null> {
  const customers = await inPages([...new Set(customerIds)], (ids) => customersByIds(read, ids));
  return (customerId) => customers.get(customerId)?.name ?? null;
}

/** The names of a report's groups by id. */
export async function groupNames(
  read: ReadHandle,
  groupBy: GroupBy | null,
  groupIds: Iterable<string>,
): Promise<(groupId: string) => string> {
  if (groupBy === 'plan') return planNames(read, groupIds);
  return (groupId) => (groupBy === 'country' && groupId === '' ? UNKNOWN_COUNTRY : groupId);
}

/** Asks for many ids a page at a time. */
export async function inPages<R>(
  ids: readonly string[],
  ask: (page: string[]) => Promise<Map<string, R>>,
): Promise<Map<string, R>> {
  if (ids.length <= PAGE_IDS) return ask([...ids]);
  const all = new Map<string, R>();
  for (let at = 0; at < ids.length; at += PAGE_IDS) {
    for (const [id, row] of await ask(ids.slice(at, at + PAGE_IDS))) all.set(id, row);
  }
  return all;
}
