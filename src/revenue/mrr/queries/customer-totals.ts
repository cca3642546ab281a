// How many customers stand behind a filter, and what they pay together.
import type { ReadHandle } from '../../../ledger/index.ts';
import '../tables.ts';
import { standingsIn } from './customer-filter.ts';
import type { CustomerFilter } from './customer-shapes.ts';
import { Memory } from './memory.ts';
import { UNKNOWN_COUNTRY } from './names.ts';

/** Customers who have status, country and main currency in common. */
export interface Facet {
  readonly status: string;
  readonly country: string;
  readonly currency: string;
  readonly customers: number;
  readonly held: readonly Held[];
}

/** An unconverted sum. */
export interface Held {
  readonly currency: string;
  readonly amount_mrr: bigint;
}

export interface Totals {
  readonly customers: number;
  readonly held: readonly Held[];
}

const facetMemory = new Memory<Facet[]>(4);
const totalsMemory = new Memory<Totals>(64);

/** All customers by what they have in common; a few hundred rows however many customers there are. */
export function facets(read: ReadHandle): Promise<Facet[]> {
  return facetMemory.recall(read, '', () => countFacets(read));
}

/** The customers that the filter lets through, counted and summed. */
export async function totalsOf(read: ReadHandle, filter: CustomerFilter): Promise<Totals> {
  if ((filter.search?.trim() ?? '') !== '' || filter.plan !== undefined) {
    return totalsMemory.recall(read, JSON.stringify(filter), () => countMatching(read, filter));
  }
  const { status = [], billingCurrency } = filter;
  const country = filter.country === UNKNOWN_COUNTRY ? '' : filter.country?.toUpperCase();
  const own = (await facets(read)).filter(
    (facet) =>
      (status.length === 0 || (status as readonly string[]).includes(facet.status)) &&
      (country === undefined || facet.country === country) &&
      (billingCurrency === undefined || facet.currency === billingCurrency),
  );
  return {
    customers: own.reduce((sum, facet) => sum + facet.customers, 0),
    held: addedUp(own.flatMap((facet) => facet.held)),
  };
}

async function countFacets(read: ReadHandle): Promise<Facet[]> {
  const groups = await read
    .selectFrom('mrr_standings')
    .select(({ fn }) => [
      'status',
      'country',
      'currency',
      'is_mixed',
      fn.countAll<number>().as('customers'),
      fn.sum<bigint>('amount_mrr').as('sum_mrr'),
    ])
    .groupBy(['status', 'country', 'currency', 'is_mixed'])
    .execute();
  const mixed = groups.some((group) => group.is_mixed === 1) ? await mixedHoldings(read) : [];
  return groups.map(({ status, country, currency, is_mixed: isMixed, customers, sum_mrr: sum }) => ({
    status,
    country,
    currency,
    customers: Number(customers),
    held:
      isMixed === 0
        ? [{ currency, amount_mrr: sum }]
        : mixed
            .filter((row) => row.status === status && row.country === country && row.main === currency)
            .map((row) => ({ currency: row.currency, amount_mrr: row.sum_mrr })),
  }));
}

/** What customers with several billing currencies hold. */
function mixedHoldings(read: ReadHandle) {
  return read
    .selectFrom('mrr_standings as standing')
    .innerJoin('mrr_holdings as holding', 'holding.customer_id', 'standing.customer_id')
    .select(({ fn }) => [
      'standing.status',
      'standing.country',
      'standing.currency as main',
      'holding.currency',
      fn.sum<bigint>('holding.amount_mrr').as('sum_mrr'),
    ])
    .where('standing.is_mixed', '=', 1)
    .groupBy(['standing.status', 'standing.country', 'standing.currency', 'holding.currency'])
    .execute();
}

/** One pass over the standings: a sum for each currency costs less than sorting them into groups. */
async function countMatching(read: ReadHandle, filter: CustomerFilter): Promise<Totals> {
  const currencies = [...new Set((await facets(read)).map((facet) => facet.currency))].sort();
  const row = await standingsIn(read, filter)
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('customers'),
      fn.sum<number | null>('standing.is_mixed').as('mixed'),
      ...currencies.map((currency, at) =>
        fn
          .sum<bigint | null>(
            eb
              .case()
              .when(eb.and([eb('standing.currency', '=', currency), eb('standing.is_mixed', '=', 0)]))
              .then(eb.ref('standing.amount_mrr'))
              .end(),
          )
          .as(`sum${at}_mrr`),
      ),
    ])
    .executeTakeFirst();
  const sums = currencies.flatMap((currency, at) => {
    const sum = (row as Readonly<Record<string, bigint | null>> | undefined)?.[`sum${at}_mrr`] ?? null;
    return sum === null ? [] : [{ currency, amount_mrr: sum }];
  });
  const mixed = Number(row?.mixed ?? 0) > 0 ? await mixedMatching(read, filter) : [];
  return { customers: Number(row?.customers ?? 0), held: addedUp([...sums, ...mixed]) };
}

async function mixedMatching(read: ReadHandle, filter: CustomerFilter): Promise<Held[]> {
  return read
    .selectFrom('mrr_holdings as held')
    .select(({ fn }) => ['held.currency', fn.sum<bigint>('held.amount_mrr').as('amount_mrr')])
    .where(
      'held.customer_id',
      'in',
      standingsIn(read, filter).select('standing.customer_id').where('standing.is_mixed', '=', 1),
    )
    .groupBy('held.currency')
    .execute();
}

function addedUp(held: readonly Held[]): Held[] {
  const sums = new Map<string, bigint>();
  for (const { currency, amount_mrr: amount } of held) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return [...sums].map(([currency, amount_mrr]) => ({ currency, amount_mrr }));
}
