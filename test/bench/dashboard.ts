// The four standing questions of the dashboard, from rollups, against DuckDB over the raw movements.
import { sql } from 'kysely';
import { z } from 'zod';
import { applicationSchema } from '../../src/app/schema.ts';
import { createWorkspace } from '../../src/governance/workspace/index.ts';
import { civilDay, currency, instant, timeZone } from '../../src/kernel/index.ts';
import {
  createLedger,
  defineFactKind,
  type Projection,
  type ReadHandle,
  type Schema,
  systemSources,
  type WritableLedger,
} from '../../src/ledger/index.ts';
import {
  appendMovements,
  cohorts,
  ltvByMonth,
  mrrByKind,
  mrrByPlan,
  rebuildRollups,
} from '../../src/revenue/mrr/index.ts';
import { BENCH_KEY, freshPath, removeFile } from './bench-folder.ts';
import { duckdbOf, QUESTIONS, type Question } from './duckdb-yardstick.ts';
import { median, percentile, repeat, type Result, timeMs } from './measure.ts';
import { MOVEMENTS_PER_CUSTOMER, syntheticCustomers } from './synthetic-movements.ts';

const CUSTOMERS_PER_FACT = 5_000;
const THROUGH = civilDay('2026-10-31');
const REPETITIONS = 200;

const customersMade = defineFactKind({
  kind: 'bench.customers_made',
  version: 1,
  schema: z.object({ first: z.number(), count: z.number() }),
});

const rollupsRebuilt = defineFactKind({ kind: 'bench.rollups_rebuilt', version: 1, schema: z.object({}) });

/** Turns a fact that says how many customers there are into their movements, through the product's own rollups. */
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

const ASK: Readonly<Record<Question, (read: ReadHandle) => Promise<unknown>>> = {
  'MRR by kind': mrrByKind,
  'MRR by plan': mrrByPlan,
  cohorts,
  'LTV by month': ltvByMonth,
};

const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

interface Times {
  readonly p99Ms: number;
  readonly medianMs: number;
  readonly duckdbMs: number;
}

/** Both sizes, ten apart, and how the times grew between them. */
export async function benchDashboard(sizes: readonly number[]): Promise<Result[]> {
  const results: Result[] = [];
  const bySize: Map<Question, Times>[] = [];
  for (const [index, movements] of sizes.entries()) {
    const { times, rebuild } = await benchSize(movements);
    bySize.push(times);
    const target = index === 0 ? 10 : 80;
    const size = `${movements.toLocaleString('en-US')} movements`;
    for (const [question, { p99Ms, duckdbMs, medianMs }] of times) {
      results.push({
        name: `${question}, p99`,
        size,
        figure: `${p99Ms.toFixed(2)} ms`,
        target: '≤ 5 ms',
        isMet: p99Ms <= 5,
        values: { p99Ms },
      });
      const speed = duckdbMs / medianMs;
      results.push({
        name: `${question} ÷ DuckDB (speed)`,
        size,
        figure: `${speed.toFixed(0)} × (${medianMs.toFixed(2)} against ${duckdbMs.toFixed(1)} ms)`,
        target: `≥ ${target} ×`,
        isMet: speed >= target,
        values: { medianMs, duckdbMs, speed },
      });
    }
    const ratio = rebuild.productMs / rebuild.sqlMs;
    results.push({
      name: 'rollups rebuilt ÷ one SQL statement (time)',
      size,
      figure: `${ratio.toFixed(2)} ×`,
      target: '≤ 1.5 ×',
      isMet: ratio <= 1.5,
      values: { ...rebuild, ratio },
    });
  }
  return [...results, ...growth(bySize)];
}

function growth([small, large]: readonly Map<Question, Times>[]): Result[] {
  if (small === undefined || large === undefined) return [];
  return QUESTION_NAMES.map((question) => {
    const ratio = (large.get(question)?.medianMs ?? Number.NaN) / (small.get(question)?.medianMs ?? Number.NaN);
    return {
      name: `${question}, growth`,
      size: 'ten times the movements',
      figure: `${ratio.toFixed(2)} ×`,
      target: '≤ 1.25 ×',
      isMet: ratio <= 1.25,
      values: { ratio },
    };
  });
}

async function benchSize(
  movements: number,
): Promise<{ times: Map<Question, Times>; rebuild: { productMs: number; sqlMs: number } }> {
  const customers = Math.ceil(movements / MOVEMENTS_PER_CUSTOMER);
  const path = freshPath('dashboard.ledger');
  const ledger = await makeLedger(path, customers);
  const duckdb = await duckdbOf(customers);
  const times = new Map<Question, Times>();
  for (const question of QUESTION_NAMES) {
    const duckdbTimes = await repeat(async () => {
      await duckdb.ask(question);
    }, 7);
    const own = await repeat(async () => {
      await ASK[question](ledger.read);
    }, REPETITIONS);
    times.set(question, { p99Ms: percentile(own, 0.99), medianMs: median(own), duckdbMs: median(duckdbTimes) });
  }
  duckdb.close();
  const rebuild = await benchRebuild(ledger);
  await ledger.close();
  removeFile(path);
  return { times, rebuild };
}

/** Rebuilding every rollup from the movements, against one statement that sums them by month, plan and kind. */
async function benchRebuild(ledger: WritableLedger): Promise<{ productMs: number; sqlMs: number }> {
  const sqlMs = await timeMs(async () => {
    await ledger.read
      .selectFrom('mrr_movements')
      .select(({ fn }) => [
        sql<string>`substr(effective_on, 1, 7)`.as('month'),
        'plan_id',
        'kind',
        fn.sum<bigint>('amount_mrr').as('sum_mrr'),
      ])
      .groupBy(['month', 'plan_id', 'kind'])
      .execute();
  });
  const productMs = await timeMs(async () => {
    await ledger.commit('bench', async (_, now) => [
      { kind: rollupsRebuilt.kind, subject: 'rollups', effectiveAt: instant(now), payload: {} },
    ]);
  });
  return { productMs, sqlMs };
}

async function makeLedger(path: string, customers: number): Promise<WritableLedger> {
  const ledger = await createLedger({ path, key: BENCH_KEY, schema });
  const workspace = { name: 'Bench', timeZone: timeZone('America/New_York'), reportingCurrency: currency('USD') };
  await createWorkspace(ledger, 'bench', workspace, systemSources.randomBytes);
  for (let first = 0; first < customers; first += CUSTOMERS_PER_FACT) {
    const count = Math.min(CUSTOMERS_PER_FACT, customers - first);
    await ledger.commit('bench', async (_, now) => [
      { kind: customersMade.kind, subject: `customers_${first}`, effectiveAt: instant(now), payload: { first, count } },
    ]);
  }
  return ledger;
}
