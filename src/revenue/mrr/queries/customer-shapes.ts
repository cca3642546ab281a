// What the list of customers, its facets and a customer's history answer with.
import type { CivilDay, Currency, Month, TimeZone } from '../../../kernel/index.ts';

/**
 * Where a customer's subscriptions stand, the first that holds: one is past due or unpaid, active, in trial, paused; all
 * have ended; there never was one.
 */
export type CustomerStatus = 'past_due' | 'active' | 'trialing' | 'paused' | 'canceled' | 'none';
export type CustomerSort = 'name' | 'mrr' | 'created' | 'active_since' | 'country' | 'status';

export interface CustomerFilter {
  /** Part of a name, an e-mail address or an id, in either case. */
  readonly search?: string | undefined;
  /** Any of these; all when left out or empty. */
  readonly status?: readonly CustomerStatus[] | undefined;
  /** Pays for this plan now. */
  readonly plan?: string | undefined;
  /** Two letters; empty or `unknown` for customers without one. */
  readonly country?: string | undefined;
  /** Has MRR in this currency now. */
  readonly billingCurrency?: Currency | undefined;
}

export interface CustomerListRequest extends CustomerFilter {
  /** Default `mrr`, descending; what ties is in order of id. */
  readonly sort?: CustomerSort | undefined;
  readonly isDescending?: boolean | undefined;
  /** Shows amounts in this currency; default the reporting currency. */
  readonly currency?: Currency | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface CustomerListRow {
  readonly customerId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly country: string | null;
  /** The currency of the amounts. */
  readonly currency: Currency;
  /** The currency billed in, of several the one with the most MRR; null without MRR. */
  readonly billingCurrency: Currency | null;
  /** MRR in each billing currency, unconverted. */
  readonly billed: readonly { readonly currency: Currency; readonly mrrMinor: number }[];
  readonly status: CustomerStatus;
  /** Names of the plans paid for now. */
  readonly plans: readonly string[];
  /** Null where a rate is missing. */
  readonly mrrMinor: number | null;
  readonly arrMinor: number | null;
  /** First day of the present stretch of MRR above zero. */
  readonly activeSinceOn: CivilDay | null;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly isDeleted: boolean;
}

export interface CustomerListAnswer {
  readonly report: 'customer-list';
  readonly policy: string;
  readonly currency: Currency;
  readonly timeZone: TimeZone;
  readonly knownOn: CivilDay | null;
  readonly dataThrough: CivilDay | null;
  readonly rows: readonly CustomerListRow[];
  /** All that the filter lets through. */
  readonly total: number;
  /** Their MRR together; without a filter the Overview's. Null where a rate is missing. */
  readonly totalMrrMinor: number | null;
  readonly warnings: readonly string[];
}

/** How many customers there are of each kind, the most first. */
export interface CustomerFacets {
  readonly total: number;
  readonly statuses: readonly { readonly status: CustomerStatus; readonly customers: number }[];
  readonly plans: readonly { readonly planId: string; readonly plan: string; readonly customers: number }[];
  /** `country` is empty for customers without one. */
  readonly countries: readonly { readonly country: string; readonly customers: number }[];
  readonly billingCurrencies: readonly { readonly currency: Currency; readonly customers: number }[];
}

export interface HistoryMonth {
  readonly month: Month;
  readonly currency: Currency;
  /** At the month's end, or the last day known; null where a rate is missing. */
  readonly mrrMinor: number | null;
}

/** A customer's MRR month by month; in a native history one row per month and billing currency. */
export interface HistoryAnswer {
  readonly customerId: string;
  /** Null in a native history. */
  readonly currency: Currency | null;
  readonly rows: readonly HistoryMonth[];
  readonly warnings: readonly string[];
}

export interface FoundCustomer {
  readonly customerId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly status: CustomerStatus;
}

export interface HistoryRequest {
  readonly customerId: string;
  /** First and last month; default the customer's first month with MRR and the month of `dataThrough`. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  readonly currency?: Currency | undefined;
  readonly isNative?: boolean | undefined;
}

/** Where one customer stands now. */
export type CustomerStanding = Pick<
  CustomerListRow,
  'currency' | 'status' | 'mrrMinor' | 'arrMinor' | 'billed' | 'plans' | 'activeSinceOn'
>;
