// The four standing questions of the dashboard, from rollups, against DuckDB over the raw movements.
import type { ReadHandle, WritableLedger } from '../../src/ledger/index.ts';
import { cohorts, ltvByMonth, mrrByKind, mrrByPlan } from '../../src/revenue/mrr/index.ts';
import { freshPath, removeFile } from './bench-folder.ts';
import { duckdbOf, QUESTIONS, type Question } from './duckdb-yardstick.ts';
import { compare, median, percentile, type Result, timeMs } from './measure.ts';
import { rollupYardstick } from './rollup-yardstick.ts';
import { makeSyntheticLedger, rebuildAll } from './synthetic-ledger.ts';
import { MOVEMENTS_PER_CUSTOMER } from './synthetic-movements.ts';

const REPETITIONS = 500;
/** Thrown away: the code is compiled as it grows warm. */
const WARM_UP = 100;
const DUCKDB_TURNS = 7;
/** From here on a turn of rebuilding takes so long that one must do. */
const MANY_MOVEMENTS = 5_000_000;

const ASK: Readonly<Record<Question, (read: ReadHandle) => Promise<unknown>>> = {
  'MRR by kind': mrrByKind,
  'MRR by plan': mrrByPlan,
  cohorts,
  'LTV by month': ltvByMonth,
};

const QUESTION_NAMES = Object.keys(QUESTIONS) as Question[];

/** One size under measurement. */
interface Bench {
  readonly movements: number;
  readonly size: string;
  /** How many times faster than DuckDB it is to be. */
  readonly speedTarget: number;
  readonly path: string;
  readonly ledger: WritableLedger;
}

/** Both sizes, ten apart, asked in turns, and how the times grew between them. */
export async function benchDashboard(sizes: readonly number[]): Promise<Result[]> {
  const benches: Bench[] = [];
  for (const [index, movements] of sizes.entries()) {
    const size = `${movements.toLocaleString('en-US')} movements`;
    console.error(`  making ${size} …`);
    const path = freshPath('dashboard.ledger');
    const ledger = await makeSyntheticLedger(path, movements);
    benches.push({ movements, size, speedTarget: index === 0 ? 10 : 80, path, ledger });
  }
  const own = await askInTurns(benches);
  const results: Result[] = [];
  for (const bench of benches) {
    results.push(...(await againstDuckdb(bench, own.get(bench.size) ?? new Map())));
    results.push(await rebuilding(bench));
  }
  results.push(...growth(benches.map(({ size }) => own.get(size) ?? new Map())));
  for (const { ledger, path } of benches) {
    await ledger.close();
    removeFile(path);
  }
  return results;
}

type Times = ReadonlyMap<Question, readonly number[]>;

/** Every question to every ledger in turn, so that a busy moment of the machine is shared by all. */
async function askInTurns(benches: readonly Bench[]): Promise<Map<string, Times>> {
  const times = new Map(
    benches.map(({ size }) => [size, new Map(QUESTION_NAMES.map((question) => [question, [] as number[]]))]),
  );
  for (const question of QUESTION_NAMES) {
    for (let turn = -WARM_UP; turn < REPETITIONS; turn += 1) {
      for (const { size, ledger } of benches) {
        const ms = await timeMs(async () => {
          await ASK[question](ledger.read);
        });
        if (turn >= 0) times.get(size)?.get(question)?.push(ms);
      }
    }
  }
  return times;
}

async function againstDuckdb({ movements, size, speedTarget }: Bench, own: Times): Promise<Result[]> {
  const duckdb = await duckdbOf(Math.ceil(movements / MOVEMENTS_PER_CUSTOMER));
  const results: Result[] = [];
  for (const [question, times] of own) {
    const duckdbTimes: number[] = [];
    for (let turn = 0; turn < DUCKDB_TURNS; turn += 1) {
      duckdbTimes.push(
        await timeMs(async () => {
          await duckdb.ask(question);
        }),
      );
    }
    results.push(...figures(question, size, times, median(duckdbTimes), speedTarget));
  }
  duckdb.close();
  return results;
}

function figures(
  question: Question,
  size: string,
  times: readonly number[],
  duckdbMs: number,
  target: number,
): Result[] {
  const p99Ms = percentile(times, 0.99);
  const medianMs = median(times);
  const speed = duckdbMs / medianMs;
  return [
    {
      name: `${question}, p99`,
      size,
      figure: `${p99Ms.toFixed(2)} ms`,
      target: '≤ 5 ms',
      isMet: p99Ms <= 5,
      values: { p99Ms },
    },
    {
      name: `${question} ÷ DuckDB (speed)`,
      size,
      figure: `${speed.toFixed(0)} × (${medianMs.toFixed(2)} against ${duckdbMs.toFixed(1)} ms)`,
      target: `≥ ${target} ×`,
      isMet: speed >= target,
      values: { medianMs, duckdbMs, speed },
    },
  ];
}

/** Rebuilding every rollup from the movements, against one statement that makes the same figures. */
async function rebuilding({ movements, size, path, ledger }: Bench): Promise<Result> {
  console.error(`  rebuilding the rollups of ${size} …`);
  const yardstick = rollupYardstick(path);
  const product = () => rebuildAll(ledger);
  const bySql = () => yardstick.rollUp();
  const { productMs, yardstickMs } =
    movements < MANY_MOVEMENTS
      ? await compare(product, bySql)
      : { productMs: await timeMs(product), yardstickMs: await timeMs(bySql) };
  yardstick.compare();
  yardstick.close();
  const ratio = productMs / yardstickMs;
  return {
    name: 'rollups rebuilt ÷ one SQL statement (time)',
    size,
    figure: `${ratio.toFixed(2)} × (${(productMs / 1000).toFixed(1)} against ${(yardstickMs / 1000).toFixed(1)} s)`,
    target: '≤ 1.5 ×',
    isMet: ratio <= 1.5,
    values: { productMs, yardstickMs, ratio },
  };
}

function growth([small, large]: readonly Times[]): Result[] {
  if (small === undefined || large === undefined) return [];
  return QUESTION_NAMES.map((question) => {
    const ratio = median(large.get(question) ?? []) / median(small.get(question) ?? []);
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
