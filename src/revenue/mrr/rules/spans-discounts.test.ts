// Discounts of every kind, as spans (docs/formulas.md, "What MRR counts": coupons).
import { describe, expect, test } from 'vitest';
import { CHARTMOGUL_POLICY, COUNTINGHOUSE_POLICY, STRIPE_POLICY } from '../policy.ts';
import type { SubscriptionEvidence } from './evidence.ts';
import { spansOf } from './spans.ts';
import {
  amountOff,
  at,
  customer,
  discount,
  item,
  monthly,
  percentOff,
  present,
  price,
  PRO,
  PRO_YEARLY,
  STARTER,
  state,
  subscription,
  told,
  UTC,
} from './testing/build-evidence.ts';
import { PERIOD, spans } from './testing/told-spans.ts';

describe('discounts', () => {
  const of = (terms: ReturnType<typeof discount>, rest: Partial<SubscriptionEvidence> = {}) =>
    spans({ present: present('2026-03-01', [item(PRO)], { ...PERIOD, discounts: [terms] }), ...rest });
  test('forever is subtracted', () => {
    expect(of(discount(percentOff(20), '2026-01-01'))).toEqual(['pro×1 39.20 2026-01-01.. started>']);
  });
  test('repeating is subtracted while in force; its end is known ahead', () => {
    const terms = discount(percentOff(50, { duration: 'repeating', durationInMonths: 6 }), '2026-01-01', '2026-07-01');
    expect(of(terms)).toEqual([
      'pro×1 24.50 2026-01-01..2026-07-01 started>discount_expired',
      'pro×1 49.00 2026-07-01.. discount_expired>',
    ]);
    const evidence = customer([
      subscription({ present: present('2026-03-01', [item(PRO)], { ...PERIOD, discounts: [terms] }) }),
    ]);
    expect(told(spansOf(evidence, STRIPE_POLICY, UTC))).toEqual(['pro×1 49.00 2026-01-01.. started>']);
  });
  test('repeating over one invoice only is like once', () => {
    const short = discount(percentOff(50, { duration: 'repeating', durationInMonths: 1 }), '2026-01-01', '2026-02-01');
    expect(of(short)).toEqual(['pro×1 49.00 2026-01-01.. started>']);
    const evidence = customer([
      subscription({ present: present('2026-03-01', [item(PRO)], { ...PERIOD, discounts: [short] }) }),
    ]);
    expect(spansOf(evidence, CHARTMOGUL_POLICY, UTC)).toHaveLength(2);
  });
  test('on an annual price, repeating counts only beyond a year', () => {
    const annual = (months: number, end: string) =>
      spans({
        present: present('2026-01-01', [item(PRO_YEARLY)], {
          discounts: [discount(percentOff(50, { duration: 'repeating', durationInMonths: months }), '2026-01-01', end)],
          currentPeriodEndAt: at('2027-01-01'),
        }),
      });
    expect(annual(3, '2026-04-01')).toEqual(['pro_yearly×1 40.8333 2026-01-01.. started>']);
    expect(annual(12, '2027-01-01')).toEqual(['pro_yearly×1 40.8333 2026-01-01.. started>']);
    expect(annual(24, '2028-01-01')).toEqual([
      'pro_yearly×1 20.4167 2026-01-01..2028-01-01 started>discount_expired',
      'pro_yearly×1 40.8333 2028-01-01.. discount_expired>',
    ]);
  });
  test('once is not', () => {
    const once = discount(percentOff(50, { duration: 'once' }), '2026-01-01');
    const discounted = monthly(PRO, '2026-01', 1, { discounts: [{ terms: once, amountMinor: 2450 }] });
    expect(
      spans({
        present: present('2026-03-01', [item(PRO)], PERIOD),
        lines: [...discounted, ...monthly(PRO, '2026-02', 2)],
      }),
    ).toEqual(['pro×1 49.00 2026-01-01.. started>']);
    const always = { ...COUNTINGHOUSE_POLICY, onceCoupon: 'subtracted' as const };
    const evidence = customer([subscription({ lines: [...discounted, ...monthly(PRO, '2026-02', 2)] })]);
    expect(told(spansOf(evidence, always, UTC))[0]).toBe('pro×1 24.50 2026-01-01..2026-02-01 started>discount_expired');
  });
  test('begun within a period, from its start', () => {
    expect(of(discount(percentOff(10), '2026-02-14'))).toEqual([
      'pro×1 49.00 2026-01-01..2026-02-14 started>discount_started',
      'pro×1 44.10 2026-02-14.. discount_started>',
    ]);
  });
  test('taken away early, as the next bill shows', () => {
    const forever = discount(percentOff(20), '2026-01-01');
    const lines = [
      ...monthly(PRO, '2026-01', 2, { discounts: [{ terms: forever, amountMinor: 980 }] }),
      ...monthly(PRO, '2026-03', 1),
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })).toEqual([
      'pro×1 39.20 2026-01-01..2026-03-01 started>discount_expired',
      'pro×1 49.00 2026-03-01.. discount_expired>',
    ]);
  });
  test('taken away early, as an event shows', () => {
    const forever = discount(percentOff(20), '2026-01-01');
    const dated = [
      { state: state('2026-02-10', [item(PRO)]), before: state('2026-02-10', [item(PRO)], { discounts: [forever] }) },
    ];
    expect(spans({ dated })).toEqual([
      'pro×1 39.20 2026-01-01..2026-02-10 started>discount_expired',
      'pro×1 49.00 2026-02-10.. discount_expired>',
    ]);
  });
  test('run out by itself, a present without it takes nothing back', () => {
    const terms = discount(percentOff(50, { duration: 'repeating', durationInMonths: 3 }), '2025-12-20', '2026-03-20');
    const lines = monthly(PRO, '2026-01', 3, { discounts: [{ terms, amountMinor: 2450 }] });
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })[0]).toBe(
      'pro×1 24.50 2026-01-01..2026-03-20 started>discount_expired',
    );
  });
  test('in full is churn, and its end the way back', () => {
    const terms = discount(percentOff(100, { duration: 'repeating', durationInMonths: 3 }), '2026-02-01', '2026-05-01');
    expect(of(terms)).toEqual([
      'pro×1 49.00 2026-01-01..2026-02-01 started>free_or_fully_discounted',
      'pro×1 49.00 2026-05-01.. discount_expired>',
    ]);
  });
  test('a fixed amount is spread over the items it fits and normalised by each interval', () => {
    const yearly = { interval: 'year' as const };
    const items = [item(price('a', 30_000, yearly), 1, 'si_1'), item(price('b', 90_000, yearly), 1, 'si_2')];
    expect(
      spans({ present: present('2026-01-01', items, { discounts: [discount(amountOff(12_000), '2026-01-01')] }) }),
    ).toEqual(['a×1 22.50 2026-01-01.. started>', 'b×1 67.50 2026-01-01.. started>']);
    const onlyB = discount(amountOff(12_000, { productIds: ['prod_b'] }), '2026-01-01');
    expect(spans({ present: present('2026-01-01', items, { discounts: [onlyB] }) })[1]).toBe(
      'b×1 65.00 2026-01-01.. started>',
    );
  });
  test('a fixed amount never goes below zero, nor into another currency', () => {
    expect(of(discount(amountOff(9900), '2026-01-01'))).toEqual([]);
    expect(of(discount(amountOff(900, { currency: null, couponId: 'x' }), '2026-01-01'))).toEqual([
      'pro×1 40.00 2026-01-01.. started>',
    ]);
  });
  test('an item’s own discount is on that item', () => {
    const items = [item(PRO, 1, 'si_1', [discount(percentOff(50), '2026-01-01')]), item(STARTER, 1, 'si_2')];
    expect(spans({ present: present('2026-01-01', items) })).toEqual([
      'pro×1 24.50 2026-01-01.. started>',
      'starter×1 19.00 2026-01-01.. started>',
    ]);
  });
  test('the customer’s discount comes to subscriptions without one of their own', () => {
    const discounts = [discount(percentOff(10), '2026-01-01')];
    expect(spans({ present: present('2026-01-01', [item(PRO)]) }, { discounts })).toEqual([
      'pro×1 44.10 2026-01-01.. started>',
    ]);
    const own = discount(percentOff(50), '2026-01-01');
    expect(spans({ present: present('2026-01-01', [item(PRO)], { discounts: [own] }) }, { discounts })).toEqual([
      'pro×1 24.50 2026-01-01.. started>',
    ]);
  });
  test('known by id alone: subtracted while it appears, unless on one invoice of several', () => {
    const unknown = discount(null, '2026-01-01');
    const taking = (month: string, count: number) =>
      monthly(PRO, month, count, { discounts: [{ terms: unknown, amountMinor: 900 }] });
    expect(spans({ lines: [...taking('2026-01', 2), ...monthly(PRO, '2026-03', 1)] })).toEqual([
      'pro×1 40.00 2026-01-01..2026-03-01 started>discount_expired',
      'pro×1 49.00 2026-03-01..2026-04-01 discount_expired>canceled_unknown',
    ]);
    expect(spans({ lines: [...taking('2026-01', 1), ...monthly(PRO, '2026-02', 2)] })).toHaveLength(1);
    expect(spans({ lines: taking('2026-01', 1) })).toEqual([
      'pro×1 40.00 2026-01-01..2026-02-01 started>canceled_unknown',
    ]);
  });
});
