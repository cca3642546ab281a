// What is known about one customer's subscriptions, and what the rules make of it. Values only.
import type { CivilDay, Currency, Fraction, Instant, MrrAmount } from '../../../kernel/index.ts';

/** How a price is charged; `unitAmountMinor` is exact, since Stripe's unit_amount_decimal may hold fractions of a cent. */
export interface PriceTerms {
  readonly priceId: string;
  readonly productId: string | null;
  readonly currency: Currency;
  readonly scheme: 'per_unit' | 'graduated' | 'volume';
  readonly unitAmountMinor: Fraction | null;
  readonly tiers: readonly PriceTier[];
  /** Sold in packages of so many units, rounded up or down; null when sold singly. */
  readonly packageOf: { readonly divideBy: number; readonly round: 'up' | 'down' } | null;
  readonly isMetered: boolean;
  readonly interval: 'day' | 'week' | 'month' | 'year';
  readonly intervalCount: number;
  /** Tax contained in the price, as a share of the net price (0.19 for 19 %); null when exclusive or unknown. */
  readonly inclusiveTaxRate: Fraction | null;
}

export interface PriceTier {
  /** Inclusive upper bound; null for the last tier. */
  readonly upTo: number | null;
  readonly unitAmountMinor: Fraction;
  readonly flatAmountMinor: Fraction;
}

export interface CouponTerms {
  readonly couponId: string;
  /** 25 for a quarter off; null for a fixed amount. */
  readonly percentOff: Fraction | null;
  /** Minor units of `currency` off each invoice; null for a percentage. */
  readonly amountOffMinor: Fraction | null;
  readonly currency: Currency | null;
  readonly duration: 'forever' | 'once' | 'repeating';
  readonly durationInMonths: number | null;
  /** Products it fits; null for all. */
  readonly productIds: readonly string[] | null;
}

export interface DiscountTerms {
  readonly discountId: string;
  /** Null when the discount is known by id only (its coupon was never seen). */
  readonly coupon: CouponTerms | null;
  readonly startAt: Instant;
  readonly endAt: Instant | null;
}

export interface ItemState {
  readonly itemId: string;
  readonly price: PriceTerms;
  readonly quantity: number;
  readonly discounts: readonly DiscountTerms[];
}

export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused';

/** A subscription's whole state at an instant, from an event or from the object itself. */
export interface SubscriptionState {
  /** When this state was certainly true. For an object without a date of its own: the latest instant it mentions. */
  readonly at: Instant;
  /** True when `at` is dated by Stripe (an event); false when it is only a lower bound. */
  readonly isDated: boolean;
  readonly sourceId: string;
  readonly status: SubscriptionStatus;
  readonly items: readonly ItemState[];
  readonly discounts: readonly DiscountTerms[];
  readonly startAt: Instant;
  readonly trialStartAt: Instant | null;
  readonly trialEndAt: Instant | null;
  readonly currentPeriodStartAt: Instant | null;
  readonly currentPeriodEndAt: Instant | null;
  readonly cancelAt: Instant | null;
  /** When the cancellation was asked for, where it is known; only policies that churn on the request read it. */
  readonly canceledAt?: Instant | null;
  readonly isCancelAtPeriodEnd: boolean;
  readonly endedAt: Instant | null;
  /** Stripe's cancellation_details.reason: payment_failed, cancellation_requested, payment_disputed, or null. */
  readonly cancellationReason: string | null;
  readonly pause: {
    readonly behavior: 'keep_as_draft' | 'void' | 'mark_uncollectible';
    readonly resumesAt: Instant | null;
  } | null;
}

/** A line of a finalized invoice that bills a subscription item. */
export interface LineEvidence {
  readonly lineId: string;
  readonly invoiceId: string;
  readonly itemId: string | null;
  readonly price: PriceTerms;
  readonly quantity: number;
  readonly isProration: boolean;
  /** Minor units before discounts, below zero for a credit. */
  readonly amountMinor: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Discounts that took something off this line, with what they took. */
  readonly discounts: readonly { readonly terms: DiscountTerms; readonly amountMinor: number }[];
  /** The invoice's inclusive tax on the line as a share of the net, or null. */
  readonly inclusiveTaxRate: Fraction | null;
  readonly billingReason: string | null;
  readonly invoiceStatus: 'open' | 'paid' | 'void' | 'uncollectible';
  readonly finalizedAt: Instant | null;
  readonly wasAttempted: boolean;
  /** Sent to the customer to be paid, so that nothing is attempted; otherwise, or unknown, collected automatically. */
  readonly isSentForPayment?: boolean;
  /** When the invoice was voided or written off, where that is known: a paused collection does so as it is finalized. */
  readonly closedAt?: Instant | null;
}

export interface SubscriptionEvidence {
  readonly subscriptionId: string;
  /** Present state; null when only invoices tell of the subscription. */
  readonly present: SubscriptionState | null;
  /** Dated earlier states, and for each the state just before it where an event tells. */
  readonly dated: readonly { readonly state: SubscriptionState; readonly before: SubscriptionState | null }[];
  readonly lines: readonly LineEvidence[];
}

export interface CustomerEvidence {
  readonly customerId: string;
  readonly subscriptions: readonly SubscriptionEvidence[];
  /** Discounts on the customer, applied to every subscription that has none of its own. */
  readonly discounts: readonly DiscountTerms[];
  /** From when the customer is deleted at Stripe, which ends its subscriptions; null when it is not. */
  readonly deletedAt: Instant | null;
}

/** Why an amount begins or ends; the vocabulary of restatements and churn. */
export type SpanReason =
  | 'started'
  | 'trial_converted'
  | 'price_changed'
  | 'quantity_changed'
  | 'item_added'
  | 'item_removed'
  | 'discount_started'
  | 'discount_expired'
  | 'free_or_fully_discounted'
  | 'paused'
  | 'resumed'
  | 'canceled_voluntary'
  | 'canceled_involuntary'
  | 'canceled_unknown';

/**
 * An effective-dated MRR amount of one subscription item in its billing currency. It counts at the end of
 * every day from `startsOn` to the day before `endsOn`; never empty, never zero.
 */
export interface Span {
  readonly subscriptionId: string;
  readonly itemId: string;
  readonly priceId: string;
  readonly productId: string | null;
  readonly currency: Currency;
  readonly startsOn: CivilDay;
  /** Null while nothing says that it ends. */
  readonly endsOn: CivilDay | null;
  readonly amount: MrrAmount;
  readonly quantity: number;
  readonly startReason: SpanReason;
  readonly endReason: SpanReason | null;
  /** What shows it: an invoice line, a subscription or an event, by Stripe's id. */
  readonly evidenceId: string;
}

export type MovementKind =
  | 'new'
  | 'reactivation'
  | 'expansion'
  | 'contraction'
  | 'churn'
  | 'transfer_in'
  | 'transfer_out';

/** One customer's movement of one day in one price and currency; losses are below zero. */
export interface Movement {
  readonly effectiveOn: CivilDay;
  readonly priceId: string;
  readonly currency: Currency;
  readonly kind: MovementKind;
  readonly amount: MrrAmount;
  readonly reason: SpanReason;
}

/** A movement of the reported series; `originOn` is the day in a closed month that a late one belongs to. */
export interface ReportedMovement extends Omit<Movement, 'reason'> {
  readonly reason: SpanReason | 'prior_period';
  readonly originOn: CivilDay | null;
}
