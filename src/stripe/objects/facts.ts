// The facts that Stripe gives: an object as it was read, and an event with the object as it was then.
import { z } from 'zod';
import { defineFactKind } from '../../ledger/index.ts';
import { isObject, type JsonObject } from './fields.ts';

/** The payload of both kinds: what the API gave, without personal fields and expanded objects. */
export interface StripePayload {
  /** Names the content; orders observations that nothing else does. */
  readonly digest: string;
  readonly object: JsonObject;
}

function isStripePayload(value: unknown): value is StripePayload {
  return (
    isObject(value) &&
    typeof value['digest'] === 'string' &&
    isObject(value['object']) &&
    typeof value['object']['object'] === 'string'
  );
}

const payload = z.custom<StripePayload>(isStripePayload, 'not an object of Stripe');

/** What an object is kept under: its id; for the few that have none (the balance), what else names them. */
export function subjectOf(object: JsonObject): string {
  const { id, identifier, object: type } = object;
  if (typeof id === 'string' && id !== '') return id;
  return typeof identifier === 'string' && identifier !== '' ? identifier : String(type);
}

/** An API object. Subject: its id. Effective: the latest past instant that it mentions. */
export const stripeObjectKind = defineFactKind({ kind: 'stripe.object', version: 1, schema: payload });

/** An event. Subject: its id. Effective: when it was created. */
export const stripeEventKind = defineFactKind({ kind: 'stripe.event', version: 1, schema: payload });
