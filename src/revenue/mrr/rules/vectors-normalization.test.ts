// Published examples on MRR normalization (test/fixtures/metric-vectors.json).
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  formatDecimal,
  fraction,
  mrrFromMinorPerMonth,
  multiplyFractions,
  parseDecimal,
  type Fraction,
  type MrrAmount,
} from '../../../kernel/index.ts';
import { CHARTMOGUL_POLICY, COUNTINGHOUSE_POLICY, STRIPE_POLICY } from '../policy.ts';
import { grossOf, monthlyNetOf, monthlyShareOf } from './amounts.ts';
import type { PriceTerms } from './evidence.ts';
import { spansOf } from './spans.ts';
import {
  amountOff,
  at,
  customer,
  discount,
  item,
  line,
  percentOff,
  present,
  price,
  subscription,
  UTC,
} from './testing/build-evidence.ts';
import { vector, vectorIds } from './testing/metric-vectors.ts';

const interval = z.enum(['day', 'week', 'month', 'year']);
const money = z.object({ price: z.number(), interval });

/** Major units a month, to four decimals: the precision MRR is kept in is far beyond. */
function perMonth(major: number, of: PriceTerms['interval'], quantity = 1, count = 1): number {
  const terms = price('p', cents(major), { interval: of, intervalCount: count });
  return toMajor(mrrFromMinorPerMonth(monthlyNetOf(terms, grossOf(terms, quantity), null)));
}

function cents(major: number): string {
  return formatDecimal(multiplyFractions(parseDecimal(String(major)), fraction(100n)), 6);
}

function toMajor(amount: MrrAmount): number {
  return Number(amount) / 1_000_000;
}

function toNumber(value: Fraction, places = 6): number {
  return Number(formatDecimal(value, places));
}

