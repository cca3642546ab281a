// An object as the API gave it → the facts to be appended: its own, and one for each expanded object inside it.
import { type Instant, instant } from '../../kernel/index.ts';
import type { NewFact } from '../../ledger/index.ts';
import { isKnownType } from './content.ts';
import { stripeEventKind, stripeObjectKind, subjectOf } from './facts.ts';
import { integer, isObject, type JsonObject, refuse, text } from './fields.ts';
import { contentHashOf, contentOfObservation, customerOf, orderOf, readFact } from './observations.ts';
import { splitExpansions } from './split/expansions.ts';
import { splitPersonal } from './split/personal.ts';
import { latestMention } from './version-key.ts';

/** A fact with the type of the object in it, as Stripe names it. */
export interface StripeFact {
  readonly type: string;
  readonly fact: NewFact;
}

/**
 * The facts of one API object or event, checked so that rows can be made of each. Takes the object over: do not use it
 * afterwards. Raises `bad_input` whose `where` is the field that is wrong; nothing of the object is to be kept then.
 */
export function factsOf(given: unknown): StripeFact[] {
  if (!isObject(given)) return refuse('', 'is not a JSON object');
  const facts: StripeFact[] = [];
  const type = text(given, 'object');
  if (type === 'event') addEvent(facts, given);
  else addObject(facts, type, given, null);
  for (const { fact } of facts) {
    const { observations } = readFact(fact);
    for (const observation of observations) contentOfObservation(observation);
  }
  return facts;
}

function addObject(facts: StripeFact[], type: string, object: JsonObject, asOfAt: number | null): void {
  if (isKnownType(type)) text(object, 'id');
  splitExpansions(type, object, (expanded) => addObject(facts, String(expanded['object']), expanded, asOfAt));
  const { open, personal } = splitPersonal(type, object);
  const effectiveAt = instant(asOfAt ?? latestMention(open));
  facts.push({ type, fact: newFact(stripeObjectKind.kind, effectiveAt, open, personal, customerOf(open)) });
}

function addEvent(facts: StripeFact[], event: JsonObject): void {
  text(event, 'id');
  const createdAt = instant(integer(event, 'created'));
  const data = isObject(event['data']) ? event['data'] : refuse('data', 'is missing');
  const object = isObject(data['object']) ? data['object'] : refuse('data.object', 'is missing');
  const type = typeof object['object'] === 'string' ? object['object'] : 'unknown';
  const previous = isObject(data['previous_attributes']) ? data['previous_attributes'] : null;
  splitExpansions(type, object, (expanded) => addObject(facts, String(expanded['object']), expanded, createdAt));
  const now = splitPersonal(type, object);
  const before = previous === null ? null : splitPersonal(type, previous);
  data['object'] = now.open;
  if (before !== null) data['previous_attributes'] = before.open;
  // How many deliveries are pending differs from one reading of an event to the next.
  if (event['pending_webhooks'] !== undefined) event['pending_webhooks'] = 0;
  const personal =
    now.personal === null && (before === null || before.personal === null)
      ? null
      : {
          data: {
            ...(now.personal === null ? {} : { object: now.personal }),
            ...(before === null || before.personal === null ? {} : { previous_attributes: before.personal }),
          },
        };
  facts.push({ type: 'event', fact: newFact(stripeEventKind.kind, createdAt, event, personal, customerOf(now.open)) });
}

function newFact(
  kind: string,
  effectiveAt: Instant,
  object: JsonObject,
  personal: JsonObject | null,
  customerId: string | null,
): NewFact {
  const subject = subjectOf(object);
  const written = JSON.stringify(object);
  const contentHash = contentHashOf(written);
  const digest = orderOf(contentHash);
  const person = customerId ?? (personal === null ? null : subject);
  const sealed = personal === null ? '' : JSON.stringify(personal);
  return {
    kind,
    subject,
    effectiveAt,
    payload: { digest, object },
    payloadText: `{"digest":"${digest}","object":${written}}`,
    content: `${effectiveAt}\n${contentHash}\n${sealed}`,
    ...(person === null ? {} : { person }),
    ...(personal === null ? {} : { personal }),
  };
}
