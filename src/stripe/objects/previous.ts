// What an object was just before an event: the event's object with `previous_attributes` put back.
import { isObject, type JsonObject } from './fields.ts';

/**
 * The object as it was, in the shape it came in. Stripe gives previous values of changed fields: of a nested object
 * only its changed fields, of an array all of it (docs.stripe.com/api/events/object, data.previous_attributes).
 */
export function previousObject(object: JsonObject, previous: JsonObject): JsonObject {
  const before = merged(object, previous);
  return object['object'] === 'subscription' ? withPreviousPlan(before, previous) : before;
}

function merged(now: JsonObject, previous: JsonObject): JsonObject {
  const before: JsonObject = { ...now };
  for (const key of Object.keys(previous)) {
    const was = previous[key];
    const is = now[key];
    before[key] = isObject(was) && isObject(is) ? merged(is, was) : was;
  }
  return before;
}

/** Older events tell of a changed plan or quantity at the top alone, where a subscription has one item. */
function withPreviousPlan(before: JsonObject, previous: JsonObject): JsonObject {
  if (previous['items'] !== undefined || (previous['plan'] === undefined && previous['quantity'] === undefined))
    return before;
  const { items } = before;
  const only = isObject(items) && Array.isArray(items['data']) && items['data'].length === 1 ? items['data'][0] : null;
  if (!isObject(items) || !isObject(only)) return before;
  const { price: _, ...item } = only;
  const plan = isObject(previous['plan']) ? before['plan'] : only['plan'];
  const withPlan = isObject(previous['plan']) ? { ...item, plan } : only;
  const quantity = previous['quantity'] ?? only['quantity'];
  return { ...before, items: { ...items, data: [{ ...withPlan, quantity }] } };
}
