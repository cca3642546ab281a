// Keys of our own things: a type prefix and a UUIDv7, so that they sort by time and say what they are.
import { v7 } from 'uuid';
import { CountinghouseError } from './errors.ts';

/** The prefix of each kind of thing that Countinghouse names itself. */
export const ID_PREFIXES = {
  workspace: 'ws',
  member: 'mem',
  job: 'job',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

declare const idBrand: unique symbol;
export type Id<K extends IdKind> = string & { readonly [idBrand]: K };

/** Where ids and keys take their randomness from; seeded where a run must be repeatable. */
export type RandomBytes = (length: number) => Uint8Array;

/** A new id: `ws_` and a UUIDv7 of the given time. */
export function newId<K extends IdKind>(kind: K, nowMs: number, randomBytes: RandomBytes): Id<K> {
  return `${ID_PREFIXES[kind]}_${v7({ msecs: nowMs, random: randomBytes(16), seq: 0 })}` as Id<K>;
}

/** The text as an id of the kind. Raises `bad_input` when its prefix or form is another. */
export function parseId<K extends IdKind>(kind: K, text: string): Id<K> {
  const form = /^([a-z]+)_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.exec(text);
  if (form?.[1] !== ID_PREFIXES[kind]) {
    throw new CountinghouseError('bad_input', { what: `"${text}" is not the id of a ${kind}` });
  }
  return text as Id<K>;
}
