// What can be asked about coupons and discounts.
import type { ReadHandle } from '../../ledger/index.ts';

/** Customers with a discount of one of the coupons; who is to be read again when a coupon becomes known. */
export async function customersOfCoupons(read: ReadHandle, couponIds: readonly string[]): Promise<string[]> {
  if (couponIds.length === 0) return [];
  const rows = await read
    .selectFrom('discounts')
    .select('customer_id')
    .distinct()
    .where('coupon_id', 'in', couponIds)
    .where('customer_id', 'is not', null)
    .execute();
  return rows.flatMap((row) => (row.customer_id === null ? [] : [row.customer_id]));
}
