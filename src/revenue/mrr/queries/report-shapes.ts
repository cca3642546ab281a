// What the MRR reports are asked for and answer with: plain values, amounts in whole minor units.
import type { CivilDay, Currency, Month, TimeZone } from '../../../kernel/index.ts';
import type { SpanReason } from '../rules/evidence.ts';

export type SeriesName = 'reported' | 'economic';
export type GroupBy = 'plan' | 'country' | 'currency';
/** The columns of a roll-forward between opening and closing. */
export type RollForwardKind =
  | 'new'
  | 'reactivation'
  | 'expansion'
  | 'contraction'
  | 'churn'
  | 'transfer_in'
  | 'transfer_out'
  | 'fx';

/** Which figures are meant. Without `currency` and `isNative` they are in the reporting currency by the rate table. */
export interface FigureRequest {
  /** Converts into this currency instead of the reporting currency; with `isNative`, only this billing currency. */
  readonly currency?: Currency | undefined;
  /** Unconverted, one set of rows per billing currency. */
  readonly isNative?: boolean | undefined;
  /** Default `reported`. */
  readonly series?: SeriesName | undefined;
  /** As known at the end of this day; present knowledge when left out. */
  readonly knownOn?: CivilDay | undefined;
}

export interface MovementsRequest extends FigureRequest {
  /** First and last month; default the first month with a movement and the month of `dataThrough`. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
  readonly groupBy?: GroupBy | undefined;
  /** Default `none`. */
  readonly compare?: Comparison | undefined;
}

/** With what a period is compared: as many months just before it, or its months a year before. */
export type Comparison = 'none' | 'before' | 'year';

/** Which months are meant: one, or all from the first to the last known ones. */
export interface MonthsRequest {
  readonly month?: Month | undefined;
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

/** What a list of customers can be of: those with a movement of a kind, or those whom a count of the roll-forward counts. */
export type CustomersKind = RollForwardKind | CountedKind;
export type CountedKind =
  | 'customers_new'
  | 'customers_reactivated'
  | 'customers_churned'
  | 'customers_transferred_in'
  | 'customers_transferred_out';

/**
 * MRR is that at the end of the last month asked for, or at `dataThrough` when that comes first; the months are the month
 * of `dataThrough` when none is named.
 */
export interface CustomersRequest extends FigureRequest, MonthsRequest {
  /** Part of an id, name or e-mail address, in either case. */
  readonly search?: string | undefined;
  /** With `groupBy`: what belongs to this group alone, by the name that the grouped report prints or by its id. */
  readonly groupBy?: GroupBy | undefined;
  readonly group?: string | undefined;
  /** Only customers with such a movement in the months, or counted so in them; those that left included. */
  readonly kind?: CustomersKind | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

export interface RowsRequest extends FigureRequest, MonthsRequest {
  readonly kind?: RollForwardKind | undefined;
  /** With `groupBy`: only this group, by the name that the grouped report prints or by its id. */
  readonly groupBy?: GroupBy | undefined;
  readonly group?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** Every report, whatever its rows: what it is, under which rules, and how far its knowledge reaches. */
export interface ReportEnvelope<Row> {
  readonly report: 'movements' | 'customers' | 'rows';
  /** The name of the MRR policy. */
  readonly policy: string;
  readonly series: SeriesName;
  /** The currency of every amount; null in a native report, where each row has its own. */
  readonly currency: Currency | null;
  readonly timeZone: TimeZone;
  readonly knownOn: CivilDay | null;
  /** The last day that the figures cover; null before anything was taken in. */
  readonly dataThrough: CivilDay | null;
  readonly rows: readonly Row[];
  /** What could not be shown and why, in sentences. */
  readonly warnings: readonly string[];
}

/** A page: `total` rows stand behind it. */
export interface PagedEnvelope<Row> extends ReportEnvelope<Row> {
  readonly total: number;
}

/** A page whose `totalMinor` is the sum over all its rows, those of other pages too; null where a rate is missing. */
export interface SummedEnvelope<Row> extends PagedEnvelope<Row> {
  readonly totalMinor: number | null;
}

/**
 * One line of the roll-forward; losses are positive numbers, and
 * `opening + new + reactivation + expansion − contraction − churn + transferIn − transferOut + fx = closing`.
 * Amounts are null, never guessed, where a rate is missing.
 */
export interface MovementsRow {
  readonly month: Month;
  /** The group's name; null in a report without groups. */
  readonly group: string | null;
  /** The group's id: a product, a country, a currency; null in a report without groups. */
  readonly groupId: string | null;
  readonly currency: Currency;
  readonly openingMinor: number | null;
  readonly newMinor: number | null;
  readonly reactivationMinor: number | null;
  readonly expansionMinor: number | null;
  readonly contractionMinor: number | null;
  readonly churnMinor: number | null;
  readonly transferInMinor: number | null;
  readonly transferOutMinor: number | null;
  readonly fxMinor: number | null;
  readonly closingMinor: number | null;
  readonly customersOpening: number;
  readonly customersNew: number;
  readonly customersReactivated: number;
  readonly customersChurned: number;
  readonly customersTransferredIn: number;
  readonly customersTransferredOut: number;
  readonly customersClosing: number;
}

/**
 * One customer's movement. In a list of one kind, `amountMinor` is as the roll-forward prints it (losses positive)
 * and the rows sum to its cell; in a list of all kinds it is signed and the rows sum to the net change.
 */
export interface MovementRow {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly effectiveOn: CivilDay;
  readonly recordedOn: CivilDay;
  readonly kind: RollForwardKind;
  readonly amountMinor: number | null;
  /** The currency of `amountMinor`. */
  readonly currency: Currency;
  readonly billingCurrency: Currency;
  readonly priceId: string;
  readonly plan: string;
  /** `exchange_rate` for what rates alone did to a balance. */
  readonly reason: SpanReason | 'prior_period' | 'exchange_rate';
  readonly originOn: CivilDay | null;
}

export interface CustomerRow {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly country: string | null;
  /** The month in which the roll-forward counts the customer, who can be counted more than once; else null. */
  readonly countedIn: Month | null;
  /** The currency of the amounts. */
  readonly currency: Currency;
  readonly billingCurrencies: readonly Currency[];
  readonly plans: readonly string[];
  readonly mrrMinor: number | null;
  readonly arrMinor: number | null;
  /** First day of the present stretch of MRR above zero; null for a customer that left. */
  readonly activeSince: CivilDay | null;
  /** `active`, `past_due`, `canceling` (its end is scheduled) or `churned`. */
  readonly status: 'active' | 'past_due' | 'canceling' | 'churned';
}
