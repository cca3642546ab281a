// What MRR keeps: spans and movements per customer, and the rollups that screens read.
import { defineTable, type RowOf } from '../../ledger/index.ts';
import { standingTables } from './standing-tables.ts';

export * from './standing-tables.ts';

/** Who is still to be read again in a batch. */
export const mrrPending = defineTable({
  name: 'mrr_pending',
  columns: { batch: 'integer', customer_id: 'text' },
  primaryKey: ['batch', 'customer_id'],
});

/** Months whose conversions are still to be made again in a batch. */
export const mrrPendingMonths = defineTable({
  name: 'mrr_pending_months',
  columns: { batch: 'integer', month: 'text' },
  primaryKey: ['batch', 'month'],
});

/** Customers whose evidence names a price that the catalog does not hold yet. */
export const mrrAwaitedPrices = defineTable({
  name: 'mrr_awaited_prices',
  columns: { price_id: 'text', customer_id: 'text' },
  primaryKey: ['price_id', 'customer_id'],
  indexes: { mrr_awaited_prices_by_customer: ['customer_id'] },
});

/** Present state: who paid what from when to when. */
export const mrrSpans = defineTable({
  name: 'mrr_spans',
  columns: {
    customer_id: 'text',
    subscription_id: 'text',
    item_id: 'text',
    starts_on: 'text',
    price_id: 'text',
    product_id: 'text?',
    currency: 'text',
    ends_on: 'text?',
    amount_mrr: 'mrr',
    quantity: 'integer',
    start_reason: 'text',
    end_reason: 'text?',
    evidence_id: 'text',
  },
  primaryKey: ['customer_id', 'subscription_id', 'item_id', 'starts_on', 'price_id'],
  indexes: { mrr_spans_by_price: ['price_id'] },
});

