// The same objects in any order, in any batches, with duplicates, give the same present state row for row.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from './fields.ts';
import { importObjects } from './index.ts';
import { presentState, withLedger } from './testing/made-ledgers.ts';
import {
  DAY,
  madeCoupon,
  madeCustomer,
  madeDiscount,
  madeEvent,
  madeInvoice,
  madeItem,
  madeLine,
  madeList,
  madePrice,
  madeProduct,
  madeSubscription,
  START,
} from './testing/made-objects.ts';

const at = fc.integer({ min: 0, max: 6 }).map((days) => START + days * DAY);
const number = fc.integer({ min: 1, max: 3 });
const name = fc.constantFrom('Ada', 'Bob');
const flag = fc.boolean();

const price = fc
  .record({ n: number, active: flag, amount: fc.constantFrom(1900, 4900), hasTiers: flag })
  .map(({ n, active, amount, hasTiers }) =>
    madePrice({
      id: `price_${n}`,
      active,
      unit_amount: amount,
      unit_amount_decimal: String(amount),
      ...(n === 3
        ? { billing_scheme: 'tiered', tiers_mode: 'volume', unit_amount: null, unit_amount_decimal: null }
        : {}),
      ...(n === 3 && hasTiers ? { tiers: [{ up_to: null, unit_amount: 100, flat_amount: null }] } : {}),
    }),
  );
const plan = fc.record({ n: number, amount: fc.constantFrom(1900, 4900) }).map(
  ({ n, amount }): JsonObject => ({
    id: `price_${n}`,
    object: 'plan',
    active: true,
    amount,
    created: START,
    currency: 'usd',
    interval: 'month',
    interval_count: 1,
    nickname: null,
    product: 'prod_1',
    usage_type: 'licensed',
  }),
);
const product = fc.record({ name, active: flag }).map((over) => madeProduct(over));
const customer = fc
  .record({ n: number, name, sequence: number, country: fc.constantFrom('US', 'DE'), hasDiscount: flag })
  .map(({ n, name: given, sequence, country, hasDiscount }) =>
    madeCustomer({
      id: `cus_${n}`,
      name: given,
      next_invoice_sequence: sequence,
      address: { country, line1: '1 Road' },
      discount: hasDiscount ? madeDiscount({ id: `di_c${n}`, customer: `cus_${n}`, subscription: null }) : null,
    }),
  );
const coupon = fc
  .record({ percent: fc.constantFrom(25, 50), times: number, hasScope: flag, isValid: flag })
  .map(({ percent, times, hasScope, isValid }) =>
    madeCoupon({
      percent_off: percent,
      times_redeemed: times,
      valid: isValid,
      ...(hasScope ? { applies_to: { products: ['prod_1'] } } : {}),
    }),
  );
const discount = fc
  .record({ n: number, coupon, end: fc.constantFrom(null, START + 40 * DAY) })
  .map(({ n, coupon: given, end }) =>
    madeDiscount({
      id: `di_${n}`,
      subscription: `sub_${n}`,
      customer: `cus_${n}`,
      end,
      source: { type: 'coupon', coupon: given },
    }),
  );

const subscription = fc
  .record({
    n: number,
    price,
    at,
    status: fc.constantFrom('trialing', 'active', 'past_due', 'canceled'),
    quantity: number,
    hasTwo: flag,
    discount: fc.option(discount),
    isExpanded: flag,
    customer,
  })
  .map(({ n, price: given, at: period, status, quantity, hasTwo, discount: taken, isExpanded, customer: payer }) =>
    madeSubscription({
      id: `sub_${n}`,
      status,
      ended_at: status === 'canceled' ? period : null,
      customer: isExpanded ? { ...payer, id: `cus_${n}` } : `cus_${n}`,
      discounts: taken === null ? [] : [taken],
      items: madeList(
        madeItem({ id: `si_${n}`, subscription: `sub_${n}`, price: given, quantity, current_period_start: period }),
        ...(hasTwo ? [madeItem({ id: `si_${n}b`, subscription: `sub_${n}`, current_period_start: period })] : []),
      ),
    }),
  );
