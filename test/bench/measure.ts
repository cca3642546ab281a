// How the bench measures: product and yardstick take turns in one process, and medians are compared.

export interface Comparison {
  readonly productMs: number;
  readonly yardstickMs: number;
  /** Yardstick time ÷ product time: above 1 the product is the faster. */
  readonly speed: number;
}

/** One line of the bench's result. */
export interface Result {
  readonly name: string;
  readonly size: string;
  /** What was measured, as printed. */
  readonly figure: string;
  readonly target: string;
  readonly isMet: boolean | null;
  readonly values: Readonly<Record<string, number>>;
}

export type Task = () => Promise<void> | void;

/** Median of a non-empty list. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the given share of a non-empty list lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('no values');
  return value;
}

/** Milliseconds that the task takes. */
export async function timeMs(task: Task): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** Runs both tasks alternately, the first turn of each thrown away, and compares the medians. */
export async function compare(product: Task, yardstick: Task, turns = 5): Promise<Comparison> {
  const productTimes: number[] = [];
  const yardstickTimes: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    const productMs = await timeMs(product);
    const yardstickMs = await timeMs(yardstick);
    if (turn > 0) {
      productTimes.push(productMs);
      yardstickTimes.push(yardstickMs);
    }
  }
  const productMs = median(productTimes);
  const yardstickMs = median(yardstickTimes);
  return { productMs, yardstickMs, speed: yardstickMs / productMs };
}

/** Times of many repetitions of one task, the first tenth thrown away. */
export async function repeat(task: Task, times: number): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < times; index += 1) all.push(await timeMs(task));
  return all.slice(Math.floor(times / 10));
}

/** The results as a table of fixed width. */
export function asTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.name,
    result.size,
    result.figure,
    result.target,
    result.isMet === null ? '' : result.isMet ? 'met' : 'missed',
  ]);
  const all = [['measure', 'size', 'figure', 'target', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
