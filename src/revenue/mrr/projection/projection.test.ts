// The rollups against their definition: equal to a rebuild, the same in any order, the same when replayed.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../ledger/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { changeWorkspace, workspaceOf } from '../../../governance/workspace/index.ts';
import { currency, timeZone } from '../../../kernel/index.ts';
import { importRates } from '../../rates/index.ts';
import { freshness } from '../index.ts';
import { movementOfRecord, netOf } from '../rollups/index.ts';
import { openTestLedger, testSchema } from '../testing/billing-ledger.ts';
import type { BillingChange, TestLedger } from '../testing/billing-ledger.ts';
import { EventWriter, at, customerChange, together } from '../testing/billing-script.ts';
import { FIRST_DAY, RATES, changesOf, histories } from '../testing/histories.ts';
import type { History } from '../testing/histories.ts';

const RUNS = 12;

/** How a company's changes come in. */
interface Arrival {
  /** Positions by which the changes are sorted; as many as there can be changes. */
  readonly order: readonly number[];
  readonly batchSize: number;
  readonly isInRuns: boolean;
  /** After how many batches the rates come. */
  readonly ratesAfter: number;
}

const arrivals: fc.Arbitrary<Arrival> = fc.record({
  order: fc.array(fc.nat(1000), { minLength: 100, maxLength: 100 }),
  batchSize: fc.integer({ min: 1, max: 12 }),
  isInRuns: fc.boolean(),
  ratesAfter: fc.integer({ min: 0, max: 6 }),
});

async function takeIn(company: readonly History[], arrival: Arrival): Promise<TestLedger> {
  const opened = await openTestLedger();
  const writer = new EventWriter();
  const changes = changesOf(company)
    .map((change, index) => ({ change, place: arrival.order[index] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ change }) => change(writer));
  const batches: BillingChange[][] = [];
  for (let from = 0; from < changes.length; from += arrival.batchSize)
    batches.push(changes.slice(from, from + arrival.batchSize));
  for (const [index, batch] of batches.entries()) {
    opened.setNow(at('2024-07-01') + index * 86_400);
    if (index === Math.min(arrival.ratesAfter, batches.length - 1))
      await importRates(opened.ledger, 'test', 'test', RATES);
    if (arrival.isInRuns) await opened.changeInRun(batch);
    else await opened.change(together(batch));
  }
  return opened;
}

async function rollupsOf(read: ReadHandle) {
  return {
    months: await read
      .selectFrom('mrr_months')
      .selectAll()
      .orderBy('dimension')
      .orderBy('series')
      .orderBy('month')
      .orderBy('group_id')
      .orderBy('currency')
      .execute(),
    counts: await read
      .selectFrom('mrr_counts')
      .selectAll()
      .orderBy('dimension')
      .orderBy('series')
      .orderBy('currency')
      .orderBy('month')
      .orderBy('group_id')
      .execute(),
    cohorts: await read
      .selectFrom('mrr_cohorts')
      .selectAll()
      .orderBy('series')
      .orderBy('cohort_month')
      .orderBy('month')
      .orderBy('currency')
      .execute(),
  };
}

async function presentOf(read: ReadHandle) {
  const movements = new Map<string, ReturnType<typeof movementOfRecord>[]>();
  for (const row of await read.selectFrom('mrr_movements').selectAll().execute()) {
    movements.set(row.customer_id, [...(movements.get(row.customer_id) ?? []), movementOfRecord(row)]);
  }
  return {
    ...(await rollupsOf(read)),
    spans: await read
      .selectFrom('mrr_spans')
      .selectAll()
      .orderBy('customer_id')
      .orderBy('subscription_id')
      .orderBy('item_id')
      .orderBy('starts_on')
      .orderBy('price_id')
      .execute(),
    customers: await read.selectFrom('mrr_customers').selectAll().orderBy('customer_id').execute(),
    closingRates: await read.selectFrom('mrr_closing_rates').selectAll().orderBy('month').orderBy('currency').execute(),
    nets: [...movements]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, own]) => [id, netOf(own)])
      .filter(([, own]) => own?.length),
    pending: await read.selectFrom('mrr_pending').selectAll().execute(),
    pendingMonths: await read.selectFrom('mrr_pending_months').selectAll().execute(),
  };
}