describe('normalization', () => {
  const done = new Set<string>();
  const of = <I extends z.ZodType, E extends z.ZodType>(id: string, inputs: I, expected: E) => {
    done.add(id);
    return vector(id, inputs, expected);
  };
  test.each(['mrr-stripe-annual-1200', 'mrr-mainmetrics-annual'])('%s', (id) => {
    const { inputs, expected } = of(id, money, z.object({ mrr: z.number() }));
    expect(perMonth(inputs.price, inputs.interval)).toBe(expected.mrr);
  });
  test.each(['mrr-killbill-annual-table', 'mrr-killbill-monthly-table'])('%s', (id) => {
    const { inputs, expected } = of(
      id,
      z.object({ interval, prices: z.array(z.number()) }),
      z.object({ mrr: z.array(z.number()) }),
    );
    const months = inputs.prices.map((each) => perMonth(each, inputs.interval).toFixed(4));
    expect(months.map(Number)).toEqual(expected.mrr);
  });
  test('mrr-paddle-factors: months and years as there, days and weeks of a mean year', () => {
    const { expected } = of('mrr-paddle-factors', z.object({}), z.object({ factors: z.array(z.number()) }));
    const [, , month, year] = expected.factors;
    expect(toNumber(monthlyShareOf('month', 1))).toBe(month);
    expect(toNumber(monthlyShareOf('year', 1), 12)).toBeCloseTo(year ?? 0, 10);
    expect(monthlyShareOf('day', 1)).toEqual(fraction(365n, 12n));
    expect(monthlyShareOf('week', 1)).toEqual(fraction(365n, 84n));
  });
  test('mrr-chartmogul-quantity-annual', () => {
    const inputs = z.object({ price: z.number(), quantity: z.number(), interval });
    const { inputs: given, expected } = of('mrr-chartmogul-quantity-annual', inputs, z.object({ mrr: z.number() }));
    expect(perMonth(given.price, given.interval, given.quantity).toFixed(2)).toBe(String(expected.mrr));
  });
  test('mrr-chartmogul-quarterly', () => {
    const inputs = z.object({ price: z.number(), interval_months: z.number() });
    const { inputs: given, expected } = of('mrr-chartmogul-quarterly', inputs, z.object({ mrr: z.number() }));
    expect(perMonth(given.price, 'month', 1, given.interval_months)).toBe(expected.mrr);
  });
  test('mrr-profitwell-monthly-repeating-discount', () => {
    const inputs = z.object({ price: z.number(), percent_off: z.number() });
    const expected = z.object({ mrr_during: z.number(), mrr_after: z.number() });
    const { inputs: given, expected: wanted } = of('mrr-profitwell-monthly-repeating-discount', inputs, expected);
    const coupon = percentOff(given.percent_off, { duration: 'repeating', durationInMonths: 3 });
    const items = [item(price('p', cents(given.price)))];
    const spans = spansOf(
      customer([
        subscription({
          present: present('2026-01-01', items, { discounts: [discount(coupon, '2026-01-01', '2026-04-01')] }),
        }),
      ]),
      COUNTINGHOUSE_POLICY,
      UTC,
    );
    expect(spans.map(({ amount }) => toMajor(amount))).toEqual([wanted.mrr_during, wanted.mrr_after]);
  });
  test('mrr-stripe-coupon-duration-factor: as the stripe preset has it, and as ours', () => {
    const inputs = z.object({ percent_off: z.number(), durations: z.array(z.enum(['forever', 'once', 'repeating'])) });
    const { inputs: given, expected } = of(
      'mrr-stripe-coupon-duration-factor',
      inputs,
      z.object({ mrr_factor: z.array(z.number()) }),
    );
    const factors = (policy: typeof STRIPE_POLICY) =>
      given.durations.map((duration) => {
        const coupon = percentOff(given.percent_off, {
          duration,
          durationInMonths: duration === 'repeating' ? 6 : null,
        });
        const applied = discount(coupon, '2026-01-01', duration === 'repeating' ? '2026-07-01' : null);
        const state = present('2026-01-01', [item(price('p', 10_000))], {
          discounts: [applied],
          currentPeriodEndAt: at('2026-02-01'),
        });
        const [span] = spansOf(customer([subscription({ present: state })]), policy, UTC);
        return toMajor(span?.amount ?? mrrFromMinorPerMonth(fraction(0n))) / 100;
      });
    expect(factors(STRIPE_POLICY)).toEqual(expected.mrr_factor);
    expect(factors(COUNTINGHOUSE_POLICY)).toEqual([0.5, 1, 0.5]);
    expect(factors(CHARTMOGUL_POLICY)).toEqual([0.5, 1, 0.5]);
  });
  test('mrr-lago-oss-invoice-based: ours leaves tax out', () => {
    const fees = z.array(z.object({ amount: z.number(), tax: z.number() }));
    const inputs = z.object({ month_minus_2_fees: fees, month_minus_1_fees: fees });
    const expected = z.object({ month_minus_2: z.number(), month_minus_1: z.number() });
    const { inputs: given, expected: wanted } = of('mrr-lago-oss-invoice-based', inputs, expected);
    const total = (of: z.infer<typeof fees>) => {
      const lines = of.map(({ amount }, index) =>
        line(price(`p${index}`, amount), '2026-01-01', '2026-02-01', { itemId: `si_${index}` }),
      );
      return spansOf(customer([subscription({ lines })]), COUNTINGHOUSE_POLICY, UTC).reduce(
        (sum, { amount }) => sum + Number(amount) / 10_000,
        0,
      );
    };
    expect(total(given.month_minus_2_fees)).toBe(wanted.month_minus_2);
    expect(total(given.month_minus_1_fees)).toBe(wanted.month_minus_1);
  });
  test('mrr-plan-addon-discount', () => {
    const inputs = z.object({ plan: z.number(), recurring_addon: z.number(), recurring_discount: z.number() });
    const { inputs: given, expected } = of('mrr-plan-addon-discount', inputs, z.object({ mrr: z.number() }));
    const items = [item(price('plan', given.plan * 100)), item(price('addon', given.recurring_addon * 100), 1, 'si_2')];
    const state = present('2026-01-01', items, {
      discounts: [discount(amountOff(given.recurring_discount * 100), '2026-01-01')],
    });
    const spans = spansOf(customer([subscription({ present: state })]), COUNTINGHOUSE_POLICY, UTC);
    expect(spans.reduce((sum, { amount }) => sum + toMajor(amount), 0)).toBe(expected.mrr);
  });
  test('no example on normalization is left out', () => {
    expect([...done].sort()).toEqual(vectorIds('mrr_normalisation').sort());
  });
});