const oldSubscription = fc.record({ n: number, plan, at, quantity: number }).map(
  ({ n, plan: given, at: period, quantity }): JsonObject => ({
    id: `sub_${n}`,
    object: 'subscription',
    created: START,
    customer: `cus_${n}`,
    current_period_start: period,
    current_period_end: period + 31 * DAY,
    discount: null,
    plan: given,
    quantity,
    start: START,
    status: 'active',
  }),
);
const line = fc
  .record({ n: number, l: number, amount: fc.constantFrom(1900, 900) })
  .map(({ n, l, amount }) => madeLine({ id: `il_${n}_${l}`, invoice: `in_${n}`, amount }));
const invoice = fc
  .record({
    n: number,
    status: fc.constantFrom('draft', 'open', 'paid', 'void'),
    attempts: number,
    lines: fc.uniqueArray(line, {
      maxLength: 2,
      selector: ({ id }) => String(id).slice(-1),
    }),
    isExpanded: flag,
  })
  .map(({ n, status, attempts, lines, isExpanded }) =>
    madeInvoice({
      id: `in_${n}`,
      customer: `cus_${n}`,
      status,
      attempt_count: attempts,
      lines: madeList(
        ...lines.map((each) => ({ ...each, id: String(each['id']).replace(/_\d_/, `_${n}_`), invoice: `in_${n}` })),
      ),
      parent: {
        type: 'subscription_details',
        subscription_details: {
          subscription: isExpanded ? madeSubscription({ id: `sub_${n}`, customer: `cus_${n}` }) : `sub_${n}`,
        },
      },
    }),
  );

const deleted = fc
  .constantFrom<[string, string]>(
    ['customer', 'cus_1'],
    ['product', 'prod_1'],
    ['coupon', 'SAVE25'],
    ['price', 'price_2'],
  )
  .map(([object, id]): JsonObject => ({ id, object, deleted: true }));
const event = fc.oneof(
  fc
    .record({ at, subscription, quantity: number, kind: fc.constantFrom('created', 'updated', 'deleted') })
    .map(({ at: created, subscription: given, quantity, kind }) =>
      madeEvent(
        `customer.subscription.${kind}`,
        created,
        given,
        kind === 'updated' ? { status: 'trialing', items: madeList(madeItem({ id: 'si_0', quantity })) } : undefined,
      ),
    ),
  fc
    .record({ at, customer, kind: fc.constantFrom('updated', 'deleted') })
    .map(({ at: created, customer: given, kind }) => madeEvent(`customer.${kind}`, created, given)),
  fc
    .record({ at, discount })
    .map(({ at: created, discount: given }) => madeEvent('customer.discount.deleted', created, given)),
  fc.record({ at, invoice }).map(({ at: created, invoice: given }) => madeEvent('invoice.updated', created, given)),
);

const object = fc.oneof(
  price,
  plan,
  product,
  customer,
  coupon,
  discount,
  subscription,
  oldSubscription,
  invoice,
  line,
  deleted,
  event,
);

async function stateAfter(batches: readonly (readonly JsonObject[])[]): Promise<unknown> {
  return withLedger(async (ledger) => {
    for (const batch of batches) {
      const { problems } = await importObjects(ledger, structuredClone(batch));
      expect(problems).toEqual([]);
    }
    return presentState(ledger);
  });
}

describe('order', () => {
  test('any order, any batches, any duplicates: the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(object, { minLength: 2, maxLength: 12 }).chain((objects) =>
          fc.record({
            objects: fc.constant(objects),
            shuffled: fc.shuffledSubarray([...objects, ...objects.slice(0, 4)], {
              minLength: objects.length + Math.min(4, objects.length),
            }),
            cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 20 }),
          }),
        ),
        async ({ objects, shuffled, cuts }) => {
          const batches: JsonObject[][] = [];
          for (let from = 0, cut = 0; from < shuffled.length; cut += 1) {
            const size = cuts[cut % cuts.length] ?? 1;
            batches.push(shuffled.slice(from, from + size));
            from += size;
          }
          expect(await stateAfter(batches)).toEqual(await stateAfter([objects]));
        },
      ),
      { numRuns: Number(process.env['ORDER_RUNS'] ?? 60) },
    );
  }, 600_000);
});
