// What can be asked about coupons and discounts.
import type { ReadHandle } from '../../ledger/index.ts';
import type { CouponRow, DiscountRow } from './tables.ts';

/** Coupons of the ids that are known, by id. */
export async function couponsByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, CouponRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('coupons').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Discounts of the ids that are known, by id. */
export async function discountsByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, DiscountRow>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('discounts').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every discount that names one of the customers, by id: on the customer, a subscription or an invoice of theirs. */
export async function discountsOfCustomers(read: ReadHandle, customerIds: readonly string[]): Promise<DiscountRow[]> {
  if (customerIds.length === 0) return [];
  return read.selectFrom('discounts').selectAll().where('customer_id', 'in', customerIds).orderBy('id').execute();
}

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
