// The face of an open ledger, the same on every database.
import type { Instant, RandomBytes } from '../kernel/index.ts';
import type { Actor, Fact, FactKind, NewFact } from './fact.ts';
import type { Projection, ReadHandle } from './projection.ts';

export interface Head {
  readonly seq: number;
  /** Hex SHA-256 of the last fact; of nothing, 64 zeros. */
  readonly hash: string;
  readonly recordedAt: Instant | null;
}

/** Where a ledger's time and randomness come from; frozen or seeded where a run must be repeatable. */
export interface Sources {
  /** Whole seconds since the epoch. */
  now(): Instant;
  readonly randomBytes: RandomBytes;
}

/** What an application makes of a ledger: the facts it knows and the projections it keeps, in dependency order. */
export interface Schema {
  readonly factKinds: readonly FactKind<unknown>[];
  readonly projections: readonly Projection[];
}

export interface ReadableLedger {
  readonly read: ReadHandle;
  head(): Promise<Head>;
  /** Facts of one subject (a Stripe object's id, a customer), oldest first. */
  factsOf(subject: string): Promise<Fact[]>;
  fact(seq: number): Promise<Fact & { readonly hash: string }>;
  /** Runs several reads against one unchanging state of the ledger. */
  snapshot<R>(reads: (read: ReadHandle) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export interface Committed {
  readonly batch: number;
  /** Facts appended; those already known are not among them. */
  readonly appended: number;
  readonly head: Head;
}

/** Told after each transaction has become durable. */
export interface Change {
  readonly head: Head;
  readonly topics: readonly string[];
}

/** One batch over several transactions: a long import whose restatements net at its end. */
export interface Run {
  readonly batch: number;
  /** One durable transaction: appends, projects. Facts already known are left out. */
  append(facts: readonly NewFact[]): Promise<Committed>;
  /** Nets what is pending, in bounded transactions, and ends the batch. */
  settle(onProgress?: (left: number) => void): Promise<Committed>;
}

export interface WritableLedger extends ReadableLedger {
  /**
   * One batch in one transaction: locks the head, lets `decide` read and return facts, appends, projects and
   * settles them. Whatever `decide` throws leaves the ledger as it was.
   */
  commit(actor: Actor, decide: (read: ReadHandle, now: Instant) => Promise<readonly NewFact[]>): Promise<Committed>;
  beginRun(actor: Actor): Promise<Run>;
  /** Forgets a person's personal fields: appends `erased`, deletes the person's key, reprojects their facts. */
  erasePerson(actor: Actor, person: string, erased: NewFact): Promise<Committed>;
  onChange(listener: (change: Change) => void): () => void;
}
