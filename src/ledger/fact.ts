// What a fact is, and how an area says which facts there can be.
import type { ZodType } from 'zod';
import type { Instant } from '../kernel/index.ts';

/** Who caused a fact: a member's id, `job:<name>`, `stripe` or `import`. */
export type Actor = string;

/** A fact as it stands in the log; `personal` is null when there was none or the person was erased. */
export interface Fact {
  readonly seq: number;
  readonly batch: number;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly person: string | null;
  readonly payload: unknown;
  readonly personal: unknown;
}

/** A fact to be appended. `personal` holds the personal fields, sealed with the key of `person`. */
export interface NewFact {
  readonly kind: string;
  readonly subject: string;
  readonly effectiveAt: Instant;
  readonly payload: unknown;
  readonly person?: string;
  readonly personal?: unknown;
  /** Whole content for recognizing what is already known; a fact of the same subject and content is not stored again. */
  readonly content?: string;
  /** The payload as JSON text where the caller has it at hand; it equals `JSON.stringify(payload)`. */
  readonly payloadText?: string;
}

/** A kind of fact: its current version, its schema, and the pure functions that lift older versions one step. */
export interface FactKind<T> {
  readonly kind: string;
  readonly version: number;
  readonly schema: ZodType<T>;
  readonly upcasters?: Readonly<Record<number, (payload: unknown) => unknown>>;
}

export function defineFactKind<T>(kind: FactKind<T>): FactKind<T> {
  return kind;
}
