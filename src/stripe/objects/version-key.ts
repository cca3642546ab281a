// The order of an object's observations: by what they say themselves, never by when they arrived.
import { isObject, type JsonObject } from './fields.ts';

/** How much an observation of an object counts; a whole object outranks what stands embedded in another one. */
export const RANK = { derivedPlan: 0, derived: 1, wholePlan: 2, whole: 3 } as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/** Of observations of one instant: the event that made it, another event, the event that deleted it, the object itself. */
export const SOURCE = { created: 0, event: 1, deleted: 2, object: 3 } as const;
export type Source = (typeof SOURCE)[keyof typeof SOURCE];

/** A text that is the greater, the later the observation stands in the order. `asOfAt` in epoch seconds. */
export function versionKey(rank: Rank, asOfAt: number, source: Source, progress: number, digest: string): string {
  return `${rank}${padded(asOfAt, 11)}${source}${padded(progress, 7)}${digest}`;
}

/** The rank that a version key begins with. */
export function rankOf(key: string): number {
  return key.charCodeAt(0) - 48;
}

function padded(value: number, width: number): string {
  return String(Math.max(0, value)).padStart(width, '0');
}

/** Fields that always lie in the past of whoever reads the object. */
const PAST = [
  'created',
  'date',
  'start',
  'start_date',
  'trial_start',
  'current_period_start',
  'canceled_at',
  'ended_at',
  'finalized_at',
  'voided_at',
  'completed_at',
  'released_at',
  'updated',
  'webhooks_delivered_at',
] as const;

/** The latest past instant that the content of an object mentions, in epoch seconds: it cannot have been read before. */
export function latestMention(object: JsonObject): number {
  let latest = 0;
  for (const key of PAST) latest = later(latest, object[key]);
  const transitions = object['status_transitions'];
  if (isObject(transitions)) for (const key in transitions) latest = later(latest, transitions[key]);
  const items = object['items'];
  if (isObject(items) && Array.isArray(items['data'])) {
    for (const item of items['data']) {
      if (isObject(item)) latest = later(later(latest, item['created']), item['current_period_start']);
    }
  }
  const { status } = object;
  const isTrialOver = status === 'active' || status === 'past_due' || status === 'unpaid' || status === 'paused';
  return isTrialOver ? later(latest, object['trial_end']) : latest;
}

function later(latest: number, value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > latest ? (value as number) : latest;
}

/** How far along its course each status is; of two contents of one instant the further one is the later one. */
const COURSE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  subscription: {
    incomplete: 0,
    trialing: 1,
    active: 2,
    past_due: 3,
    unpaid: 4,
    paused: 4,
    incomplete_expired: 8,
    canceled: 9,
  },
  invoice: { draft: 0, open: 1, uncollectible: 2, paid: 3, void: 3 },
  charge: { pending: 0, failed: 1, succeeded: 2 },
  payment_intent: {
    requires_payment_method: 0,
    requires_confirmation: 1,
    requires_action: 2,
    processing: 3,
    requires_capture: 4,
    canceled: 5,
    succeeded: 6,
  },
  invoice_payment: { open: 0, paid: 1, canceled: 1 },
  refund: { pending: 0, requires_action: 1, succeeded: 2, failed: 3, canceled: 3 },
  payout: { pending: 0, in_transit: 1, paid: 2, failed: 3, canceled: 3 },
  dispute: {
    warning_needs_response: 0,
    needs_response: 1,
    warning_under_review: 2,
    under_review: 3,
    warning_closed: 4,
    lost: 5,
    won: 5,
  },
  balance_transaction: { pending: 0, available: 1 },
  credit_note: { issued: 0, void: 1 },
  subscription_schedule: { not_started: 0, active: 1, released: 2, canceled: 2, completed: 2 },
};
const STEP = 10_000;

/** Where the object is on its course, and within that a count of its own that only grows; 0 to 99 999. */
export function progressOf(type: string, object: JsonObject): number {
  const place = COURSE[type]?.[String(object['status'])] ?? 0;
  return place * STEP + Math.min(STEP - 1, countOf(type, object));
}

function countOf(type: string, object: JsonObject): number {
  const count =
    type === 'invoice'
      ? object['attempt_count']
      : type === 'customer'
        ? object['next_invoice_sequence']
        : type === 'coupon' || type === 'promotion_code'
          ? object['times_redeemed']
          : type === 'charge'
            ? object['refunded'] === true
              ? 2
              : Number(object['amount_refunded'] ?? 0) > 0
                ? 1
                : 0
            : 0;
  return Number.isSafeInteger(count) && (count as number) > 0 ? (count as number) : 0;
}
