// Coupons (what a discount takes off), promotion codes (what is typed) and discounts (a coupon applied to something).
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const couponsTable = defineTable({
  name: 'coupons',
  columns: {
    id: 'text',
    name: 'text?',
    /** Decimal string; 25 for a quarter off. */
    percent_off: 'text?',
    amount_off_minor: 'integer?',
    currency: 'text?',
    /** `forever`, `once` or `repeating`. */
    duration: 'text',
    duration_in_months: 'integer?',
    /** JSON array of the products it fits; null where it fits all or Stripe did not say. */
    product_ids: 'text?',
    /** JSON object: ISO currency → minor units off. */
    currency_options: 'text?',
    is_valid: 'integer',
    is_deleted: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export const promotionCodesTable = defineTable({
  name: 'promotion_codes',
  columns: {
    id: 'text',
    code: 'text',
    coupon_id: 'text?',
    customer_id: 'text?',
    is_active: 'integer',
    created_at: 'integer',
    expires_at: 'integer?',
    max_redemptions: 'integer?',
    times_redeemed: 'integer',
    metadata: 'text',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { promotion_codes_by_coupon: ['coupon_id'] },
});

export const discountsTable = defineTable({
  name: 'discounts',
  columns: {
    id: 'text',
    coupon_id: 'text?',
    customer_id: 'text?',
    subscription_id: 'text?',
    subscription_item_id: 'text?',
    invoice_id: 'text?',
    promotion_code_id: 'text?',
    start_at: 'integer',
    end_at: 'integer?',
    is_deleted: 'integer',
    deleted_at: 'integer?',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { discounts_by_customer: ['customer_id'], discounts_by_coupon: ['coupon_id'] },
});

export type CouponRow = RowOf<typeof couponsTable>;
export type PromotionCodeRow = RowOf<typeof promotionCodesTable>;
export type DiscountRow = RowOf<typeof discountsTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    coupons: CouponRow;
    promotion_codes: PromotionCodeRow;
    discounts: DiscountRow;
  }
}

/** Every table of this area. */
export const discountTables: readonly TableDefinition[] = [couponsTable, promotionCodesTable, discountsTable];
