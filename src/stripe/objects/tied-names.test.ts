// Observations of a customer that differ in sealed fields alone: the greater name stays, and an older one never comes back.
import { expect, test } from 'vitest';
import { importObjects } from './index.ts';
import { presentState, withLedger } from './testing/made-ledgers.ts';
import { madeCustomer, madeEvent, START } from './testing/made-objects.ts';

async function nameAfter(batches: readonly (readonly object[])[]): Promise<unknown> {
  return withLedger(async (ledger) => {
    for (const batch of batches) await importObjects(ledger, structuredClone(batch));
    return (await presentState(ledger))['customers']?.map((row) => (row as { name: string | null }).name);
  });
}

const ADA = madeCustomer({ name: 'Ada' });
const BOB = madeCustomer({ name: 'Bob' });

test('the greater of two names, whichever came first', async () => {
  expect(await nameAfter([[ADA], [BOB]])).toEqual(['Bob']);
  expect(await nameAfter([[BOB, ADA]])).toEqual(['Bob']);
});

test('a deletion that is told with an older content changes no name', async () => {
  const older = madeEvent('customer.deleted', START, BOB);
  const newer = madeEvent('customer.updated', START + 9, ADA);
  expect(await nameAfter([[newer], [older]])).toEqual(['Ada']);
  expect(await nameAfter([[older], [newer]])).toEqual(['Ada']);
});
