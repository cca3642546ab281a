// Where every customer stands at the horizon: what lists and searches of customers read.
import { defineTable, type RowOf } from '../../ledger/index.ts';

/** What customers pay a month at the horizon, in the reported series; rows that are zero are not kept. */
export const mrrHoldings = defineTable({
  name: 'mrr_holdings',
  columns: { customer_id: 'text', plan_id: 'text', currency: 'text', amount_mrr: 'mrr' },
  primaryKey: ['customer_id', 'plan_id', 'currency'],
  indexes: {
    mrr_holdings_by_plan: ['plan_id', 'customer_id'],
    mrr_holdings_by_currency: ['currency', 'customer_id', 'plan_id', 'amount_mrr'],
  },
});

/** Every customer where they stand at the horizon, with what lists of them are sorted and searched by. */
export const mrrStandings = defineTable({
  name: 'mrr_standings',
  columns: {
    customer_id: 'text',
    /** Personal: name, e-mail and id in small letters, a line each; the id alone when erased. */
    search_text: 'text',
    /** Personal: the name, else the e-mail, else the id, in small letters. */
    name_key: 'text',
    /** Empty when unknown. */
    country: 'text',
    created_at: 'integer',
    is_deleted: 'integer',
    /** A `CustomerStatus`. */
    status: 'text',
    /** The billing currency, of several the one with the most MRR; empty without MRR. */
    currency: 'text',
    /** MRR in `currency`. */
    amount_mrr: 'mrr',
    /** 1 when there is MRR in other currencies too. */
    is_mixed: 'integer',
    /** All of it in the reporting currency, each holding at the rate of the horizon; null where one has no rate. */
    converted_mrr: 'mrr?',
    /** First day of the present stretch of MRR above zero; empty without MRR. */
    active_since_on: 'text',
  },
  primaryKey: ['customer_id'],
  indexes: {
    mrr_standings_by_mrr: ['converted_mrr', 'customer_id'],
    mrr_standings_by_name: ['name_key', 'customer_id'],
    mrr_standings_by_created: ['created_at', 'customer_id'],
    mrr_standings_by_since: ['active_since_on', 'customer_id'],
    mrr_standings_by_country: ['country', 'customer_id'],
    mrr_standings_by_status: ['status', 'customer_id'],
    // Holds all that counts and totals of the unsearched list are made of.
    mrr_standings_by_facet: ['status', 'country', 'currency', 'is_mixed', 'amount_mrr'],
  },
});

/** The rates at which `mrr_standings` is converted; null for a currency without one. */
export const mrrStandingRates = defineTable({
  name: 'mrr_standing_rates',
  columns: { currency: 'text', numerator: 'text?', denominator: 'text?' },
  primaryKey: ['currency'],
});

export const standingTables = [mrrHoldings, mrrStandings, mrrStandingRates] as const;

export type HoldingRecord = RowOf<typeof mrrHoldings>;
export type StandingRecord = RowOf<typeof mrrStandings>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    mrr_holdings: HoldingRecord;
    mrr_standings: StandingRecord;
    mrr_standing_rates: RowOf<typeof mrrStandingRates>;
  }
}
