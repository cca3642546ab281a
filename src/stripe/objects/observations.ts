// What one fact lets us observe: an object, or an event with the object as it was then, and all that stands embedded in them.
import { hash } from 'node:crypto';
import { CountinghouseError } from '../../kernel/index.ts';
import type { SubscriptionStateRow } from '../../billing/subscriptions/index.ts';
import { type Content, contentOf, liftObject } from './content.ts';
import { derivedFrom } from './derived.ts';
import { stripeEventKind, type StripePayload, subjectOf } from './facts.ts';
import { idOf, isObject, refuse, textOrNull, type JsonObject } from './fields.ts';
import { previousObject } from './previous.ts';
import { stateRecord } from './rows/subscriptions.ts';
import { progressOf, RANK, type Rank, SOURCE, type Source, versionKey } from './version-key.ts';

export interface Observation {
  /** The type that the object is kept under: a plan is kept as the price it is. */
  readonly type: string;
  readonly id: string;
  readonly rank: Rank;
  /** Epoch seconds. */
  readonly asOfAt: number;
  readonly isDated: boolean;
  /** All of the version key but the digest. */
  readonly keyStart: string;
  /** Null where it is only worked out when two observations tie. */
  readonly digest: string | null;
  readonly customerId: string | null;
  /** In the pinned shape; null when only a deletion is told of. */
  readonly object: JsonObject | null;
  /** Null until it is asked for (embedded objects), or when there is none. */
  readonly content: Content | null;
  readonly deletion: { readonly at: number | null } | null;
  /** Where it stands in what was given, for messages about it. */
  readonly path: string;
}

export interface Reading {
  /** The type as Stripe names it. */
  readonly type: string;
  readonly observations: readonly Observation[];
  /** The subscription's state that an event tells of. */
  readonly state: SubscriptionStateRow | null;
}

/** What a fact is read from; a fact and a fact to be appended both fit. */
export interface Readable {
  readonly kind: string;
  readonly effectiveAt: number;
  readonly payload: unknown;
  readonly personal?: unknown;
}

const readings = new WeakMap<object, Reading>();

/**
 * What the fact lets us observe, with the rows of what is whole in it. Pure; worked out once for a payload that is
 * checked before it is appended. Raises `bad_input` whose `where` is the field that is wrong.
 */
export function readFact(fact: Readable): Reading {
  const payload = fact.payload as StripePayload;
  const before = readings.get(payload);
  if (before !== undefined) return before;
  const personal = isObject(fact.personal) ? fact.personal : null;
  const reading =
    fact.kind === stripeEventKind.kind
      ? readEvent(payload, fact.effectiveAt, personal)
      : readObject(payload, fact.effectiveAt, personal);
  readings.set(payload, reading);
  return reading;
}

function readObject(payload: StripePayload, asOfAt: number, personal: JsonObject | null): Reading {
  const { object, digest } = payload;
  const observations = observe({ object, digest, asOfAt, source: SOURCE.object, personal, path: '' });
  return { type: String(object['object']), observations, state: null };
}

function readEvent(payload: StripePayload, asOfAt: number, personal: JsonObject | null): Reading {
  const { object: event, digest } = payload;
  const type = textOrNull(event, 'type') ?? refuse('type', 'is missing');
  const envelope = isObject(event['data']) ? event['data'] : refuse('data', 'is missing');
  const object = isObject(envelope['object']) ? envelope['object'] : refuse('data.object', 'is missing');
  const data = personal !== null && isObject(personal['data']) ? personal['data'] : null;
  const sealed = data !== null && isObject(data['object']) ? data['object'] : null;
  const own: Observation = {
    type: 'event',
    id: String(event['id']),
    rank: RANK.whole,
    asOfAt,
    isDated: true,
    digest,
    deletion: null,
    path: '',
    keyStart: versionKey(RANK.whole, asOfAt, SOURCE.event, 0, ''),
    customerId: customerOf(object),
    object: event,
    content: { to: 'none' },
  };
  if (typeof object['id'] !== 'string' || typeof object['object'] !== 'string') {
    return { type: 'event', observations: [own], state: null };
  }
  const source = type.endsWith('.created') ? SOURCE.created : type.endsWith('.deleted') ? SOURCE.deleted : SOURCE.event;
  const isDeletion = source === SOURCE.deleted && object['object'] !== 'subscription';
  const observations = observe({
    object,
    digest,
    asOfAt,
    source,
    personal: sealed,
    path: 'data.object.',
    ...(isDeletion ? { deletedAt: asOfAt } : {}),
  });
  const before = subscriptionBefore(object, envelope['previous_attributes']);
  const embedded =
    before === null ? [] : embeddedIn('subscription', before, asOfAt, source, 'data.previous_attributes.');
  return {
    type: 'event',
    observations: [own, ...observations, ...embedded],
    state: stateOf(own, observations[0], before),
  };
}

