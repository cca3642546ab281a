// An account as the API gave it years ago, all the way to the rows.
import { expect, test } from 'vitest';
import type { JsonObject } from './fields.ts';
import { importObjects, storedObject } from './index.ts';
import { presentState, withLedger } from './testing/made-ledgers.ts';
import { DAY, madeList, START } from './testing/made-objects.ts';

const PLAN: JsonObject = {
  id: 'team-monthly',
  object: 'plan',
  amount: 4900,
  created: START,
  currency: 'usd',
  interval: 'month',
  interval_count: 1,
  name: 'Team',
  statement_descriptor: null,
  trial_period_days: null,
};
const DISCOUNT: JsonObject = {
  object: 'discount',
  customer: 'cus_old',
  subscription: 'sub_old',
  start: START,
  end: START + 90 * DAY,
  coupon: {
    id: 'LAUNCH',
    object: 'coupon',
    percent_off: 20,
    duration: 'repeating',
    duration_in_months: 3,
    created: START,
    valid: true,
  },
};
const SUBSCRIPTION: JsonObject = {
  id: 'sub_old',
  object: 'subscription',
  cancel_at_period_end: false,
  canceled_at: null,
  created: START,
  customer: 'cus_old',
  current_period_end: START + 31 * DAY,
  current_period_start: START,
  discount: DISCOUNT,
  ended_at: null,
  metadata: {},
  plan: PLAN,
  quantity: 2,
  start: START,
  status: 'active',
  tax_percent: 20,
  trial_end: null,
  trial_start: null,
};
const CARD: JsonObject = {
  id: 'card_old',
  object: 'card',
  brand: 'Visa',
  customer: 'cus_old',
  last4: '4242',
  name: 'Ada Old',
};
const CUSTOMER: JsonObject = {
  id: 'cus_old',
  object: 'customer',
  account_balance: -500,
  created: START,
  currency: 'usd',
  delinquent: false,
  description: 'Ada’s shop',
  discount: null,
  email: 'ada@example.com',
  metadata: {},
  sources: madeList(CARD),
  subscriptions: madeList(SUBSCRIPTION),
};
const INVOICE: JsonObject = {
  id: 'in_old',
  object: 'invoice',
  amount_due: 9408,
  attempt_count: 1,
  attempted: true,
  billing: 'send_invoice',
  charge: 'ch_old',
  closed: true,
  currency: 'usd',
  customer: 'cus_old',
  date: START,
  discount: DISCOUNT,
  ending_balance: 0,
  forgiven: false,
  paid: true,
  period_end: START,
  period_start: START,
  starting_balance: 0,
  subscription: 'sub_old',
  subtotal: 9800,
  tax: 1568,
  tax_percent: 20,
  total: 9408,
  lines: madeList({
    id: 'sub_old',
    object: 'line_item',
    amount: 9800,
    currency: 'usd',
    description: null,
    discountable: true,
    metadata: {},
    period: { start: START, end: START + 31 * DAY },
    plan: PLAN,
    proration: false,
    quantity: 2,
    subscription: null,
    type: 'subscription',
  }),
};
const CHARGE: JsonObject = {
  id: 'ch_old',
  object: 'charge',
  amount: 9408,
  amount_refunded: 0,
  captured: true,
  created: START,
  currency: 'usd',
  customer: 'cus_old',
  invoice: 'in_old',
  paid: true,
  refunded: false,
  status: 'paid',
  refunds: madeList({ id: 're_old', object: 'refund', amount: 8, charge: 'ch_old', created: START, currency: 'usd' }),
};

test('an old account', () =>
  withLedger(async (ledger) => {
    const { problems, types } = await importObjects(ledger, structuredClone([CUSTOMER, INVOICE, CHARGE, PLAN]));
    expect(problems).toEqual([]);
    expect(types.map(({ type, added }) => `${added} ${type}`)).toEqual([
      '1 card',
      '1 charge',
      '1 customer',
      '1 invoice',
      '1 plan',
      '1 refund',
      '1 subscription',
    ]);
    const state = await presentState(ledger);
    const discountId = `discount:sub_old:LAUNCH:${START}`;
    expect(state['customers']).toMatchObject([{ id: 'cus_old', balance_minor: -500, email: 'ada@example.com' }]);
    expect(state['prices']).toMatchObject([
      { id: 'team-monthly', nickname: 'Team', unit_amount_decimal: '4900', interval: 'month' },
    ]);
    expect(state['subscriptions']).toMatchObject([
      {
        id: 'sub_old',
        start_at: START,
        current_period_end_at: START + 31 * DAY,
        discount_ids: JSON.stringify([discountId]),
      },
    ]);
    expect(state['subscription_items']).toMatchObject([{ id: 'sub_old/item', price_id: 'team-monthly', quantity: 2 }]);
    expect(state['discounts']).toMatchObject([{ id: discountId, coupon_id: 'LAUNCH', end_at: START + 90 * DAY }]);
    expect(state['coupons']).toMatchObject([{ id: 'LAUNCH', percent_off: '20', duration_in_months: 3 }]);
    expect(state['invoices']).toMatchObject([
      {
        id: 'in_old',
        status: 'paid',
        subscription_id: 'sub_old',
        collection_method: 'send_invoice',
        discount_ids: JSON.stringify([discountId]),
        tax_minor: 1568,
        amount_paid_minor: 9408,
        finalized_at: START,
      },
    ]);
    expect(state['invoice_lines']).toMatchObject([
      {
        id: 'in_old/sub_old/0',
        subscription_id: 'sub_old',
        price_id: 'team-monthly',
        amount_minor: 9800,
        unit_amount_decimal: '4900',
        discount_amounts: null,
      },
    ]);
    expect(state['charges']).toMatchObject([
      { status: 'succeeded', amount_captured_minor: 9408, invoice_id: 'in_old' },
    ]);
    expect(state['refunds']).toMatchObject([{ id: 're_old', charge_id: 'ch_old' }]);
    const { object } = await storedObject(ledger, 'sub_old');
    expect(object).toEqual(SUBSCRIPTION);
  }));

test('what is not there', () =>
  withLedger(async (ledger) => {
    await expect(storedObject(ledger, 'sub_none')).rejects.toMatchObject({ code: 'not_found' });
  }));
