// Customers' balances at the end of a day, out of the log of movements.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import type { Basis } from './basis/resolve.ts';

/** What a customer pays a month in one plan and billing currency; never zero. */
export interface Balance {
  readonly customerId: string;
  readonly country: string;
  readonly planId: string;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** All balances at the end of the day, by customer, currency and plan. */
export async function balancesOn({ read, series, recordedBy }: Basis, on: CivilDay): Promise<Balance[]> {
  let query = read
    .selectFrom('mrr_movements as movement')
    .innerJoin('mrr_customers as customer', 'customer.customer_id', 'movement.customer_id')
    .select(({ fn }) => [
      'movement.customer_id',
      'customer.country',
      'plan_id',
      'currency',
      fn.sum<bigint>('amount_mrr').as('balance_mrr'),
    ])
    .where('effective_on', '<=', on)
    .where('series', 'in', ['both', series])
    .groupBy(['movement.customer_id', 'customer.country', 'currency', 'plan_id'])
    .orderBy('movement.customer_id')
    .orderBy('currency')
    .orderBy('plan_id');
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  const rows = await query.execute();
  return rows
    .filter((row) => row.balance_mrr !== 0n)
    .map((row) => ({
      customerId: row.customer_id,
      country: row.country,
      planId: row.plan_id,
      currency: row.currency as Currency,
      amount: row.balance_mrr,
    }));
}
