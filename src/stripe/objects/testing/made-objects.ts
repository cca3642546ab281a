// Small handmade objects in the pinned shape, for the tests beside the sources; each takes what is to differ.
import type { JsonObject } from '../fields.ts';

export const DAY = 86_400;
/** 2025-01-01T00:00:00Z */
export const START = 1_735_689_600;

export function madeProduct(over: JsonObject = {}): JsonObject {
  return { id: 'prod_1', object: 'product', active: true, created: START, metadata: {}, name: 'Backup', ...over };
}

export function madePrice(over: JsonObject = {}): JsonObject {
  return {
    id: 'price_1',
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: START,
    currency: 'usd',
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: 'prod_1',
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed' },
    tax_behavior: 'exclusive',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: 1900,
    unit_amount_decimal: '1900',
    ...over,
  };
}

export function madeCustomer(over: JsonObject = {}): JsonObject {
  return {
    id: 'cus_1',
    object: 'customer',
    balance: 0,
    created: START,
    currency: 'usd',
    delinquent: false,
    description: null,
    discount: null,
    email: 'ada@example.com',
    metadata: {},
    name: 'Ada Example',
    next_invoice_sequence: 1,
    phone: null,
    address: { city: 'Springfield', country: 'US', line1: '1 Road', line2: null, postal_code: '12345', state: 'NY' },
    tax_exempt: 'none',
    ...over,
  };
}

export function madeItem(over: JsonObject = {}): JsonObject {
  return {
    id: 'si_1',
    object: 'subscription_item',
    created: START,
    current_period_start: START,
    current_period_end: START + 31 * DAY,
    discounts: [],
    metadata: {},
    price: madePrice(),
    quantity: 1,
    subscription: 'sub_1',
    tax_rates: [],
    ...over,
  };
}

export function madeList(...data: readonly unknown[]): JsonObject {
  return { object: 'list', data, has_more: false, url: '/v1/things' };
}

export function madeSubscription(over: JsonObject = {}): JsonObject {
  return {
    id: 'sub_1',
    object: 'subscription',
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, reason: null },
    collection_method: 'charge_automatically',
    created: START,
    currency: 'usd',
    customer: 'cus_1',
    discounts: [],
    ended_at: null,
    items: madeList(madeItem()),
    latest_invoice: null,
    metadata: {},
    pause_collection: null,
    schedule: null,
    start_date: START,
    status: 'active',
    trial_end: null,
    trial_start: null,
    ...over,
  };
}

export function madeLine(over: JsonObject = {}): JsonObject {
  return {
    id: 'il_1',
    object: 'line_item',
    amount: 1900,
    currency: 'usd',
    description: '1 × Backup',
    discount_amounts: [],
    discounts: [],
    invoice: 'in_1',
    metadata: {},
    period: { start: START, end: START + 31 * DAY },
    quantity: 1,
    subtotal: 1900,
    taxes: [],
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        subscription: 'sub_1',
        subscription_item: 'si_1',
      },
    },
    pricing: {
      type: 'price_details',
      price_details: { price: 'price_1', product: 'prod_1' },
      unit_amount_decimal: '1900',
    },
    ...over,
  };
}

export function madeInvoice(over: JsonObject = {}): JsonObject {
  return {
    id: 'in_1',
    object: 'invoice',
    amount_due: 1900,
    amount_paid: 1900,
    amount_remaining: 0,
    attempt_count: 1,
    attempted: true,
    billing_reason: 'subscription_create',
    created: START,
    currency: 'usd',
    customer: 'cus_1',
    customer_address: null,
    customer_email: 'ada@example.com',
    customer_name: 'Ada Example',
    discounts: [],
    due_date: null,
    effective_at: START,
    lines: madeList(madeLine()),
    metadata: {},
    number: 'A-0001',
    period_end: START,
    period_start: START,
    parent: { type: 'subscription_details', quote_details: null, subscription_details: { subscription: 'sub_1' } },
    status: 'paid',
    subtotal: 1900,
    total: 1900,
    total_taxes: [],
    status_transitions: {
      finalized_at: START + 10,
      marked_uncollectible_at: null,
      paid_at: START + 12,
      voided_at: null,
    },
    ...over,
  };
}

export function madeCoupon(over: JsonObject = {}): JsonObject {
  return {
    id: 'SAVE25',
    object: 'coupon',
    amount_off: null,
    created: START,
    currency: null,
    duration: 'forever',
    duration_in_months: null,
    metadata: {},
    name: 'A quarter off',
    percent_off: 25,
    times_redeemed: 0,
    valid: true,
    ...over,
  };
}

export function madeDiscount(over: JsonObject = {}): JsonObject {
  return {
    id: 'di_1',
    object: 'discount',
    checkout_session: null,
    customer: 'cus_1',
    end: null,
    invoice: null,
    invoice_item: null,
    promotion_code: null,
    source: { type: 'coupon', coupon: madeCoupon() },
    start: START,
    subscription: 'sub_1',
    subscription_item: null,
    ...over,
  };
}

export function madeEvent(type: string, createdAt: number, object: JsonObject, previous?: JsonObject): JsonObject {
  return {
    id: `evt_${type}_${createdAt}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: createdAt,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: previous === undefined ? { object } : { object, previous_attributes: previous },
  };
}
