// A run: one batch over several transactions, netted at its end.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assert } from '../../kernel/index.ts';
import type { Committed, Run } from '../contract.ts';
import type { Actor, NewFact } from '../fact.ts';
import type { OpenWritableLedger } from './writable.ts';

export class OpenRun implements Run {
  readonly batch: number;
  readonly #ledger: OpenWritableLedger;
  readonly #actor: Actor;
  #hasBegun: boolean;
  #isSettled = false;

  constructor(ledger: OpenWritableLedger, actor: Actor, batch: number, hasBegun = false) {
    this.#ledger = ledger;
    this.#actor = actor;
    this.batch = batch;
    this.#hasBegun = hasBegun;
  }

  async append(facts: readonly NewFact[]): Promise<Committed> {
    assert(!this.#isSettled, 'a settled run takes no more facts');
    const isFirst = !this.#hasBegun;
    const step = await this.#ledger.step({
      form: 'append',
      actor: this.#actor,
      batch: this.batch,
      decide: async () => facts,
      also: async () => {
        if (isFirst) await this.#ledger.markRun(this.batch, this.#actor, true);
      },
    });
    if (step !== null) this.#hasBegun = true;
    return this.#ledger.committed(step, this.batch);
  }

  async settle(onProgress?: (left: number) => void): Promise<Committed> {
    assert(!this.#isSettled, 'a run is settled once');
    let step = null;
    while (this.#hasBegun) {
      step = await this.#ledger.step({
        form: 'settle',
        actor: this.#actor,
        batch: this.batch,
        decide: async (_, now) => [this.#ledger.settledFact(this.batch, now)],
        also: async ({ outcome }) => {
          if (outcome.left === 0) await this.#ledger.markRun(this.batch, this.#actor, false);
        },
      });
      const left = step?.outcome.left ?? 0;
      onProgress?.(left);
      if (left === 0) break;
      await nextTurn();
    }
    this.#isSettled = true;
    return this.#ledger.committed(step, this.batch);
  }
}
