// Takes what a door sent out of its envelope, unread, so that it can be compared byte for byte.
import type { DoorAnswer } from './door-under-test.ts';

/** The answer or the refusal inside tRPC's envelope. */
export function contentOf(text: string): DoorAnswer {
  const ok = /^\{"result":\{"data":(.*)\}\}$/s.exec(text)?.[1];
  if (ok !== undefined) return { isOk: true, json: ok };
  const refused = /^\{"error":(.*)\}\n?$/s.exec(text)?.[1];
  if (refused !== undefined) return { isOk: false, json: refused };
  throw new Error(`neither an answer nor a refusal: ${text}`);
}
