// What the standing metrics answer with.
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import type { SeriesName } from './report-shapes.ts';

export interface MetricRequest {
  readonly series?: SeriesName | undefined;
}

/** Exact amounts in 1/10 000 minor unit of the reporting currency; null where a rate is missing. */
export interface KindMonth {
  readonly month: Month;
  readonly kind: 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn';
  /** Signed: losses are below zero. */
  readonly amountMrr: bigint | null;
}

export interface PlanMonth {
  readonly month: Month;
  readonly planId: string;
  /** At the end of the month. */
  readonly closingMrr: bigint | null;
  readonly customers: number;
}

/**
 * Customers that first became active in `cohortMonth`, at the end of the `k`-th month after (docs/formulas.md: cohorts).
 * Amounts are converted at the rate of the cohort month's end, so that exchange rates do not move retention.
 */
export interface CohortCell {
  readonly cohortMonth: Month;
  readonly k: number;
  readonly month: Month;
  /** All customers of the cohort. */
  readonly size: number;
  /** Those active at the end of the month. */
  readonly active: number;
  readonly initialMrr: bigint | null;
  readonly closingMrr: bigint | null;
}

/**
 * LTV = ARPA × gross margin ÷ customer churn pooled over three months (docs/formulas.md: LTV). Margin is 100 %. Null where
 * nobody was active, nobody churned, or a rate is missing.
 */
export interface LtvMonth {
  readonly month: Month;
  readonly currency: Currency;
  readonly closingMrr: bigint | null;
  readonly active: number;
  /** Customers active at the start of the month and not at its end. */
  readonly lost: number;
  readonly activeAtStart: number;
  /** Rounded to minor units once, half away from zero. */
  readonly ltvMinor: number | null;
}

export interface CustomerSpan {
  readonly subscriptionId: string;
  readonly itemId: string;
  readonly priceId: string;
  readonly planId: string;
  readonly plan: string;
  readonly currency: Currency;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay | null;
  readonly amountMrr: bigint;
  readonly mrrMinor: number;
  readonly quantity: number;
  readonly startReason: string;
  readonly endReason: string | null;
  /** What shows it: an invoice line, a subscription or an event, by Stripe's id. */
  readonly evidenceId: string;
}

/** A movement as recorded, restatements apart, in the billing currency; losses are below zero. */
export interface CustomerMovement {
  readonly effectiveOn: CivilDay;
  readonly recordedOn: CivilDay;
  readonly kind: string;
  readonly series: 'both' | SeriesName;
  readonly amountMrr: bigint;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly priceId: string;
  readonly planId: string;
  readonly plan: string;
  readonly reason: string;
  readonly originOn: CivilDay | null;
  readonly factSeq: number;
}

/** One customer's MRR opened: the spans that make it, and every movement with its restatements. */
export interface CustomerDrill {
  readonly customerId: string;
  readonly spans: readonly CustomerSpan[];
  readonly movements: readonly CustomerMovement[];
}
