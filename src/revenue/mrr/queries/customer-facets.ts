// How many customers there are of each kind.
import type { Currency } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import '../tables.ts';
import type { CustomerFacets, CustomerStatus } from './customer-shapes.ts';
import { facets } from './customer-totals.ts';
import { planNames } from './names.ts';

/** Counts per status, plan, country and billing currency over all customers, the most first. */
export async function customerFacets(read: ReadHandle): Promise<CustomerFacets> {
  const groups = await facets(read);
  const plans = await read
    .selectFrom('mrr_holdings')
    .select(({ fn }) => ['plan_id', fn.count<number>('customer_id').distinct().as('customers')])
    .groupBy('plan_id')
    .execute();
  const planOf = await planNames(
    read,
    plans.map((row) => row.plan_id),
  );
  const by = (column: 'status' | 'country' | 'currency') => {
    const counts = new Map<string, number>();
    for (const group of groups) counts.set(group[column], (counts.get(group[column]) ?? 0) + group.customers);
    return mostFirst([...counts]);
  };
  return {
    total: groups.reduce((sum, group) => sum + group.customers, 0),
    statuses: by('status').map(([status, customers]) => ({ status: status as CustomerStatus, customers })),
    plans: mostFirst(plans.map((row) => [row.plan_id, Number(row.customers)])).map(([planId, customers]) => ({
      planId,
      plan: planOf(planId),
      customers,
    })),
    countries: by('country').map(([country, customers]) => ({ country, customers })),
    billingCurrencies: by('currency')
      .filter(([currency]) => currency !== '')
      .map(([currency, customers]) => ({ currency: currency as Currency, customers })),
  };
}

function mostFirst(counts: readonly [string, number][]): [string, number][] {
  return [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
}
