// Decimal text and exact fractions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addFractions,
  compareFractions,
  divideFractions,
  formatDecimal,
  formatScaled,
  fraction,
  multiplyFractions,
  parseDecimal,
  roundFractionHalfAwayFromZero,
} from './decimal.ts';
import { CountinghouseError } from './errors.ts';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));

describe('parseDecimal', () => {
  test.each([
    ['0', 0n, 1n],
    ['12', 12n, 1n],
    ['-12.5', -125n, 10n],
    ['+3.25', 325n, 100n],
    ['0.0006', 6n, 10_000n],
    ['1e3', 1000n, 1n],
    ['1.5e-3', 15n, 10_000n],
    [' 7. ', 7n, 1n],
  ])('%s', (text, numerator, denominator) => {
    expect(parseDecimal(text)).toEqual({ numerator, denominator });
  });

  test.each(['', '.5', '1,000', '0x10', 'NaN', 'Infinity', '1.2.3', '--1', '1e9999', '١'])('refuses "%s"', (text) => {
    expect(() => parseDecimal(text)).toThrow(CountinghouseError);
  });

  test('reads back what formatScaled writes', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 12 }),
        (scaled, places) => {
          const read = parseDecimal(formatScaled(scaled, places));
          expect(compareFractions(read, fraction(scaled, 10n ** BigInt(places)))).toBe(0);
        },
      ),
    );
  });
});

describe('fractions', () => {
  test('the denominator is positive and never zero', () => {
    expect(fraction(1n, -2n)).toEqual({ numerator: -1n, denominator: 2n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => divideFractions(fraction(1n), fraction(0n))).toThrow(RangeError);
  });

  test('sums and products are exact and can be undone', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const negated = { numerator: -b.numerator, denominator: b.denominator };
        expect(compareFractions(addFractions(addFractions(a, b), negated), a)).toBe(0);
        if (b.numerator !== 0n) expect(compareFractions(divideFractions(multiplyFractions(a, b), b), a)).toBe(0);
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0);
      }),
    );
  });
});

describe('rounding to text', () => {
  test.each([
    ['1.33333', 4, '1.3333'],
    ['4444.33333', 4, '4444.3333'],
    ['10.11115', 4, '10.1112'],
    ['-0.125', 2, '-0.13'],
    ['0.5', 0, '1'],
    ['47.34075', 2, '47.34'],
    ['47.34075', 0, '47'],
    ['-0.004', 2, '0.00'],
  ])('%s to %d places is %s', (text, places, rounded) => {
    expect(formatDecimal(parseDecimal(text), places)).toBe(rounded);
  });

  test('halves go away from zero', () => {
    expect(roundFractionHalfAwayFromZero(fraction(-3n, 2n))).toBe(-2n);
    expect(roundFractionHalfAwayFromZero(fraction(3n, 2n))).toBe(2n);
  });
});