/** The subscription as it was just before the event, in the pinned shape; null where the event does not tell. */
function subscriptionBefore(object: JsonObject, previous: unknown): JsonObject | null {
  if (object['object'] !== 'subscription' || !isObject(previous)) return null;
  return liftObject('subscription', previousObject(object, previous));
}

interface Told {
  readonly object: JsonObject;
  readonly digest: string;
  readonly asOfAt: number;
  readonly source: Source;
  readonly personal: JsonObject | null;
  readonly path: string;
  /** When the object was deleted, where an event tells so. */
  readonly deletedAt?: number;
}

function observe({ object, digest, asOfAt, source, personal, path, deletedAt }: Told): Observation[] {
  const given = String(object['object']);
  const isDeleted = object['deleted'] === true || deletedAt !== undefined;
  const isBare = object['deleted'] === true && object['created'] === undefined && object['start'] === undefined;
  const lifted = isBare ? null : liftObject(given, object);
  const rank = given === 'plan' ? RANK.wholePlan : RANK.whole;
  const isDated = source !== SOURCE.object;
  const whole: Observation = {
    type: given === 'plan' ? 'price' : given,
    id: subjectOf(lifted ?? object),
    rank,
    asOfAt,
    isDated,
    digest,
    keyStart: versionKey(rank, asOfAt, source, progressOf(given, lifted ?? object), ''),
    customerId: customerOf(object),
    object: lifted,
    content: lifted === null ? null : within(path, () => contentOf(given, lifted, personal)),
    deletion: isDeleted ? { at: deletedAt ?? null } : null,
    path,
  };
  return lifted === null ? [whole] : [whole, ...embeddedIn(given, lifted, asOfAt, source, path)];
}

/** Observations of what stands embedded in an object of the type, which is in the pinned shape. */
function embeddedIn(type: string, lifted: JsonObject, asOfAt: number, source: Source, path: string): Observation[] {
  return derivedFrom(type, lifted).map((part) => ({
    type: part.type,
    id: part.id,
    rank: part.rank,
    asOfAt,
    isDated: source !== SOURCE.object,
    digest: null,
    keyStart: versionKey(part.rank, asOfAt, source, 0, ''),
    customerId: customerOf(part.object),
    object: part.object,
    content: null,
    deletion: null,
    path: path + part.path,
  }));
}

/** The customer whom an object is about: who is named in it, or who it is. */
export function customerOf(object: JsonObject): string | null {
  if (object['object'] === 'customer') return idOf(object);
  return idOf(object['customer']);
}

/** The content of an observation, embedded ones included. Raises `bad_input`. */
export function contentOfObservation(observation: Observation): Content | null {
  if (observation.content !== null || observation.object === null) return observation.content;
  return contentOf(observation.type, observation.object, null, observation.path);
}

/** The whole version key of an observation. */
export function keyOf(observation: Observation): string {
  return observation.keyStart + (observation.digest ?? digestOf(JSON.stringify(observation.object)));
}

/** Recognizes a content: its SHA-256 in hex. */
export function contentHashOf(text: string): string {
  return hash('sha256', text, 'hex');
}

/** Orders contents that tie otherwise: the first 48 bits of their SHA-256, in hex. */
export function digestOf(text: string): string {
  return orderOf(contentHashOf(text));
}

/** The part of a content's hash that orders it. */
export function orderOf(contentHash: string): string {
  return contentHash.slice(0, 12);
}

function stateOf(
  event: Observation,
  observation: Observation | undefined,
  before: JsonObject | null,
): SubscriptionStateRow | null {
  if (observation?.content?.to !== 'subscriptions') return null;
  const { rows, state } = observation.content;
  return {
    subscription_id: rows.row.id,
    event_id: event.id,
    customer_id: rows.row.customer_id,
    as_of_at: event.asOfAt,
    state: JSON.stringify(state),
    before: before === null ? null : JSON.stringify(within('data.previous_attributes.', () => stateRecord(before))),
  };
}

function within<T>(path: string, read: () => T): T {
  if (path === '') return read();
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof CountinghouseError) || cause.where === undefined) throw cause;
    throw new CountinghouseError(cause.code, { what: cause.what, where: path + cause.where }, cause);
  }
}
