// What is split off an object before it is stored: expanded objects, and personal fields.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../fields.ts';
import {
  madeCoupon,
  madeCustomer,
  madeDiscount,
  madeInvoice,
  madeItem,
  madeList,
  madePrice,
  madeProduct,
  madeSubscription,
} from '../testing/made-objects.ts';
import { splitExpansions } from './expansions.ts';
import { joinPersonal, splitPersonal } from './personal.ts';

function expansionsOf(object: JsonObject): JsonObject[] {
  const expanded: JsonObject[] = [];
  splitExpansions(String(object['object']), object, (each) => expanded.push(each));
  return expanded;
}

describe('expansions', () => {
  test('an expanded customer and invoice leave their ids', () => {
    const subscription = madeSubscription({ customer: madeCustomer(), latest_invoice: madeInvoice() });
    expect(expansionsOf(subscription).map(({ id }) => id)).toEqual(['cus_1', 'in_1']);
    expect(subscription).toMatchObject({ customer: 'cus_1', latest_invoice: 'in_1' });
  });

  test('what is always embedded stays: price, lines, coupon', () => {
    const subscription = madeSubscription({
      discounts: [madeDiscount({ source: { type: 'coupon', coupon: madeCoupon() } })],
    });
    expect(expansionsOf(subscription)).toEqual([]);
    expect(expansionsOf(madeInvoice())).toEqual([]);
  });

  test('a product expanded in an item’s price leaves its id', () => {
    const price = madePrice({ product: madeProduct() });
    const subscription = madeSubscription({ items: madeList(madeItem({ price })) });
    expect(expansionsOf(subscription).map(({ id }) => id)).toEqual(['prod_1']);
    expect(price['product']).toBe('prod_1');
  });

  test('a list that once came with its owner is split too', () => {
    const customer = madeCustomer({ subscriptions: madeList(madeSubscription()) });
    expect(expansionsOf(customer).map(({ id }) => id)).toEqual(['sub_1']);
    expect(customer['subscriptions']).toMatchObject({ data: ['sub_1'] });
  });

  test('a subscription expanded in an invoice’s parent leaves its id', () => {
    const invoice = madeInvoice({
      parent: { type: 'subscription_details', subscription_details: { subscription: madeSubscription() } },
    });
    expect(expansionsOf(invoice).map(({ id }) => id)).toEqual(['sub_1']);
  });
});

describe('personal fields', () => {
  const cases: [string, JsonObject, readonly string[]][] = [
    ['customer', madeCustomer(), ['Ada Example', 'ada@example.com', '1 Road', 'Springfield', '12345']],
    ['invoice', madeInvoice({ customer_address: { country: 'DE', line1: 'Weg 1' } }), ['Ada Example', 'Weg 1']],
    [
      'charge',
      {
        id: 'ch_1',
        object: 'charge',
        billing_details: { name: 'Ada', email: null },
        receipt_email: 'a@b.c',
        payment_method_details: { type: 'paypal', paypal: { payer_email: 'p@b.c', country: 'US' } },
      },
      ['Ada', 'a@b.c', 'p@b.c'],
    ],
    ['dispute', { id: 'dp_1', object: 'dispute', evidence: { customer_name: 'Ada', receipt: null } }, ['Ada']],
    [
      'payment_method',
      {
        id: 'pm_1',
        object: 'payment_method',
        billing_details: { name: 'Ada' },
        card: { brand: 'visa', last4: '4242' },
      },
      ['Ada'],
    ],
    ['tax_id', { id: 'txi_1', object: 'tax_id', owner: { type: 'customer', customer: 'cus_1' }, country: 'DE' }, []],
    [
      'identity.thing',
      { id: 'x', object: 'identity.thing', parties: [{ name: 'Ada', email: 'e@f' }, { role: 'owner' }] },
      ['Ada', 'e@f'],
    ],
  ];

  test.each(cases)('%s: sealed, and whole again when joined', (type, object, secrets) => {
    const given = structuredClone(object);
    const { open, personal } = splitPersonal(type, structuredClone(object));
    const written = JSON.stringify(open);
    for (const secret of secrets) expect(written).not.toContain(JSON.stringify(secret));
    expect(joinPersonal(open, personal)).toEqual(given);
  });

  test('country and state of the billing address stay open', () => {
    expect(splitPersonal('customer', madeCustomer()).open['address']).toEqual({
      city: null,
      country: 'US',
      line1: null,
      line2: null,
      postal_code: null,
      state: 'NY',
    });
  });

  test('nothing personal, nothing sealed', () => {
    expect(splitPersonal('customer', madeCustomer({ name: null, email: null, address: null })).personal).toBeNull();
    expect(splitPersonal('price', madePrice()).personal).toBeNull();
  });

  test('secrets do not enter the ledger', () => {
    const { open, personal } = splitPersonal('payment_intent', {
      id: 'pi_1',
      object: 'payment_intent',
      client_secret: 'pi_1_secret_x',
    });
    expect(open['client_secret']).toBeNull();
    expect(personal).toBeNull();
  });
});
