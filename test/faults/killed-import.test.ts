// `kill -9` at random points of an import: the ledger opens again and verifies, nothing that was acknowledged is lost,
// and importing once more completes it to the state of an import that nobody disturbed.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCompany } from '../../src/app/create-company.ts';
import { openForWriting } from '../../src/app/open-ledger.ts';
import { applicationSchema } from '../../src/app/schema.ts';
import { currency, timeZone } from '../../src/kernel/index.ts';
import { type ReadableLedger, seededSources, systemSources, verifyLedger } from '../../src/ledger/index.ts';
import { movementsReport } from '../../src/revenue/mrr/index.ts';
import { importFiles } from '../../src/stripe/objects/index.ts';
import { sampleCompany } from '../../src/stripe/sample/index.ts';
import { importAndKill } from './killed-import.ts';

const KILLS = 20;
const COMPANY = { customers: 360, months: 24, seed: 3 };

/** Set COUNTINGHOUSE_TEST_SEED to the seed of a failure to kill at the same moments again. */
const SEED = process.env['COUNTINGHOUSE_TEST_SEED'] ?? String(Date.now());
const randomness = seededSources(SEED, systemSources.now);
const share = (): number => Buffer.from(randomness.randomBytes(4)).readUInt32LE() / 2 ** 32;

describe('an import that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-killed-'));
  const file = join(folder, 'objects.jsonl');
  const empty = join(folder, 'empty.ledger');
  let fullMs = 0;
  let undisturbed: unknown;
  let inTheMiddle = 0;

  beforeAll(async () => {
    console.log(`killed at moments that follow from COUNTINGHOUSE_TEST_SEED=${SEED}`);
    const objects = [...sampleCompany(COMPANY).deliveries()].flatMap((delivery) => delivery.objects);
    writeFileSync(file, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
    const workspace = { name: 'Killed', timeZone: timeZone('America/New_York'), reportingCurrency: currency('USD') };
    const ledger = await createCompany({ path: empty, key: null, workspace, command: 'killed-import' });
    await ledger.close();
    const whole = copyOf('whole');
    fullMs = (await importAndKill(whole, file, null)).tookMs;
    undisturbed = await stateOf(whole);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function copyOf(name: string): string {
    const path = join(folder, `${name}.ledger`);
    copyFileSync(empty, path);
    return path;
  }

  test.each(Array.from({ length: KILLS }, (_, index) => ({ kill: index + 1 })))(
    'is whole again, kill $kill',
    async ({ kill }) => {
      const path = copyOf(`kill-${kill}`);
      const afterMs = share() * fullMs;
      const { acknowledged, isDone } = await importAndKill(path, file, afterMs);
      if (acknowledged !== null && !isDone) inTheMiddle += 1;
      const about = `killed ${afterMs.toFixed(1)} ms after it began, seed ${SEED}`;

      const reopened = await openForWriting({ path, key: null });
      if (acknowledged !== null) {
        expect((await reopened.fact(acknowledged.seq)).hash, `an acknowledged fact is lost: ${about}`).toBe(
          acknowledged.hash,
        );
      }
      await reopened.close();
      expect(await verifyLedger({ path, key: null, schema: applicationSchema }), about).toMatchObject({
        isIntact: true,
      });

      const completed = await openForWriting({ path, key: null });
      await importFiles(completed, [file]);
      await completed.close();
      expect(await verifyLedger({ path, key: null, schema: applicationSchema }), about).toMatchObject({
        isIntact: true,
      });
      expect(await stateOf(path), about).toEqual(undisturbed);
      for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    },
  );

  test('was killed in the middle often enough to tell anything', () => {
    expect(inTheMiddle).toBeGreaterThan(KILLS / 10);
  });
});

/** What the ledger says now; how often it was restated on the way is left out. */
async function stateOf(path: string): Promise<unknown> {
  const ledger = await openForWriting({ path, key: null });
  try {
    return await presentState(ledger);
  } finally {
    await ledger.close();
  }
}

async function presentState({ read }: ReadableLedger): Promise<unknown> {
  const objects = await read
    .selectFrom('stripe_objects')
    .select(['type', 'id', 'version_key'])
    .orderBy('type')
    .orderBy('id')
    .execute();
  const spans = await read
    .selectFrom('mrr_spans')
    .selectAll()
    .orderBy('customer_id')
    .orderBy('subscription_id')
    .orderBy('item_id')
    .orderBy('starts_on')
    .orderBy('price_id')
    .execute();
  const { rows } = await movementsReport(read, { isNative: true, groupBy: 'plan', series: 'economic' });
  expect([objects.length, spans.length, rows.length].every((count) => count > 0)).toBe(true);
  return { objects, spans, rows };
}
