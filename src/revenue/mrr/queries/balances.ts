// Customers' balances at the end of a day, out of the log of movements.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import type { Basis } from './basis/resolve.ts';
import type { GroupBy } from './report-shapes.ts';

/** What a customer pays a month in one plan and billing currency; never zero. */
export interface Balance {
  readonly customerId: string;
  readonly country: string;
  readonly planId: string;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** Of which balances; all when nothing is said. */
export interface BalanceFilter {
  readonly customerIds?: readonly string[];
  readonly currency?: Currency | undefined;
  /** None in this currency. */
  readonly except?: Currency;
  readonly planId?: string | undefined;
  readonly country?: string | undefined;
}

/**
 * The balances at the end of the day, customer by customer. The cross join has SQLite go through the movements
 * customer by customer, along the index that holds all of a balance; by day it would read the whole log, scattered.
 */
export async function balancesOn(basis: Basis, on: CivilDay, filter: BalanceFilter = {}): Promise<Balance[]> {
  const { read, series, recordedBy, through } = basis;
  if (on === through && series === 'reported' && recordedBy === null) return presentBalances(basis, filter);
  const { customerIds, currency, except, planId, country } = filter;
  let query = read
    .selectFrom('mrr_customers as customer')
    .crossJoin('mrr_movements as movement')
    .select(({ fn }) => [
      'customer.customer_id',
      'customer.country',
      'plan_id',
      'currency',
      fn.sum<bigint>('amount_mrr').as('balance_mrr'),
    ])
    .whereRef('movement.customer_id', '=', 'customer.customer_id')
    .where('effective_on', '<=', on)
    .where('series', 'in', ['both', series])
    .groupBy(['customer.customer_id', 'currency', 'plan_id'])
    .orderBy('customer.customer_id')
    .orderBy('currency')
    .orderBy('plan_id');
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  if (customerIds !== undefined) query = query.where('customer.customer_id', 'in', customerIds);
  if (currency !== undefined) query = query.where('currency', '=', currency);
  if (except !== undefined) query = query.where('currency', '<>', except);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  if (country !== undefined) query = query.where('customer.country', '=', country);
  return (await query.execute()).filter((row) => row.balance_mrr !== 0n).map(balanceOf);
}

/** The balances of the last day known, which are kept. */
async function presentBalances({ read }: Basis, filter: BalanceFilter): Promise<Balance[]> {
  const { customerIds, currency, except, planId, country } = filter;
  let query = read
    .selectFrom('mrr_holdings as holding')
    .innerJoin('mrr_customers as customer', 'customer.customer_id', 'holding.customer_id')
    .select([
      'holding.customer_id',
      'customer.country',
      'holding.plan_id',
      'holding.currency',
      'holding.amount_mrr as balance_mrr',
    ])
    .orderBy('holding.customer_id')
    .orderBy('holding.plan_id')
    .orderBy('holding.currency');
  if (customerIds !== undefined) query = query.where('holding.customer_id', 'in', customerIds);
  if (currency !== undefined) query = query.where('holding.currency', '=', currency);
  if (except !== undefined) query = query.where('holding.currency', '<>', except);
  if (planId !== undefined) query = query.where('holding.plan_id', '=', planId);
  if (country !== undefined) query = query.where('customer.country', '=', country);
  return (await query.execute()).map(balanceOf);
}

function balanceOf(row: {
  readonly customer_id: string;
  readonly country: string;
  readonly plan_id: string;
  readonly currency: string;
  readonly balance_mrr: bigint;
}): Balance {
  return {
    customerId: row.customer_id,
    country: row.country,
    planId: row.plan_id,
    currency: row.currency as Currency,
    amount: row.balance_mrr,
  };
}

/** The id of the group that the balance belongs to; empty without groups. */
export function groupOf(balance: Balance, groupBy: GroupBy | null): string {
  if (groupBy === 'plan') return balance.planId;
  if (groupBy === 'country') return balance.country;
  return groupBy === 'currency' ? balance.currency : '';
}
