// Published examples on tiers, packages, inclusive tax and rounding (test/fixtures/metric-vectors.json).
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addFractions,
  addMonthsClamped,
  exponentOf,
  currency,
  formatDecimal,
  fraction,
  instantText,
  multiplyFractions,
  parseDecimal,
  splitByLargestRemainder,
  type Fraction,
} from '../../../kernel/index.ts';
import { grossOf, monthlyNetOf } from './amounts.ts';
import { remainingAfter } from './coupons.ts';
import { at, price } from './testing/build-evidence.ts';
import { vector } from './testing/metric-vectors.ts';

function toNumber(value: Fraction, places = 6): number {
  return Number(formatDecimal(value, places));
}

describe('tiers and packages', () => {
  const tier = z.object({ to: z.number().nullable(), unit: z.number(), flat: z.number() });
  const tiered = (scheme: 'graduated' | 'volume', tiers: readonly z.infer<typeof tier>[]) =>
    price('t', 0, {
      scheme,
      tiers: tiers.map(({ to, unit, flat }) => ({
        upTo: to,
        unitAmountMinor: parseDecimal(String(unit)),
        flatAmountMinor: parseDecimal(String(flat)),
      })),
    });
  test.each(['tier-lago-graduated', 'tier-lago-graduated-decimal'])('%s', (id) => {
    const inputs = z.object({ tiers: z.array(tier), units: z.array(z.number()) });
    const { inputs: given, expected } = vector(id, inputs, z.object({ amount: z.array(z.number()) }));
    expect(given.units.map((units) => toNumber(grossOf(tiered('graduated', given.tiers), units)))).toEqual(
      expected.amount,
    );
  });
  test('tier-lago-docs-volume', () => {
    const { inputs, expected } = vector(
      'tier-lago-docs-volume',
      z.object({ units: z.number(), tier }),
      z.object({ amount: z.number() }),
    );
    const below = { to: 50_000, unit: 1, flat: 0 };
    expect(toNumber(grossOf(tiered('volume', [below, inputs.tier]), inputs.units))).toBe(expected.amount);
    expect(toNumber(grossOf(tiered('volume', [below, inputs.tier]), 50_000))).toBe(50_000);
  });
  test('tier-lago-package', () => {
    const inputs = z.object({
      package_price: z.number(),
      package_size: z.number(),
      units: z.number(),
      free_units: z.array(z.number()),
    });
    const { inputs: given, expected } = vector('tier-lago-package', inputs, z.object({ amount: z.array(z.number()) }));
    const terms = price('p', given.package_price, { packageOf: { divideBy: given.package_size, round: 'up' } });
    expect(given.free_units.map((free) => toNumber(grossOf(terms, Math.max(0, given.units - free))))).toEqual(
      expected.amount,
    );
  });
  test('tier-flexprice-package', () => {
    const inputs = z.object({
      volume: z.object({ units: z.number(), unit: z.number() }),
      package: z.object({ units: z.number(), size: z.number(), price: z.number() }),
    });
    const { inputs: given, expected } = vector(
      'tier-flexprice-package',
      inputs,
      z.object({ volume: z.number(), package: z.number() }),
    );
    expect(toNumber(grossOf(price('v', given.volume.unit), given.volume.units))).toBe(expected.volume);
    const terms = price('p', given.package.price, { packageOf: { divideBy: given.package.size, round: 'up' } });
    expect(toNumber(grossOf(terms, given.package.units))).toBe(expected.package);
  });
});

describe('tax and rounding', () => {
  test.each(['tax-stripe-inclusive-revrec-a', 'tax-stripe-inclusive-revrec-b'])(
    '%s: inclusive tax is taken out',
    (id) => {
      const inputs = z.object({ total: z.number(), tax_pct: z.number() });
      const { inputs: given, expected } = vector(id, inputs, z.object({ revenue: z.number(), tax: z.number() }));
      const rate = multiplyFractions(parseDecimal(String(given.tax_pct)), fraction(1n, 100n));
      const net = monthlyNetOf(price('p', 0), parseDecimal(String(given.total)), rate);
      expect(toNumber(net, 2)).toBe(expected.revenue);
      expect(toNumber(addFractions(parseDecimal(String(given.total)), { ...net, numerator: -net.numerator }), 2)).toBe(
        expected.tax,
      );
    },
  );
  test('tax-lago-spread-coupon: the coupon over the lines', () => {
    const inputs = z.object({ fees: z.array(z.number()), coupon: z.number() });
    const { inputs: given, expected } = vector(
      'tax-lago-spread-coupon',
      inputs,
      z.object({ coupon_alloc: z.array(z.number()) }),
    );
    const fees = given.fees.map((fee) => parseDecimal(String(fee)));
    const left = remainingAfter(fees, [
      { percentOff: null, amountOffMinor: parseDecimal(String(given.coupon)), isEligible: () => true },
    ]);
    expect(left.map((amount, index) => (given.fees[index] ?? 0) - toNumber(amount))).toEqual(expected.coupon_alloc);
    const shares = splitByLargestRemainder(BigInt(given.coupon), given.fees.map(BigInt));
    expect(shares.map(Number)).toEqual(expected.coupon_alloc);
  });
  test('round-chargebee-multidecimal: exact until one rounding in the currency', () => {
    const inputs = z.object({ unit_price: z.number(), quantity: z.number() });
    const expected = z.object({ exact: z.number(), USD: z.number(), JPY: z.number() });
    const { inputs: given, expected: wanted } = vector('round-chargebee-multidecimal', inputs, expected);
    const gross = grossOf(price('p', given.unit_price), given.quantity);
    expect(toNumber(gross)).toBe(wanted.exact);
    expect(toNumber(gross, exponentOf(currency('usd')))).toBe(wanted.USD);
    expect(toNumber(gross, exponentOf(currency('jpy')))).toBe(wanted.JPY);
  });
  test('round-killbill-4dp: half away from zero', () => {
    const inputs = z.object({ values: z.array(z.number()) });
    const { inputs: given, expected } = vector(
      'round-killbill-4dp',
      inputs,
      z.object({ rounded: z.array(z.number()) }),
    );
    expect(given.values.map((value) => toNumber(parseDecimal(String(value)), 4))).toEqual(expected.rounded);
  });
  test('tax-unibee-half-cent: a half goes away from zero', () => {
    const inputs = z.object({ subtotal: z.number(), discount: z.number(), vat_pct: z.number() });
    const { inputs: given, expected } = vector(
      'tax-unibee-half-cent',
      inputs,
      z.object({ half_up: z.object({ vat: z.number() }) }),
    );
    const net = parseDecimal(String(given.subtotal - given.discount));
    expect(toNumber(multiplyFractions(net, fraction(BigInt(given.vat_pct), 100n)), 2)).toBe(expected.half_up.vat);
  });
  test('pro-lago-anchor-30: anchors clamp to the month’s end without drift', () => {
    const inputs = z.object({ anchor: z.string() });
    const { inputs: given, expected } = vector(
      'pro-lago-anchor-30',
      inputs,
      z.object({ periods: z.array(z.array(z.string())) }),
    );
    const starts = expected.periods.map((_, index) =>
      instantText(addMonthsClamped(at(given.anchor), index)).slice(0, 10),
    );
    expect(starts).toEqual(expected.periods.map(([start]) => start));
  });
});