async function standingsOf(read: ReadHandle) {
  return {
    standings: await read.selectFrom('mrr_standings').selectAll().orderBy('customer_id').execute(),
    holdings: await read
      .selectFrom('mrr_holdings')
      .selectAll()
      .orderBy('customer_id')
      .orderBy('plan_id')
      .orderBy('currency')
      .execute(),
    standingRates: await read.selectFrom('mrr_standing_rates').selectAll().orderBy('currency').execute(),
    freshness: await freshness(read),
  };
}

const IN_ORDER: Arrival = {
  order: Array.from({ length: 1000 }, (_, index) => index),
  batchSize: 1000,
  isInRuns: false,
  ratesAfter: 0,
};

describe('what batches leave behind', () => {
  test('the rollups are those that summing all movements anew gives', async () => {
    await fc.assert(
      fc.asyncProperty(histories, arrivals, async (company, arrival) => {
        const { ledger, rebuildRollups, close } = await takeIn(company, arrival);
        const kept = await rollupsOf(ledger.read);
        await rebuildRollups();
        expect(await rollupsOf(ledger.read)).toEqual(kept);
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('the present state is the same in any order and any batches', async () => {
    await fc.assert(
      fc.asyncProperty(histories, arrivals, async (company, arrival) => {
        const plain = await takeIn(company, IN_ORDER);
        const shuffled = await takeIn(company, arrival);
        expect(await presentOf(shuffled.ledger.read)).toEqual(await presentOf(plain.ledger.read));
        await plain.close();
        await shuffled.close();
      }),
      { numRuns: RUNS },
    );
  });

  test('a replay of the facts gives the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(histories, arrivals, async (company, arrival) => {
        const { path, close } = await takeIn(company, arrival);
        const verification = await verifyLedger({ path, key: null, schema: testSchema });
        expect(verification.difference).toBeNull();
        await close();
      }),
      { numRuns: 5 },
    );
  });

  test('settings that are changed and changed back leave everything as it was', async () => {
    const abroad = { timeZone: timeZone('Pacific/Kiritimati'), reportingCurrency: currency('EUR') };
    await fc.assert(
      fc.asyncProperty(histories, arrivals, async (company, arrival) => {
        const { ledger, path, close } = await takeIn(company, arrival);
        const before = { ...(await presentOf(ledger.read)), ...(await standingsOf(ledger.read)) };
        const { timeZone: zone, reportingCurrency } = await workspaceOf(ledger.read);
        for (const settings of [abroad, { timeZone: zone, reportingCurrency }]) {
          const { revision } = await workspaceOf(ledger.read);
          await changeWorkspace(ledger, 'test', { revision, ...settings }, async () => false);
        }
        expect({ ...(await presentOf(ledger.read)), ...(await standingsOf(ledger.read)) }).toEqual(before);
        expect((await verifyLedger({ path, key: null, schema: testSchema })).difference).toBeNull();
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('a customer that moves to another country takes its figures along', async () => {
    const [company] = fc.sample(histories, { numRuns: 1, seed: 7 });
    const { ledger, change, rebuildRollups, close } = await takeIn(company ?? [], IN_ORDER);
    await change(customerChange({ customerId: 'cus_0', country: 'FR' }, at(FIRST_DAY)));
    const kept = await rollupsOf(ledger.read);
    expect(kept.months.some((row) => row.dimension === 'country' && row.group_id === 'FR')).toBe(true);
    await rebuildRollups();
    expect(await rollupsOf(ledger.read)).toEqual(kept);
    await close();
  });
});
