// Invoices and their lines as older versions of the API gave them.
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../fields.ts';
import { madeList, madePrice, START } from '../testing/made-objects.ts';
import { liftInvoiceItem, liftInvoiceLine } from './invoice-line.ts';
import { liftInvoice } from './invoice.ts';

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

function linesOf(invoice: JsonObject): readonly JsonObject[] {
  return (invoice['lines'] as { data: JsonObject[] }).data;
}

describe('invoices', () => {
  const old: JsonObject = {
    id: 'in_9',
    object: 'invoice',
    date: START,
    currency: 'usd',
    customer: 'cus_1',
    subscription: 'sub_9',
    subtotal: 900,
    total: 990,
    tax: 90,
    amount_due: 990,
    paid: true,
    closed: true,
    forgiven: false,
    attempted: true,
    attempt_count: 1,
    ending_balance: 0,
    discount: null,
    lines: madeList({
      id: 'sub_9',
      object: 'line_item',
      type: 'subscription',
      amount: 900,
      currency: 'usd',
      quantity: 1,
      proration: false,
      period: { start: START, end: START + 9 },
      plan: OLD_PLAN,
    }),
  };

  test('flags become a status, the subscription a parent, the tax a list', () => {
    expect(liftInvoice(old)).toMatchObject({
      created: START,
      status: 'paid',
      amount_paid: 990,
      amount_remaining: 0,
      discounts: [],
      parent: { subscription_details: { subscription: 'sub_9' } },
      total_taxes: [{ amount: 90 }],
      status_transitions: { finalized_at: START, paid_at: null },
    });
  });

  test.each([
    [{ paid: false, closed: true }, 'open'],
    [{ paid: false, closed: true, forgiven: true }, 'uncollectible'],
    [{ paid: false, closed: false, attempted: true }, 'open'],
    [{ paid: false, closed: false, attempted: false, ending_balance: null }, 'draft'],
  ])('%j is %s', (flags, status) => {
    expect(liftInvoice({ ...old, ...flags })['status']).toBe(status);
  });

  test('a subscription line that carries its subscription’s id gets one of its own', () => {
    expect(linesOf(liftInvoice(old))).toMatchObject([
      {
        id: 'in_9/sub_9/0',
        invoice: 'in_9',
        parent: {
          type: 'subscription_item_details',
          subscription_item_details: { subscription: 'sub_9', proration: false },
        },
        pricing: { price_details: { price: { id: 'gold' } }, unit_amount_decimal: '900' },
      },
    ]);
  });
});

describe('invoice lines', () => {
  const flat: JsonObject = {
    id: 'il_9',
    object: 'line_item',
    type: 'subscription',
    amount: 1900,
    currency: 'usd',
    discounts: [],
    proration: true,
    period: { start: START, end: START + 9 },
    quantity: 1,
    subscription: 'sub_1',
    subscription_item: 'si_1',
    price: madePrice(),
    tax_amounts: [{ amount: 100, inclusive: true, tax_rate: 'txr_1' }],
  };

  test('flat fields become a parent, the price pricing, tax amounts taxes', () => {
    expect(liftInvoiceLine(flat, 'in_9', 0)).toMatchObject({
      id: 'il_9',
      invoice: 'in_9',
      pricing: { price_details: { price: { id: 'price_1' }, product: 'prod_1' } },
      parent: { subscription_item_details: { subscription_item: 'si_1', proration: true } },
      taxes: [{ amount: 100, tax_behavior: 'inclusive', tax_rate_details: { tax_rate: 'txr_1' } }],
    });
  });

  test('a unique id stands before a shared one', () => {
    expect(liftInvoiceLine({ ...flat, id: 'sub_1', unique_id: 'il_77' }, 'in_9', 0)['id']).toBe('il_77');
  });

  test('an invoice item on an invoice is told from a subscription’s line', () => {
    expect(
      liftInvoiceLine(
        { ...flat, id: 'ii_3', type: 'invoiceitem', subscription_item: null, proration: false },
        'in_9',
        2,
      ),
    ).toMatchObject({
      id: 'in_9/ii_3/2',
      parent: { type: 'invoice_item_details', invoice_item_details: { invoice_item: 'ii_3', subscription: 'sub_1' } },
    });
  });

  test('an invoice item takes its plan and subscription along', () => {
    expect(liftInvoiceItem({ id: 'ii_1', date: START, plan: OLD_PLAN, subscription: 'sub_1' })).toMatchObject({
      pricing: { price_details: { price: { id: 'gold' } } },
      parent: { subscription_details: { subscription: 'sub_1' } },
    });
  });
});
