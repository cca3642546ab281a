// The only code that writes coupons, promotion codes and discounts.
import type { WriteHandle } from '../../ledger/index.ts';
import {
  type CouponRow,
  couponsTable,
  type DiscountRow,
  discountsTable,
  type PromotionCodeRow,
  promotionCodesTable,
} from './tables.ts';

/** Stored rows of the coupons that are known, by id. */
export async function storedCoupons(write: WriteHandle, ids: readonly string[]): Promise<Map<string, CouponRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(couponsTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Stored rows of the discounts that are known, by id. */
export async function storedDiscounts(write: WriteHandle, ids: readonly string[]): Promise<Map<string, DiscountRow>> {
  if (ids.length === 0) return new Map();
  return new Map((await write.selectRows(discountsTable, 'id', ids)).map((row) => [row.id, row]));
}

/** Puts the rows in place of those with the same id. */
export async function writeCoupons(write: WriteHandle, rows: readonly CouponRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(couponsTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writePromotionCodes(write: WriteHandle, rows: readonly PromotionCodeRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(promotionCodesTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writeDiscounts(write: WriteHandle, rows: readonly DiscountRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(discountsTable, rows);
}
