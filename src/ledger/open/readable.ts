// An open ledger's reading side.
import type { ReadableLedger, Head, Schema } from '../contract.ts';
import type { Engine } from '../dialects/engine.ts';
import type { Fact } from '../fact.ts';
import { headOf, readHead } from '../factlog/head.ts';
import { FactKinds } from '../factlog/kinds.ts';
import { FactReader } from '../factlog/read.ts';
import type { ReadHandle } from '../projection.ts';

export class OpenReadableLedger implements ReadableLedger {
  readonly engine: Engine;
  readonly kinds: FactKinds;

  constructor(engine: Engine, schema: Schema) {
    this.engine = engine;
    this.kinds = new FactKinds(schema.factKinds);
  }

  get read(): ReadHandle {
    return this.engine.read;
  }

  head(): Promise<Head> {
    return this.engine.snapshot(async (_, session) => headOf(await readHead(session)));
  }

  factsOf(subject: string): Promise<Fact[]> {
    return this.#reading(async (reader) => (await reader.ofSubject(subject)).map(({ fact }) => fact));
  }

  fact(seq: number): Promise<Fact & { readonly hash: string }> {
    return this.#reading(async (reader) => {
      const { fact, hash } = await reader.at(seq);
      return { ...fact, hash };
    });
  }

  snapshot<R>(reads: (read: ReadHandle) => Promise<R>): Promise<R> {
    return this.engine.snapshot((kysely) => reads(kysely));
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  #reading<R>(work: (reader: FactReader) => Promise<R>): Promise<R> {
    return this.engine.snapshot((_, session) =>
      work(new FactReader(session, this.engine.dialect.placeholder, this.kinds)),
    );
  }
}
