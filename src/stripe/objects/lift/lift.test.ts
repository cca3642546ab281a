// Objects as older versions of the API gave them, next to what they are in the pinned version's shape.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../fields.ts';
import { madeInvoice, madeLine, madeList, madePrice, madeSubscription, START } from '../testing/made-objects.ts';
import { liftCoupon, liftPromotionCode } from './coupon.ts';
import { liftDiscount, liftDiscounts } from './discount.ts';
import { liftInvoiceLine } from './invoice-line.ts';
import { liftInvoice } from './invoice.ts';
import { liftCharge, liftCreditNote, liftCustomer } from './payment.ts';
import { liftPrice } from './price.ts';
import { liftSubscription } from './subscription.ts';

const OLD_PLAN: JsonObject = {
  id: 'gold',
  object: 'plan',
  amount: 900,
  created: START,
  currency: 'eur',
  interval: 'month',
  interval_count: 3,
  name: 'Gold',
};

function itemsOf(subscription: JsonObject): readonly JsonObject[] {
  return (subscription['items'] as { data: JsonObject[] }).data;
}

describe('what has the pinned shape is not copied', () => {
  test.each([
    ['subscription', madeSubscription(), liftSubscription],
    ['invoice', madeInvoice(), liftInvoice],
    ['price', madePrice(), liftPrice],
    ['line', madeLine(), (line: JsonObject) => liftInvoiceLine(line, 'in_1', 0)],
  ] as const)('%s', (_, object, lift) => {
    expect(lift(object)).toBe(object);
  });
});

describe('prices', () => {
  test('a plan becomes its price', () => {
    expect(liftPrice(OLD_PLAN)).toMatchObject({
      id: 'gold',
      object: 'price',
      currency: 'eur',
      nickname: 'Gold',
      product: null,
      type: 'recurring',
      unit_amount_decimal: '900',
      recurring: { interval: 'month', interval_count: 3, usage_type: 'licensed' },
    });
  });

  test('a metered tiered plan keeps tiers, mode and package', () => {
    const tiered = liftPrice({
      ...OLD_PLAN,
      amount: null,
      billing_scheme: 'tiered',
      tiers_mode: 'graduated',
      usage_type: 'metered',
      tiers: [
        { amount: 500, up_to: 10 },
        { unit_amount: 300, flat_amount: 100, up_to: null },
      ],
      transform_usage: { divide_by: 100, round: 'up' },
    });
    expect(tiered['tiers']).toEqual([
      { amount: 500, unit_amount: 500, up_to: 10 },
      { unit_amount: 300, flat_amount: 100, up_to: null },
    ]);
    expect(tiered).toMatchObject({
      unit_amount_decimal: null,
      recurring: { usage_type: 'metered' },
      transform_quantity: { divide_by: 100, round: 'up' },
    });
  });

  test('an amount without decimals gets them', () => {
    const { unit_amount_decimal: _, ...price } = madePrice();
    expect(liftPrice(price)['unit_amount_decimal']).toBe('1900');
  });
});

describe('subscriptions', () => {
  test('one plan and a quantity become an item', () => {
    const lifted = liftSubscription({
      id: 'sub_9',
      object: 'subscription',
      created: START,
      start: START,
      customer: 'cus_1',
      plan: OLD_PLAN,
      quantity: 4,
      status: 'active',
      current_period_start: START,
      current_period_end: START + 100,
      discount: null,
    });
    expect(lifted).toMatchObject({ start_date: START, discounts: [] });
    expect(itemsOf(lifted)).toMatchObject([
      {
        id: 'sub_9/item',
        quantity: 4,
        current_period_start: START,
        current_period_end: START + 100,
        price: { id: 'gold' },
      },
    ]);
  });

  test('plans in items become prices, and periods go from the subscription into its items', () => {
    const lifted = liftSubscription({
      ...madeSubscription(),
      discounts: undefined,
      billing: 'send_invoice',
      collection_method: undefined,
      current_period_start: START,
      current_period_end: START + 7,
      items: madeList({ id: 'si_1', object: 'subscription_item', created: START, plan: OLD_PLAN, quantity: 2 }),
    });
    expect(itemsOf(lifted)).toMatchObject([
      {
        id: 'si_1',
        price: { id: 'gold', object: 'price' },
        discounts: [],
        current_period_start: START,
        current_period_end: START + 7,
      },
    ]);
    expect(lifted['collection_method']).toBe('send_invoice');
  });

  test('the price stands before the plan where an item has both', () => {
    const item = { id: 'si_1', object: 'subscription_item', price: madePrice(), plan: OLD_PLAN, quantity: 1 };
    expect(itemsOf(liftSubscription(madeSubscription({ items: madeList(item) })))).toMatchObject([
      { price: { id: 'price_1' } },
    ]);
  });
});

describe('discounts and coupons', () => {
  const old: JsonObject = {
    object: 'discount',
    coupon: { id: 'HALF', percent_off: 50 },
    customer: 'cus_1',
    start: START,
    end: null,
  };

  test('the one discount becomes the list, its coupon goes into source, and an id is made from what it stands on', () => {
    expect(liftDiscounts({ discount: old })).toEqual([
      {
        ...old,
        id: `discount:cus_1:HALF:${START}`,
        source: { type: 'coupon', coupon: { id: 'HALF', percent_off: 50 } },
      },
    ]);
    expect(liftDiscounts({ discount: null })).toEqual([]);
    expect(liftDiscounts({ discounts: ['di_1'], discount: null })).toEqual(['di_1']);
  });

  test('a discount with an id keeps it', () => {
    expect(liftDiscount({ ...old, id: 'di_7' })['id']).toBe('di_7');
  });

  test('a precise percentage stands before a rounded one', () => {
    expect(liftCoupon({ id: 'C', percent_off: 33, percent_off_precise: 33.33 })['percent_off']).toBe(33.33);
  });

  test('the coupon of a promotion code goes into promotion', () => {
    expect(liftPromotionCode({ id: 'promo_1', code: 'HI', coupon: { id: 'C' } })['promotion']).toEqual({
      type: 'coupon',
      coupon: { id: 'C' },
    });
  });
});

describe('payments', () => {
  test('charges', () => {
    expect(liftCharge({ id: 'ch_1', amount: 5, paid: true, status: 'paid' })).toMatchObject({
      status: 'succeeded',
      amount_captured: 5,
    });
    expect(
      liftCharge({ id: 'ch_1', amount: 5, paid: true, captured: false, status: 'succeeded' })['amount_captured'],
    ).toBe(0);
    expect(liftCharge({ id: 'ch_1', amount: 5, paid: false })).toMatchObject({ status: 'failed', amount_captured: 0 });
  });

  test('credit notes and customers', () => {
    expect(liftCreditNote({ tax_amounts: [{ amount: 7, inclusive: false }] })['total_taxes']).toMatchObject([
      { amount: 7 },
    ]);
    expect(liftCustomer({ id: 'cus_1', account_balance: -5 })['balance']).toBe(-5);
  });
});
