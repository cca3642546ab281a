// What can be asked about subscriptions.
import type { ReadHandle } from '../../ledger/index.ts';
import type { SubscriptionItemRow, SubscriptionRow } from './tables.ts';

/** Subscriptions of the customers at present, ended ones included, by id. */
export async function subscriptionsOfCustomers(
  read: ReadHandle,
  customerIds: readonly string[],
): Promise<SubscriptionRow[]> {
  if (customerIds.length === 0) return [];
  return read.selectFrom('subscriptions').selectAll().where('customer_id', 'in', customerIds).orderBy('id').execute();
}

/** Customers with an item, in any known state, of one of the prices; who is to be read again when a price becomes known. */
export async function customersOfPrices(read: ReadHandle, priceIds: readonly string[]): Promise<string[]> {
  if (priceIds.length === 0) return [];
  const rows = await read
    .selectFrom('subscription_items')
    .select('customer_id')
    .distinct()
    .where('price_id', 'in', priceIds)
    .execute();
  return rows.map((row) => row.customer_id);
}

/** Items of the customer's subscriptions at present, by subscription and id. */
export async function itemsOfCustomer(read: ReadHandle, customerId: string): Promise<SubscriptionItemRow[]> {
  return read
    .selectFrom('subscription_items')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('subscription_id')
    .orderBy('id')
    .execute();
}
