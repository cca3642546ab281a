// Who is to be read again: decided from what a transaction touched, kept until the batch is settled.
import { addDays, civilDay, monthOfDay } from '../../../kernel/index.ts';
import type { CivilDay } from '../../../kernel/index.ts';
import { customersOfPrices } from '../../../billing/subscriptions/index.ts';
import { customersOfCoupons } from '../../../billing/discounts/index.ts';
import { customersWithLinesOf } from '../../../billing/invoicing/index.ts';
import type { ProjectionContext, WriteHandle } from '../../../ledger/index.ts';
import { MAX_RATE_AGE_DAYS } from '../../rates/index.ts';
import { mrrAwaitedPrices, mrrPending, mrrPendingMonths } from '../tables.ts';

/** Marks the customers and months whose figures may follow from what the transaction touched. */
export async function markPending(context: ProjectionContext): Promise<void> {
  const { write, batch } = context;
  const customerIds = new Set([...context.of('customer_billing'), ...context.of('customer')]);
  const priceIds = [...context.of('price')];
  if (priceIds.length > 0) {
    for (const id of await customersOfPrices(write, priceIds)) customerIds.add(id);
    for (const id of await customersWithLinesOf(write, priceIds)) customerIds.add(id);
    for (const id of await customersWithSpansOf(write, priceIds)) customerIds.add(id);
    for (const { customer_id: id } of await write.selectRows(mrrAwaitedPrices, 'price_id', priceIds))
      customerIds.add(id);
  }
  for (const id of await customersOfCoupons(write, [...context.of('coupon')])) customerIds.add(id);
  await markCustomers(write, batch, customerIds);
  await markMonths(write, batch, monthsOfRates(context.of('rates')));
  if (context.of('workspace').size > 0) await markEverything(write, batch);
}

export async function markCustomers(write: WriteHandle, batch: number, customerIds: Iterable<string>): Promise<void> {
  await write.upsertRows(
    mrrPending,
    [...customerIds].map((id) => ({ batch, customer_id: id })),
  );
}

async function markMonths(write: WriteHandle, batch: number, months: Iterable<string>): Promise<void> {
  await write.upsertRows(
    mrrPendingMonths,
    [...months].map((month) => ({ batch, month })),
  );
}

async function customersWithSpansOf(write: WriteHandle, priceIds: readonly string[]): Promise<string[]> {
  const rows = await write
    .selectFrom('mrr_spans')
    .select('customer_id')
    .distinct()
    .where('price_id', 'in', priceIds)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** A rate decides about its own day and the days for which nothing newer is published. */
function monthsOfRates(published: ReadonlySet<string>): Set<string> {
  const months = new Set<string>();
  for (const on of published) {
    months.add(monthOfDay(on as CivilDay)).add(monthOfDay(addDays(civilDay(on), MAX_RATE_AGE_DAYS)));
  }
  return months;
}

async function markEverything(write: WriteHandle, batch: number): Promise<void> {
  const customers = await write
    .selectFrom('subscriptions')
    .select('customer_id as id')
    .union(write.selectFrom('mrr_customers').select('customer_id as id'))
    .execute();
  await markCustomers(
    write,
    batch,
    customers.map((row) => row.id),
  );
  const months = await write
    .selectFrom('mrr_months')
    .select('month')
    .distinct()
    .where('dimension', '=', 'total')
    .execute();
  await markMonths(
    write,
    batch,
    months.map((row) => row.month),
  );
}
