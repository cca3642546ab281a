// Taking Stripe objects in: against raw inserts, a second reading, bytes on disk, and a full replay.
import { applicationSchema } from '../../src/app/schema.ts';
import { verifyLedger } from '../../src/ledger/index.ts';
import { BENCH_KEY, bytesOf, freshPath, removeFile } from './bench-folder.ts';
import { median, type Result, timeMs } from './measure.ts';
import { insertRaw } from './raw-inserts.ts';
import { importInto, makeEmptyLedger, type ObjectsFile, writeObjects } from './sample-ledger.ts';

/** Both sizes, ten apart. */
export async function benchIngest(sizes: readonly number[], turns: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of sizes) results.push(...(await benchSize(writeObjects(size, 1), turns)));
  return results;
}

async function benchSize(objects: ObjectsFile, turns: number): Promise<Result[]> {
  const ingest: number[] = [];
  const reread: number[] = [];
  const raw: number[] = [];
  const replay: number[] = [];
  const subjects = objects.objects.map((object) => [object.id, personOf(object)] as const);
  let bytes = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const rawPath = freshPath('raw.db');
    raw.push(await timeMs(() => insertRaw(rawPath, objects.lines, subjects)));
    removeFile(rawPath);
    const path = await makeEmptyLedger();
    ingest.push(await timeMs(() => importInto(path, objects.path)));
    bytes = bytesOf(path);
    reread.push(await timeMs(() => importInto(path, objects.path)));
    replay.push(
      await timeMs(async () => {
        const { isIntact } = await verifyLedger({ path, key: BENCH_KEY, schema: applicationSchema });
        if (!isIntact) throw new Error('the bench ledger does not verify');
      }),
    );
    removeFile(path);
  }
  return figures(objects, {
    ingestMs: median(ingest),
    rereadMs: median(reread),
    rawMs: median(raw),
    replayMs: median(replay),
    bytes,
  });
}

interface Measured {
  readonly ingestMs: number;
  readonly rereadMs: number;
  readonly rawMs: number;
  readonly replayMs: number;
  readonly bytes: number;
}

function figures(objects: ObjectsFile, { ingestMs, rereadMs, rawMs, replayMs, bytes }: Measured): Result[] {
  const count = objects.lines.length;
  const size = `${count.toLocaleString('en-US')} objects`;
  const perSecond = (ms: number): string => Math.round((count / ms) * 1000).toLocaleString('en-US');
  return [
    line(
      'ingest ÷ raw inserts (speed)',
      rawMs / ingestMs,
      (ratio) => ratio >= 0.35,
      '≥ 0.35 ×',
      { ingestMs, rawMs },
      `${perSecond(ingestMs)} against ${perSecond(rawMs)} objects/s`,
    ),
    line('re-reading ÷ first ingest (speed)', ingestMs / rereadMs, (ratio) => ratio >= 3, '≥ 3 ×', {
      ingestMs,
      rereadMs,
    }),
    line('bytes on disk ÷ JSON', bytes / objects.bytes, (ratio) => ratio <= 0.7, '≤ 0.7 ×', {
      bytes,
      jsonBytes: objects.bytes,
    }),
    line('verify ÷ first ingest (time)', replayMs / ingestMs, (ratio) => ratio <= 1, '≤ 1 ×', { replayMs, ingestMs }),
  ];
  function line(
    name: string,
    ratio: number,
    isMet: (ratio: number) => boolean,
    target: string,
    values: Record<string, number>,
    detail = '',
  ): Result {
    const figure = `${ratio.toFixed(2)} ×${detail === '' ? '' : ` (${detail})`}`;
    return { name, size, figure, target, isMet: isMet(ratio), values: { ...values, ratio } };
  }
}

function personOf(object: object): string | null {
  return 'customer' in object && typeof object.customer === 'string' ? object.customer : null;
}
