// Whether the sample's ledger is made through the import, the same to the byte, and whole or not at all.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customerErasedKind } from '../../../billing/customers/index.ts';
import { workspaceFactKinds, workspaceProjection } from '../../../governance/workspace/index.ts';
import { openLedgerForReading, verifyLedger, type Schema } from '../../../ledger/index.ts';
import { mrrFactKinds, mrrProjection } from '../../../revenue/mrr/index.ts';
import { rateFactKinds, ratesProjection } from '../../../revenue/rates/index.ts';
import { stripeEventKind, stripeObjectKind, stripeObjectsProjection } from '../../objects/index.ts';
import { createSample } from './create-sample.ts';
import { writeSample } from './write-sample.ts';

const schema: Schema = {
  factKinds: [
    ...workspaceFactKinds,
    stripeObjectKind,
    stripeEventKind,
    customerErasedKind,
    ...rateFactKinds,
    ...mrrFactKinds,
  ],
  projections: [workspaceProjection, stripeObjectsProjection, ratesProjection, mrrProjection],
};
const options = { customers: 6, months: 3, seed: 9 };
const folder = mkdtempSync(join(tmpdir(), 'sample-'));
const path = join(folder, 'sample.ledger');

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

beforeAll(async () => {
  const months: string[] = [];
  const summary = await createSample({ path, schema, options, onProgress: ({ on }) => months.push(on) });
  expect(months).toEqual(['2026-08-31', '2026-09-30', '2026-10-31']);
  expect(summary).toMatchObject({ ...options, path });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the same options make the same file to the byte', { timeout: 60_000 }, async () => {
  const other = join(folder, 'again.ledger');
  await createSample({ path: other, schema, options });
  expect(hashOf(other)).toBe(hashOf(path));
});

test('the ledger proves itself, and was recorded at the ends of its months', { timeout: 60_000 }, async () => {
  expect(await verifyLedger({ path, key: null, schema })).toMatchObject({ isIntact: true, difference: null });
  const ledger = await openLedgerForReading({ path, key: null, schema });
  try {
    expect((await ledger.head()).recordedAt).toBe(Date.UTC(2026, 10, 1, 4) / 1_000 - 1);
    const workspace = await ledger.read.selectFrom('workspace').selectAll().executeTakeFirstOrThrow();
    expect(workspace).toMatchObject({ time_zone: 'America/New_York', reporting_currency: 'USD' });
    const { count } = await ledger.read
      .selectFrom('customers')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(6);
  } finally {
    await ledger.close();
  }
});

test('a file that is there already is left alone', async () => {
  const other = join(folder, 'mine.txt');
  writeFileSync(other, 'mine');
  await expect(createSample({ path: other, schema, options })).rejects.toMatchObject({ code: 'bad_input' });
  expect(readFileSync(other, 'utf8')).toBe('mine');
});

test('a canceled sample leaves nothing behind, and what a crash left is made anew', { timeout: 60_000 }, async () => {
  const other = join(folder, 'canceled.ledger');
  const stop = new AbortController();
  const canceled = createSample({ path: other, schema, options, signal: stop.signal, onProgress: () => stop.abort() });
  await expect(canceled).rejects.toMatchObject({ code: 'canceled' });
  expect(readdirSync(folder).filter((name) => name.startsWith('canceled'))).toEqual([]);
  writeFileSync(`${other}.unfinished`, 'half a ledger');
  await createSample({ path: other, schema, options });
  expect(existsSync(`${other}.unfinished`)).toBe(false);
  expect(hashOf(other)).toBe(hashOf(path));
});

test('the objects can be written as files, one line each', async () => {
  const { files, objects } = await writeSample(join(folder, 'objects'), options);
  expect(files.map((file) => file.slice(folder.length + 9))).toEqual([
    '2026-08.jsonl',
    '2026-09.jsonl',
    '2026-10.jsonl',
    'rates.csv',
  ]);
  const lines = files.slice(0, 3).flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));
  expect(lines).toHaveLength(objects);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('object');
  expect(readFileSync(files[3] ?? '', 'utf8')).toMatch(/^date,base,quote,rate\n2025-/);
});
