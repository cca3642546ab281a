// Which customers a list is of, and in which order.
import { productsByIds, pricesByIds } from '../../../billing/catalog/index.ts';
import { CountinghouseError } from '../../../kernel/index.ts';
import { contains, type ReadHandle } from '../../../ledger/index.ts';
import '../tables.ts';
import type { CustomerFilter, CustomerSort } from './customer-shapes.ts';
import { UNKNOWN_COUNTRY } from './names.ts';

const COLUMNS = {
  name: 'standing.name_key',
  mrr: 'standing.converted_mrr',
  created: 'standing.created_at',
  active_since: 'standing.active_since_on',
  country: 'standing.country',
  status: 'standing.status',
} as const satisfies Readonly<Record<CustomerSort, string>>;

/** The standings that the filter lets through. */
export function standingsIn(read: ReadHandle, filter: CustomerFilter) {
  let query = read.selectFrom('mrr_standings as standing');
  const text = filter.search?.trim().toLowerCase() ?? '';
  const { status = [], plan, country, billingCurrency } = filter;
  if (text !== '') query = query.where(({ ref }) => contains(ref('standing.search_text'), text));
  if (status.length > 0) query = query.where('standing.status', 'in', status);
  if (country !== undefined)
    query = query.where('standing.country', '=', country === UNKNOWN_COUNTRY ? '' : country.toUpperCase());
  if (billingCurrency !== undefined) query = query.where('standing.currency', '=', billingCurrency);
  if (plan !== undefined) {
    query = query.where('standing.customer_id', 'in', (holding) =>
      holding.selectFrom('mrr_holdings as holding').select('holding.customer_id').where('holding.plan_id', '=', plan),
    );
  }
  return query;
}

/** With so many matches or more it is quicker to go along the order and take what matches than to sort the matches. */
const MANY = 20_000;

/** Ids of a page in the order asked for, ties in order of id; `total` match the filter. */
export async function pageOfIds(
  read: ReadHandle,
  filter: CustomerFilter,
  page: {
    readonly sort: CustomerSort;
    readonly isDescending: boolean;
    readonly offset: number;
    readonly limit: number | undefined;
    readonly total: number;
  },
): Promise<string[]> {
  const { sort, isDescending, offset, limit, total } = page;
  const column = COLUMNS[sort];
  // Who matches a search may all stand at the far end of the order by name.
  const isAlongOrder = total >= MANY && !(sort === 'name' && filter.search !== undefined);
  let query = standingsIn(read, filter)
    .select('standing.customer_id')
    // Of what it is given twice, `coalesce` gives the same, but databases do not go along an index for it.
    .orderBy(
      ({ ref, fn }) => (isAlongOrder ? ref(column) : fn.coalesce(column, column)),
      (order) => (isDescending ? order.desc().nullsLast() : order.asc().nullsFirst()),
    )
    .orderBy('standing.customer_id', isDescending ? 'desc' : 'asc');
  if (limit !== undefined) query = query.limit(limit).offset(offset);
  return (await query.execute()).map((row) => row.customer_id).slice(limit === undefined ? offset : 0);
}

/** Refuses a filter that nothing could ever pass with `bad_input`, naming the field. */
export async function requireKnownFilter(read: ReadHandle, { plan, country }: CustomerFilter): Promise<void> {
  if (country !== undefined && country !== '' && country !== UNKNOWN_COUNTRY && !/^[A-Za-z]{2}$/.test(country)) {
    throw new CountinghouseError('bad_input', {
      what: `"${country}" is not a country of two letters`,
      where: 'country',
      fix: `Write a code such as US, or ${UNKNOWN_COUNTRY}`,
    });
  }
  if (plan === undefined) return;
  const isKnown = (await productsByIds(read, [plan])).size > 0 || (await pricesByIds(read, [plan])).size > 0;
  if (isKnown || (await isHeld(read, plan))) return;
  throw new CountinghouseError('bad_input', {
    what: `There is no plan ${plan} in this ledger`,
    where: 'plan',
    fix: 'Name a plan by its id: customers.facets lists those paid for',
  });
}

async function isHeld(read: ReadHandle, plan: string): Promise<boolean> {
  const row = await read
    .selectFrom('mrr_holdings')
    .select('plan_id')
    .where('plan_id', '=', plan)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
