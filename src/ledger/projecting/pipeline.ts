// Takes the facts of one transaction through the projections; the same for what comes in and what is replayed.
import type { CommitForm } from '../factlog/chain.ts';
import type { Fact } from '../fact.ts';
import type { Projection, WriteHandle } from '../projection.ts';
import { transactionContext, type TransactionContext } from './context.ts';

/** One transaction's facts, and how they came in. */
export interface Projected {
  readonly form: CommitForm;
  readonly batch: number;
  readonly recordedAt: number;
  readonly lastSeq: number;
  readonly facts: readonly Fact[];
}

export interface Outcome {
  /** Pieces of the batch's work that are left to settle. */
  readonly left: number;
  readonly topics: readonly string[];
}

export class Pipeline {
  readonly projections: readonly Projection[];
  /** Kinds of fact that some projection applies. */
  readonly kinds: ReadonlySet<string>;
  readonly #kindsOf: ReadonlyMap<Projection, ReadonlySet<string>>;

  constructor(projections: readonly Projection[]) {
    this.projections = projections;
    this.#kindsOf = new Map(projections.map((projection) => [projection, new Set(projection.kinds)]));
    this.kinds = new Set(projections.flatMap(({ kinds }) => kinds));
  }

  /**
   * Applies the facts and lets projections react; then nets: all at once in a whole commit, one step when a run
   * settles, and not at all while a run appends.
   */
  async project({ form, facts, ...place }: Projected, write: WriteHandle): Promise<Outcome> {
    const context = transactionContext(write, place);
    for (const projection of this.projections) {
      const own = this.#factsFor(projection, facts);
      if (own.length > 0) await projection.apply?.(own, context);
    }
    for (const projection of this.projections) await projection.react?.(context);
    let left = 0;
    if (form !== 'append') left = await this.#settle(context);
    if (form === 'commit') while (left > 0) left = await this.#settle(context);
    return { left, topics: context.topics() };
  }

  /** Takes a person's facts, now without personal fields, through the projections once more. */
  async erase(person: string, facts: readonly Fact[], context: TransactionContext): Promise<void> {
    for (const projection of this.projections) {
      const own = this.#factsFor(projection, facts);
      if (own.length === 0) continue;
      if (projection.erase !== undefined) await projection.erase(person, own, context);
      else await projection.apply?.(own, context);
    }
  }

  async #settle(context: TransactionContext): Promise<number> {
    let left = 0;
    for (const projection of this.projections) left += (await projection.settle?.(context)) ?? 0;
    return left;
  }

  #factsFor(projection: Projection, facts: readonly Fact[]): readonly Fact[] {
    const kinds = this.#kindsOf.get(projection);
    return kinds === undefined ? [] : facts.filter(({ kind }) => kinds.has(kind));
  }
}
