// An open ledger's writing side: one transaction at a time, each appending facts and projecting them.
import { assert, type Instant } from '../../kernel/index.ts';
import type { Change, Committed, Run, Schema, Sources, WritableLedger } from '../contract.ts';
import type { Engine } from '../dialects/engine.ts';
import { Turnstile } from '../dialects/turnstile.ts';
import type { Actor, NewFact } from '../fact.ts';
import { FactWriter, type Appended } from '../factlog/append.ts';
import type { CommitForm } from '../factlog/chain.ts';
import { headOf, lockHead, type HeadRow } from '../factlog/head.ts';
import { batchSettled } from '../factlog/kinds.ts';
import { PersonKeys } from '../factlog/person-keys.ts';
import { openRuns } from '../factlog/tables.ts';
import { Pipeline, type Outcome } from '../projecting/pipeline.ts';
import type { ReadHandle } from '../projection.ts';
import { erasePerson } from './erase-person.ts';
import { OpenReadableLedger } from './readable.ts';
import { OpenRun } from './run.ts';

/** What one transaction did; null when it wrote nothing. */
export interface Step {
  readonly appended: Appended;
  readonly outcome: Outcome;
}

export interface StepParts {
  readonly form: CommitForm;
  readonly actor: Actor;
  /** Its batch; a new one when left out. */
  readonly batch?: number;
  /** What to append, decided while the head is locked. */
  readonly decide: (read: ReadHandle, now: Instant) => Promise<readonly NewFact[]>;
  /** More to write in the same transaction. */
  readonly also?: (step: Step) => Promise<void>;
}

export class OpenWritableLedger extends OpenReadableLedger implements WritableLedger {
  readonly keys: PersonKeys;
  readonly writer: FactWriter;
  readonly pipeline: Pipeline;
  readonly #sources: Sources;
  readonly #release: () => void;
  readonly #turnstile = new Turnstile();
  readonly #listeners = new Set<(change: Change) => void>();
  /** The last batch number given out, which runs take before they append. */
  #lastBatch: number;

  constructor(
    engine: Engine,
    schema: Schema,
    sources: Sources,
    opened: { salt: string; head: HeadRow; release: () => void },
  ) {
    super(engine, schema);
    this.#sources = sources;
    this.#release = opened.release;
    this.#lastBatch = opened.head.batch;
    this.keys = new PersonKeys(async (persons) => {
      const { condition, parameter } = engine.dialect.among('person', persons);
      return (
        await engine.session.query<{ person: string; key: Uint8Array | null }>(
          `select person, key from person_keys where ${condition}`,
          [parameter],
        )
      ).rows;
    });
    this.writer = new FactWriter(engine, this.kinds, this.keys, sources, opened.salt);
    this.pipeline = new Pipeline(schema.projections);
  }

  async commit(actor: Actor, decide: StepParts['decide']): Promise<Committed> {
    return this.committed(await this.step({ form: 'commit', actor, decide }));
  }

  async beginRun(actor: Actor): Promise<Run> {
    this.#lastBatch += 1;
    return new OpenRun(this, actor, this.#lastBatch);
  }

  async erasePerson(actor: Actor, person: string, erased: NewFact): Promise<Committed> {
    assert(erased.person === person, 'the fact of an erasure is about the person');
    return this.committed(await erasePerson(this, actor, person, erased));
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finishes runs that a crash left unsettled. */
  async settleOpenRuns(onProgress?: (left: number) => void): Promise<void> {
    const { rows } = await this.engine.session.query<{ batch: number; actor: string }>(
      'select batch, actor from open_runs order by batch',
      [],
    );
    for (const { batch, actor } of rows) await new OpenRun(this, actor, batch, true).settle(onProgress);
  }

  /** One transaction: locks the head, decides, appends, projects; null when nothing new was decided. */
  step({ form, actor, batch, decide, also }: StepParts): Promise<Step | null> {
    return this.#turnstile.alone(async () => {
      let done: Step | null = null;
      try {
        await this.engine.transaction(async () => {
          const head = await lockHead(this.engine);
          const recordedAt = Math.max(this.#sources.now(), head.recordedAt ?? 0);
          const newFacts = await decide(this.engine.write, recordedAt as Instant);
          const entry = { head, form, batch: batch ?? this.#lastBatch + 1, actor, recordedAt };
          const appended = newFacts.length === 0 ? null : await this.writer.append(entry, newFacts);
          if (appended === null) return;
          const projected = { form, batch: entry.batch, recordedAt, lastSeq: appended.head.seq, facts: appended.facts };
          done = { appended, outcome: await this.pipeline.project(projected, this.engine.write) };
          await also?.(done);
        });
      } catch (thrown) {
        this.writer.reset();
        throw thrown;
      }
      return this.#announced(done);
    });
  }

  /** Notes in the open transaction that the run has begun, or that it is settled. */
  async markRun(batch: number, actor: Actor, isOpen: boolean): Promise<void> {
    if (isOpen) await this.engine.write.insertRows(openRuns, [{ batch, actor }]);
    else await this.engine.write.deleteRows(openRuns, 'batch', [batch]);
  }

  /** The fact that a step of settling appends. */
  settledFact(batch: number, now: Instant): NewFact {
    return { kind: batchSettled.kind, subject: `batch:${batch}`, effectiveAt: now, payload: { batch } };
  }

  async committed(step: Step | null, batch?: number): Promise<Committed> {
    if (step === null) return { batch: batch ?? this.#lastBatch, appended: 0, head: await this.head() };
    const { head, facts } = step.appended;
    return { batch: batch ?? head.batch, appended: facts.length, head: headOf(head) };
  }

  override async close(): Promise<void> {
    await this.#turnstile.alone(async () => {
      await super.close();
      this.#release();
    });
  }

  #announced(done: Step | null): Step | null {
    if (done === null) return null;
    this.#lastBatch = Math.max(this.#lastBatch, done.appended.head.batch);
    const kinds = new Set(done.appended.facts.map(({ kind }) => kind));
    const change: Change = { head: headOf(done.appended.head), topics: [...done.outcome.topics, ...kinds] };
    // Apart from this call, whose transaction is durable whatever a listener does.
    for (const listener of this.#listeners) queueMicrotask(() => listener(change));
    return done;
  }
}
