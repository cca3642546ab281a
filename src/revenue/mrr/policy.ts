// The choices that a definition of MRR makes where vendors differ (docs/formulas.md: rows marked ◆), as data.

/** What counts as MRR. Every figure names the policy it was computed under. */
export interface MrrPolicy {
  readonly name: string;
  /** Repeating coupons: subtracted while in force when they cover two invoices or more, always, or never. */
  readonly repeatingCoupon: 'subtracted_from_two_invoices' | 'subtracted' | 'ignored';
  readonly onceCoupon: 'subtracted' | 'ignored';
  /** What a customer's fall to zero by a discount or a free price is called; `contraction` makes the way back expansion. */
  readonly freeOrFullyDiscounted: 'churn' | 'contraction';
  readonly pastDue: 'counts' | 'excluded';
  /** A scheduled cancellation takes effect when the subscription ends, or when it was asked for (where that is known). */
  readonly scheduledCancellation: 'when_ended' | 'when_requested';
  /** Collection paused with `void` or `mark_uncollectible`, and status `paused`. */
  readonly paused: 'zero_from_first_unbilled_period' | 'counts';
}

/** The default, as docs/formulas.md chooses. */
export const COUNTINGHOUSE_POLICY: MrrPolicy = {
  name: 'countinghouse',
  repeatingCoupon: 'subtracted_from_two_invoices',
  onceCoupon: 'ignored',
  freeOrFullyDiscounted: 'churn',
  pastDue: 'counts',
  scheduledCancellation: 'when_ended',
  paused: 'zero_from_first_unbilled_period',
};

/**
 * Stripe's default settings: only coupons without an end reduce MRR; active and past due subscriptions count.
 * Source: docs.stripe.com/billing/subscriptions/analytics/glossary; support.stripe.com/questions/billing-analytics.
 */
export const STRIPE_POLICY: MrrPolicy = {
  ...COUNTINGHOUSE_POLICY,
  name: 'stripe',
  repeatingCoupon: 'ignored',
};

/**
 * ChartMogul's default settings: every discount that repeats is subtracted, and customers who become free stay active,
 * so that their loss is contraction. Source: help.chartmogul.com, "Configuring Subscription Analytics settings".
 */
export const CHARTMOGUL_POLICY: MrrPolicy = {
  ...COUNTINGHOUSE_POLICY,
  name: 'chartmogul',
  repeatingCoupon: 'subtracted',
  freeOrFullyDiscounted: 'contraction',
};

/** The presets by name. */
export const MRR_POLICIES: Readonly<Record<'countinghouse' | 'stripe' | 'chartmogul', MrrPolicy>> = {
  countinghouse: COUNTINGHOUSE_POLICY,
  stripe: STRIPE_POLICY,
  chartmogul: CHARTMOGUL_POLICY,
};
