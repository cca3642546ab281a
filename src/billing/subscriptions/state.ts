// A subscription's whole state at an instant, as it is kept in the `state` and `before` columns.

export interface SubscriptionItemRecord {
  readonly itemId: string;
  readonly priceId: string;
  /** Null for metered prices. */
  readonly quantity: number | null;
  readonly discountIds: readonly string[];
  /** The item's own, which stand in place of the subscription's; absent where it has none. */
  readonly taxRates?: readonly TaxRateRecord[];
}

/** A tax rate as it stands whole in a subscription; its percentage and kind never change. */
export interface TaxRateRecord {
  readonly taxRateId: string;
  /** Decimal string; 19 for 19 %. */
  readonly percentage: string;
  readonly isInclusive: boolean;
}

/** Instants are epoch seconds. */
export interface SubscriptionStateRecord {
  readonly status: string;
  readonly startAt: number;
  readonly trialStartAt: number | null;
  readonly trialEndAt: number | null;
  readonly currentPeriodStartAt: number | null;
  readonly currentPeriodEndAt: number | null;
  readonly cancelAt: number | null;
  readonly isCancelAtPeriodEnd: boolean;
  readonly endedAt: number | null;
  readonly cancellationReason: string | null;
  readonly pause: { readonly behavior: string; readonly resumesAt: number | null } | null;
  readonly discountIds: readonly string[];
  /** For every item without rates of its own; absent where there are none. */
  readonly taxRates?: readonly TaxRateRecord[];
  readonly items: readonly SubscriptionItemRecord[];
}

/** The state that a `state` or `before` column holds. */
export function subscriptionState(json: string): SubscriptionStateRecord {
  return JSON.parse(json) as SubscriptionStateRecord;
}
