// Erasing a customer: names go, figures stay, and what comes in later brings no names back.
import { expect, test } from 'vitest';
import { eraseCustomer } from '../../billing/customers/index.ts';
import { instant } from '../../kernel/index.ts';
import { verifyLedger } from '../../ledger/index.ts';
import { importObjects, storedObject } from './index.ts';
import { presentState, stripeSchema, withLedger } from './testing/made-ledgers.ts';
import { madeCustomer, madeEvent, madeInvoice, madeSubscription, START } from './testing/made-objects.ts';

const OBJECTS = () => [
  madeCustomer(),
  madeCustomer({ name: 'Zoe' }),
  madeSubscription(),
  madeInvoice(),
  madeEvent('customer.updated', START + 5, madeCustomer({ name: 'Bob' }), { name: 'Ada Example' }),
];

test('an erased customer keeps country, subscriptions and invoices', () =>
  withLedger(async (ledger, path) => {
    await importObjects(ledger, OBJECTS());
    const before = await presentState(ledger);
    await eraseCustomer(ledger, 'member', { customerId: 'cus_1', at: instant(START + 99) });
    const after = await presentState(ledger);
    expect(after['customers']).toMatchObject([{ id: 'cus_1', name: null, email: null, country: 'US', is_erased: 1 }]);
    expect({ ...after, customers: [] }).toEqual({ ...before, customers: [] });
    const { object } = await storedObject(ledger, 'cus_1');
    expect(object).toMatchObject({ id: 'cus_1', name: null, email: null, address: { country: 'US', line1: null } });
    expect(await verifyLedger({ path, key: null, schema: stripeSchema })).toMatchObject({
      isIntact: true,
      difference: null,
    });
  }));

test('what is imported after an erasure brings no name back', () =>
  withLedger(async (ledger, path) => {
    await importObjects(ledger, OBJECTS());
    await eraseCustomer(ledger, 'member', { customerId: 'cus_1', at: instant(START + 99) });
    expect((await importObjects(ledger, OBJECTS())).added).toBe(0);
    await importObjects(ledger, [
      madeCustomer({ name: 'Eve', next_invoice_sequence: 9 }),
      madeEvent('customer.updated', START + 50, madeCustomer({ name: 'Eve', balance: 5 })),
    ]);
    expect((await presentState(ledger))['customers']).toMatchObject([
      { name: null, email: null, is_erased: 1, balance_minor: 5 },
    ]);
    expect(await verifyLedger({ path, key: null, schema: stripeSchema })).toMatchObject({
      isIntact: true,
      difference: null,
    });
  }));

test('a customer that is not there cannot be erased', () =>
  withLedger(async (ledger) => {
    await expect(eraseCustomer(ledger, 'member', { customerId: 'cus_9', at: instant(START) })).rejects.toMatchObject({
      code: 'not_found',
    });
  }));

test('the evidence of the customer’s disputes goes with the name', () =>
  withLedger(async (ledger) => {
    await importObjects(ledger, [
      madeCustomer(),
      {
        id: 'ch_1',
        object: 'charge',
        amount: 5,
        created: START,
        currency: 'usd',
        customer: 'cus_1',
        paid: true,
        status: 'succeeded',
      },
      {
        id: 'dp_1',
        object: 'dispute',
        amount: 5,
        charge: 'ch_1',
        created: START,
        currency: 'usd',
        status: 'lost',
        evidence: { customer_name: 'Ada Example', receipt: null },
      },
    ]);
    expect(JSON.stringify((await storedObject(ledger, 'dp_1')).object)).toContain('Ada Example');
    await eraseCustomer(ledger, 'member', { customerId: 'cus_1', at: instant(START + 99) });
    expect((await storedObject(ledger, 'dp_1')).object['evidence']).toBeNull();
  }));
