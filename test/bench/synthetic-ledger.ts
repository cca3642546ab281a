// A ledger of synthetic customers, whose movements go through the product's own log and rollups.
import { z } from 'zod';
import { applicationSchema } from '../../src/app/schema.ts';
import { createWorkspace } from '../../src/governance/workspace/index.ts';
import { civilDay, currency, instant, timeZone } from '../../src/kernel/index.ts';
import {
  createLedger,
  defineFactKind,
  type Projection,
  type Schema,
  systemSources,
  type WritableLedger,
} from '../../src/ledger/index.ts';
import { appendMovements, rebuildRollups } from '../../src/revenue/mrr/index.ts';
import { BENCH_KEY } from './bench-folder.ts';
import { MOVEMENTS_PER_CUSTOMER, syntheticCustomers } from './synthetic-movements.ts';

const CUSTOMERS_PER_FACT = 20_000;
const THROUGH = civilDay('2026-10-31');

const customersMade = defineFactKind({
  kind: 'bench.customers_made',
  version: 1,
  schema: z.object({ first: z.number(), count: z.number() }),
});

const rollupsRebuilt = defineFactKind({ kind: 'bench.rollups_rebuilt', version: 1, schema: z.object({}) });

/** Turns a fact that says how many customers there are into their movements. */
const syntheticProjection: Projection = {
  name: 'bench/movements',
  version: 1,
  tables: [],
  kinds: [customersMade.kind, rollupsRebuilt.kind],
  async apply(facts, context) {
    for (const { kind, payload } of facts) {
      if (kind === rollupsRebuilt.kind) {
        await rebuildRollups(context.write);
        continue;
      }
      const { first, count } = customersMade.schema.parse(payload);
      await appendMovements(context, [...syntheticCustomers(first, count)], THROUGH);
    }
  },
};

const schema: Schema = {
  factKinds: [...applicationSchema.factKinds, customersMade, rollupsRebuilt],
  projections: [...applicationSchema.projections, syntheticProjection],
};

/** A new encrypted ledger with about so many movements. */
export async function makeSyntheticLedger(path: string, movements: number): Promise<WritableLedger> {
  const ledger = await createLedger({ path, key: BENCH_KEY, schema });
  const workspace = { name: 'Bench', timeZone: timeZone('America/New_York'), reportingCurrency: currency('USD') };
  await createWorkspace(ledger, 'bench', workspace, systemSources.randomBytes);
  const customers = Math.ceil(movements / MOVEMENTS_PER_CUSTOMER);
  for (let first = 0; first < customers; first += CUSTOMERS_PER_FACT) {
    const count = Math.min(CUSTOMERS_PER_FACT, customers - first);
    await ledger.commit('bench', async (_, now) => [
      { kind: customersMade.kind, subject: `customers_${first}`, effectiveAt: instant(now), payload: { first, count } },
    ]);
  }
  return ledger;
}

/** Rebuilds every rollup from the movements, as a durable commit. */
export async function rebuildAll(ledger: WritableLedger): Promise<void> {
  await ledger.commit('bench', async (_, now) => [
    { kind: rollupsRebuilt.kind, subject: 'rollups', effectiveAt: instant(now), payload: {} },
  ]);
}
