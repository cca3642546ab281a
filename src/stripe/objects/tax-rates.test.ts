// The tax rates of a subscription are kept in its states, as whole as they were given.
import { expect, test } from 'vitest';
import type { JsonObject } from './fields.ts';
import { importObjects } from './index.ts';
import { stateRecord } from './rows/subscriptions.ts';
import { presentState, withLedger } from './testing/made-ledgers.ts';
import { madeItem, madeList, madeSubscription, START } from './testing/made-objects.ts';

function taxRate(id: string, percentage: number, inclusive: boolean): JsonObject {
  return { id, object: 'tax_rate', active: true, created: START, display_name: 'VAT', inclusive, percentage };
}

const SUBSCRIPTION = madeSubscription({
  default_tax_rates: [taxRate('txr_20', 20, true), 'txr_named'],
  items: madeList(madeItem({ tax_rates: [taxRate('txr_5', 5.5, false)] }), madeItem({ id: 'si_2' })),
});

test('an item’s own and the subscription’s; what is only named says nothing', () => {
  const { taxRates, items } = stateRecord(SUBSCRIPTION);
  expect(taxRates).toEqual([{ taxRateId: 'txr_20', percentage: '20', isInclusive: true }]);
  expect(items.map((item) => item.taxRates)).toEqual([
    [{ taxRateId: 'txr_5', percentage: '5.5', isInclusive: false }],
    undefined,
  ]);
  expect(() => stateRecord(madeSubscription({ default_tax_rates: [{ id: 'txr_1', percentage: 'much' }] }))).toThrow(
    'decimal number',
  );
});

test('are in the stored state, and rows of their own', () =>
  withLedger(async (ledger) => {
    const { problems } = await importObjects(ledger, structuredClone([SUBSCRIPTION]));
    expect(problems).toEqual([]);
    const state = await presentState(ledger);
    expect(state['subscriptions']).toMatchObject([{ state: JSON.stringify(stateRecord(SUBSCRIPTION)) }]);
    expect(state['tax_rates']).toMatchObject([{ id: 'txr_20' }, { id: 'txr_5' }]);
  }));
