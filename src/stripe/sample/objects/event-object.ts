// Stripe events about subscriptions and customers, with what stood there before.
import type Stripe from 'stripe';
import type { Customer } from '../simulator/state.ts';
import type { WireCustomer, WireEvent, WireSubscription } from '../wire.ts';

/** The API version that the objects of the sample have: the SDK's own, by its type. */
const PINNED_VERSION: typeof Stripe.API_VERSION = '2026-10-28.endive';

export type EventType =
  | 'customer.subscription.created'
  | 'customer.subscription.updated'
  | 'customer.subscription.deleted'
  | 'customer.updated'
  | 'customer.deleted';

export function eventObject(
  customer: Customer,
  type: EventType,
  at: number,
  object: WireSubscription | WireCustomer,
  before: WireSubscription | WireCustomer | null,
): WireEvent {
  return {
    id: `evt_1${customer.random.letters(23)}`,
    object: 'event',
    api_version: PINNED_VERSION,
    created: at,
    data:
      before === null ? { object } : { object, previous_attributes: previousAttributes({ ...before }, { ...object }) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: null, idempotency_key: null },
    type,
  };
}

/**
 * What Stripe puts into `previous_attributes`: the earlier values of the attributes that changed; of a hash, only its
 * changed keys; of a list, its earlier `data` whole.
 */
export function previousAttributes(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const previous: Record<string, unknown> = {};
  for (const [key, earlier] of Object.entries(before)) {
    const later = after[key];
    if (isSame(earlier, later)) continue;
    if (isHash(earlier) && isHash(later)) {
      previous[key] = earlier['object'] === 'list' ? { data: earlier['data'] } : previousAttributes(earlier, later);
    } else {
      previous[key] = earlier;
    }
  }
  for (const key of Object.keys(after)) if (!(key in before)) previous[key] = null;
  return previous;
}

function isHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same as JSON. */
function isSame(earlier: unknown, later: unknown): boolean {
  if (earlier === later) return true;
  if (Array.isArray(earlier) && Array.isArray(later)) {
    return earlier.length === later.length && earlier.every((value, index) => isSame(value, later[index]));
  }
  if (!isHash(earlier) || !isHash(later)) return false;
  const keys = Object.keys(earlier);
  return keys.length === Object.keys(later).length && keys.every((key) => isSame(earlier[key], later[key]));
}
