// Writes billing rows for tests: prices, customers, and dated states of subscriptions.
import type { SubscriptionStateRecord } from '../../../billing/subscriptions/index.ts';
import type { BillingChange } from './billing-ledger.ts';

/** Midnight UTC of a day, or the instant given, in epoch seconds. */
export function at(text: string): number {
  return Date.parse(text.includes('T') ? `${text}Z` : `${text}T00:00:00Z`) / 1000;
}

export interface PriceScript {
  readonly priceId: string;
  readonly productId: string | null;
  readonly currency: string;
  readonly amountMinor: number | string;
  readonly interval?: 'month' | 'year';
}

/** A product and a price on it. */
export function priceChange(price: PriceScript, coveredTo: number): BillingChange {
  const { priceId, productId } = price;
  const product = {
    id: productId,
    name: `Plan ${productId}`,
    is_active: 1,
    created_at: 0,
    is_deleted: 0,
    metadata: '{}',
    fact_seq: 0,
  };
  const row = {
    id: priceId,
    product_id: productId,
    currency: price.currency,
    scheme: 'per_unit',
    unit_amount_decimal: String(price.amountMinor),
    tiers: '[]',
    package_divide_by: null,
    package_round: null,
    is_metered: 0,
    interval: price.interval ?? 'month',
    interval_count: 1,
    tax_behavior: null,
    is_active: 1,
    nickname: null,
    lookup_key: null,
    type: 'recurring',
    created_at: 0,
    is_deleted: 0,
    metadata: '{}',
    fact_seq: 0,
  };
  return {
    rows: [...(productId === null ? [] : [{ table: 'products', row: product }]), { table: 'prices', row }],
    touched: [{ topic: 'price', id: priceId }],
    coveredTo,
  };
}

export interface CustomerScript {
  readonly customerId: string;
  readonly name?: string | null;
  readonly country?: string | null;
  readonly currency?: string | null;
}

export function customerChange(
  { customerId, name = null, country = null, currency = null }: CustomerScript,
  coveredTo: number,
): BillingChange {
  const row = {
    id: customerId,
    name,
    email: null,
    country,
    currency,
    created_at: 0,
    is_deleted: 0,
    deleted_at: null,
    is_erased: 0,
    balance_minor: 0,
    is_delinquent: 0,
    tax_exempt: null,
    discount_id: null,
    metadata: '{}',
    fact_seq: 0,
  };
  return { rows: [{ table: 'customers', row }], touched: [{ topic: 'customer', id: customerId }], coveredTo };
}

export interface EventScript {
  readonly eventId: string;
  readonly customerId: string;
  readonly subscriptionId: string;
  readonly at: number;
  readonly items: readonly { readonly priceId: string; readonly quantity?: number }[];
  /** Ended at this event. */
  readonly isEnded?: boolean;
  /** Will end at this instant. */
  readonly cancelAt?: number;
}

/** The state that an event tells of, and the present state when the event is the latest of the subscription. */
export function eventChange(event: EventScript, isLatest: boolean, startAt: number): BillingChange {
  const { eventId, customerId, subscriptionId, items, isEnded = false, cancelAt = null } = event;
  const state: SubscriptionStateRecord = {
    status: isEnded ? 'canceled' : 'active',
    startAt,
    trialStartAt: null,
    trialEndAt: null,
    currentPeriodStartAt: null,
    currentPeriodEndAt: null,
    cancelAt,
    isCancelAtPeriodEnd: false,
    endedAt: isEnded ? event.at : null,
    cancellationReason: isEnded ? 'cancellation_requested' : null,
    pause: null,
    discountIds: [],
    items: items.map(({ priceId, quantity = 1 }, index) => ({
      itemId: `${subscriptionId}_si${index}`,
      priceId,
      quantity,
      discountIds: [],
    })),
  };
  const json = JSON.stringify(state);
  const dated = {
    subscription_id: subscriptionId,
    event_id: eventId,
    customer_id: customerId,
    as_of_at: event.at,
    state: json,
    before: null,
  };
  const present = {
    id: subscriptionId,
    customer_id: customerId,
    status: state.status,
    currency: null,
    created_at: startAt,
    start_at: startAt,
    trial_start_at: null,
    trial_end_at: null,
    current_period_start_at: null,
    current_period_end_at: null,
    cancel_at: cancelAt,
    canceled_at: null,
    is_cancel_at_period_end: 0,
    ended_at: state.endedAt,
    cancellation_reason: state.cancellationReason,
    pause_behavior: null,
    pause_resumes_at: null,
    collection_method: null,
    schedule_id: null,
    discount_ids: '[]',
    state: json,
    metadata: '{}',
    as_of_at: event.at,
    is_dated: 1,
    fact_seq: 0,
  };
  return {
    rows: [
      { table: 'subscription_states', row: dated },
      ...(isLatest ? [{ table: 'subscriptions', row: present }] : []),
    ],
    touched: [{ topic: 'customer_billing', id: customerId }],
    coveredTo: event.at,
  };
}

/** Several changes as one. */
export function together(changes: readonly BillingChange[]): BillingChange {
  return {
    rows: changes.flatMap((change) => change.rows),
    touched: changes.flatMap((change) => change.touched),
    coveredTo: Math.max(0, ...changes.map((change) => change.coveredTo)),
  };
}

/** Remembers which event of each subscription is the latest so far, so that changes may come in any order. */
export class EventWriter {
  readonly #latest = new Map<string, EventScript>();

  change(event: EventScript, startAt: number): BillingChange {
    const latest = this.#latest.get(event.subscriptionId);
    const isLatest =
      latest === undefined || event.at > latest.at || (event.at === latest.at && event.eventId > latest.eventId);
    if (isLatest) this.#latest.set(event.subscriptionId, event);
    return eventChange(event, isLatest, startAt);
  }
}