/** Append-only differences: the sum over the rows of a series is what it says now, up to `recorded_at` what it said then. */
export const mrrMovements = defineTable({
  name: 'mrr_movements',
  columns: {
    id: 'integer',
    customer_id: 'text',
    effective_on: 'text',
    price_id: 'text',
    plan_id: 'text',
    currency: 'text',
    kind: 'text',
    amount_mrr: 'mrr',
    reason: 'text',
    /** `both`, or the one series that the row belongs to. */
    series: 'text',
    /** The day a late change of a closed month was really effective. */
    origin_on: 'text?',
    recorded_at: 'integer',
    batch: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: {
    // Holds all that a balance is summed from, so that balances are read without the rows.
    mrr_movements_by_customer: ['customer_id', 'currency', 'plan_id', 'effective_on', 'series', 'amount_mrr'],
    // Holds all that sums by day are made from.
    mrr_movements_by_day: ['effective_on', 'currency', 'kind', 'series', 'amount_mrr'],
  },
});

export const mrrCustomers = defineTable({
  name: 'mrr_customers',
  columns: {
    customer_id: 'text',
    /** The country under which the rollups hold the customer; empty when unknown. */
    country: 'text',
    /** Day of the last movement that the rollups hold; null when they hold none. */
    rolled_on: 'text?',
    first_positive_on: 'text?',
    cohort_month: 'text?',
  },
  primaryKey: ['customer_id'],
});

/**
 * Sums of movements by kind as `dimension` (`total`, `plan` or `country`) sees them; losses are below zero. The
 * `converted_` ones are in the reporting currency, each net movement at its day's rate. `series` is `both` or the one
 * series that the sum belongs to alone. Rows that are zero throughout are not kept.
 */
export const mrrMonths = defineTable({
  name: 'mrr_months',
  columns: {
    dimension: 'text',
    series: 'text',
    month: 'text',
    group_id: 'text',
    currency: 'text',
    new_mrr: 'mrr',
    reactivation_mrr: 'mrr',
    expansion_mrr: 'mrr',
    contraction_mrr: 'mrr',
    churn_mrr: 'mrr',
    transfer_in_mrr: 'mrr',
    transfer_out_mrr: 'mrr',
    converted_new_mrr: 'mrr',
    converted_reactivation_mrr: 'mrr',
    converted_expansion_mrr: 'mrr',
    converted_contraction_mrr: 'mrr',
    converted_churn_mrr: 'mrr',
    converted_transfer_in_mrr: 'mrr',
    converted_transfer_out_mrr: 'mrr',
    /** Net movements without a rate, which the converted sums lack. */
    unrated: 'integer',
  },
  primaryKey: ['dimension', 'series', 'month', 'group_id', 'currency'],
});

/**
 * Customers that became active or inactive in a group of `dimension` (`total`, `plan` or `country`); `currency` is empty
 * for activity in any currency.
 */
export const mrrCounts = defineTable({
  name: 'mrr_counts',
  columns: {
    dimension: 'text',
    series: 'text',
    currency: 'text',
    month: 'text',
    group_id: 'text',
    new: 'integer',
    reactivated: 'integer',
    churned: 'integer',
    /** Became active here while active elsewhere before. */
    transferred_in: 'integer',
    /** Became inactive here and stayed active elsewhere. */
    transferred_out: 'integer',
    /** Active at the month's start and not at its end; counted for `total` in any currency only. */
    lost: 'integer',
  },
  primaryKey: ['dimension', 'series', 'currency', 'month', 'group_id'],
});

/** Changes of a cohort's MRR and active customers by month; a customer counts in its first currency. */
export const mrrCohorts = defineTable({
  name: 'mrr_cohorts',
  columns: {
    series: 'text',
    cohort_month: 'text',
    month: 'text',
    currency: 'text',
    amount_mrr: 'mrr',
    /** MRR at the end of each customer's first active day. */
    initial_mrr: 'mrr',
    customers: 'integer',
    /** Customers that joined the cohort; in its first month only. */
    joined: 'integer',
  },
  primaryKey: ['series', 'cohort_month', 'month', 'currency'],
});

/** Rates into the reporting currency at each month's last day, or the last day known. */
export const mrrClosingRates = defineTable({
  name: 'mrr_closing_rates',
  columns: { month: 'text', currency: 'text', numerator: 'text', denominator: 'text' },
  primaryKey: ['month', 'currency'],
});

/** How far the rollups reach after each batch; the last row is the present. */
export const mrrHorizon = defineTable({
  name: 'mrr_horizon',
  columns: { batch: 'integer', recorded_at: 'integer', through_on: 'text' },
  primaryKey: ['batch'],
});

export const mrrClosedMonths = defineTable({
  name: 'mrr_closed_months',
  columns: { month: 'text', closed_at: 'integer', fact_seq: 'integer' },
  primaryKey: ['month'],
});

export const mrrTables = [
  mrrPending,
  mrrPendingMonths,
  mrrAwaitedPrices,
  mrrSpans,
  mrrMovements,
  mrrCustomers,
  mrrMonths,
  mrrCounts,
  mrrCohorts,
  mrrClosingRates,
  mrrHorizon,
  mrrClosedMonths,
  ...standingTables,
] as const;

export type MovementRecord = RowOf<typeof mrrMovements>;
export type SpanRecord = RowOf<typeof mrrSpans>;
export type MonthRecord = RowOf<typeof mrrMonths>;
export type CountRecord = RowOf<typeof mrrCounts>;
export type CohortRecord = RowOf<typeof mrrCohorts>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    mrr_pending: RowOf<typeof mrrPending>;
    mrr_pending_months: RowOf<typeof mrrPendingMonths>;
    mrr_awaited_prices: RowOf<typeof mrrAwaitedPrices>;
    mrr_spans: SpanRecord;
    mrr_movements: MovementRecord;
    mrr_customers: RowOf<typeof mrrCustomers>;
    mrr_months: MonthRecord;
    mrr_counts: CountRecord;
    mrr_cohorts: CohortRecord;
    mrr_closing_rates: RowOf<typeof mrrClosingRates>;
    mrr_horizon: RowOf<typeof mrrHorizon>;
    mrr_closed_months: RowOf<typeof mrrClosedMonths>;
  }
}
