// What is sold: products and their prices. A Stripe plan is kept as the price it is.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const productsTable = defineTable({
  name: 'products',
  columns: {
    id: 'text',
    name: 'text',
    is_active: 'integer',
    created_at: 'integer',
    is_deleted: 'integer',
    metadata: 'text',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export const pricesTable = defineTable({
  name: 'prices',
  columns: {
    id: 'text',
    product_id: 'text?',
    /** ISO 4217 in capitals. */
    currency: 'text',
    /** `per_unit`, `graduated` or `volume`. */
    scheme: 'text',
    /** Minor units as a decimal string; null for tiered prices and prices that the payer chooses. */
    unit_amount_decimal: 'text?',
    /** JSON array of `PriceTierRecord`; empty where the price has none or they are not known. */
    tiers: 'text',
    package_divide_by: 'integer?',
    /** `up` or `down`. */
    package_round: 'text?',
    is_metered: 'integer',
    /** `day`, `week`, `month` or `year`; null for one-time prices. */
    interval: 'text?',
    interval_count: 'integer?',
    tax_behavior: 'text?',
    is_active: 'integer',
    nickname: 'text?',
    lookup_key: 'text?',
    /** `recurring` or `one_time`. */
    type: 'text',
    created_at: 'integer',
    is_deleted: 'integer',
    metadata: 'text',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { prices_by_product: ['product_id'] },
});

export type ProductRow = RowOf<typeof productsTable>;
export type PriceRow = RowOf<typeof pricesTable>;

/** A band of a tiered price; amounts are minor units as decimal strings. */
export interface PriceTierRecord {
  /** Inclusive; null for the last. */
  readonly upTo: number | null;
  readonly unitAmountDecimal: string;
  readonly flatAmountDecimal: string;
}

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    products: ProductRow;
    prices: PriceRow;
  }
}

/** Every table of this area. */
export const catalogTables: readonly TableDefinition[] = [productsTable, pricesTable];
