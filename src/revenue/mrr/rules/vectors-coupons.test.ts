// Published examples on coupons (test/fixtures/metric-vectors.json).
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatDecimal, parseDecimal, type Fraction } from '../../../kernel/index.ts';
import { remainingAfter, type Reduction } from './coupons.ts';
import { vector } from './testing/metric-vectors.ts';

function exact(value: number): Fraction {
  return parseDecimal(String(value));
}

function toNumber(value: Fraction, places: number): number {
  return Number(formatDecimal(value, places));
}

function fixed(amount: number, isEligible: (index: number) => boolean = () => true): Reduction {
  return { percentOff: null, amountOffMinor: exact(amount), isEligible };
}

function percent(share: number): Reduction {
  return { percentOff: exact(share), amountOffMinor: null, isEligible: () => true };
}

/** What the reductions take off each amount, to three decimals. */
function takenOff(amounts: readonly number[], reductions: readonly Reduction[]): number[] {
  const left = remainingAfter(amounts.map(exact), reductions);
  return left.map((value, index) =>
    toNumber({ ...value, numerator: BigInt(amounts[index] ?? 0) * value.denominator - value.numerator }, 3),
  );
}

describe('coupons', () => {
  test('cpn-lago-amount-cases, where nothing of the coupon was used before', () => {
    const one = z.object({
      base: z.number(),
      fixed: z.number().optional(),
      percent: z.number().optional(),
      already_used: z.number().optional(),
    });
    const { inputs, expected } = vector(
      'cpn-lago-amount-cases',
      z.object({ cases: z.array(one) }),
      z.object({ discount: z.array(z.number()) }),
    );
    for (const [index, given] of inputs.cases.entries()) {
      if (given.already_used !== undefined) continue;
      const reduction = given.percent === undefined ? fixed(given.fixed ?? 0) : percent(given.percent);
      expect(takenOff([given.base], [reduction])).toEqual([expected.discount[index]]);
    }
  });
  test('cpn-lago-two-fixed', () => {
    const inputs = z.object({ base: z.number(), order: z.array(z.object({ fixed: z.number() })) });
    const { inputs: given, expected } = vector(
      'cpn-lago-two-fixed',
      inputs,
      z.object({ discount: z.number(), subtotal: z.number() }),
    );
    expect(
      takenOff(
        [given.base],
        given.order.map((each) => fixed(each.fixed)),
      ),
    ).toEqual([expected.discount]);
  });
  test('cpn-lago-breakdown', () => {
    const inputs = z.object({
      fees: z.array(z.number()),
      coupons_in_order: z.array(z.object({ fixed: z.number(), only: z.string() })),
    });
    const { inputs: given, expected } = vector(
      'cpn-lago-breakdown',
      inputs,
      z.object({ fee_coupons: z.array(z.number()) }),
    );
    const reductions = given.coupons_in_order.map(({ fixed: amount, only }) => {
      const [first, last] = (/(\d+)-(\d+)/.exec(only)?.slice(1) ?? ['1', '8']).map(Number);
      return fixed(amount, (index) => index + 1 >= (first ?? 1) && index + 1 <= (last ?? 8));
    });
    expect(takenOff(given.fees, reductions)).toEqual(expected.fee_coupons);
  });
  test('cpn-lago-same-coupon-twice', () => {
    const inputs = z.object({ fees: z.array(z.number()), coupons: z.array(z.number()) });
    const { inputs: given, expected } = vector(
      'cpn-lago-same-coupon-twice',
      inputs,
      z.object({ allocation: z.array(z.number()) }),
    );
    expect(
      takenOff(
        given.fees,
        given.coupons.map((amount) => fixed(amount)),
      ),
    ).toEqual(expected.allocation);
  });
  test('cpn-stripe-amount-off: never below zero', () => {
    const inputs = z.object({ amount_off: z.number(), subtotals: z.array(z.number()) });
    const { inputs: given, expected } = vector(
      'cpn-stripe-amount-off',
      inputs,
      z.object({ totals: z.array(z.number()) }),
    );
    const totals = given.subtotals.map(
      (subtotal) => subtotal - (takenOff([subtotal], [fixed(given.amount_off)])[0] ?? 0),
    );
    expect(totals).toEqual(expected.totals);
  });
  test('cpn-two-tens: each on what is left', () => {
    const { inputs, expected } = vector(
      'cpn-two-tens',
      z.object({ percent: z.array(z.number()) }),
      z.object({ effective_percent: z.number() }),
    );
    expect(takenOff([100], inputs.percent.map(percent))).toEqual([expected.effective_percent]);
  });
});
