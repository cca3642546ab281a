// Rounding half away from zero, and splits that sum to the whole.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideFloor, divideHalfAwayFromZero, roundToTarget, splitByLargestRemainder } from './rounding.ts';

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 9n });
const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
const magnitude = (value: bigint) => (value < 0n ? -value : value);

describe('divideHalfAwayFromZero', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%d ÷ %d is %d', (numerator, denominator, rounded) => {
    expect(divideHalfAwayFromZero(numerator, denominator)).toBe(rounded);
  });

  test('is never further than a half, and a negated amount rounds to the negated figure', () => {
    fc.assert(
      fc.property(amount, positive, (numerator, denominator) => {
        const rounded = divideHalfAwayFromZero(numerator, denominator);
        expect(2n * magnitude(numerator - rounded * denominator) <= denominator).toBe(true);
        expect(divideHalfAwayFromZero(-numerator, denominator)).toBe(-rounded);
      }),
    );
  });

  test('a zero denominator is a defect', () => {
    expect(() => divideHalfAwayFromZero(1n, 0n)).toThrow(RangeError);
  });
});

describe('divideFloor', () => {
  test.each([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [-8n, 2n, -4n],
    [0n, 2n, 0n],
  ])('%d ÷ %d is %d', (numerator, denominator, floored) => {
    expect(divideFloor(numerator, denominator)).toBe(floored);
  });
});

describe('splitByLargestRemainder', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [1000n, [10_000n, 5000n, 3000n, 2000n], [500n, 250n, 150n, 100n]],
    [5n, [0n, 0n], [5n, 0n]],
    [0n, [3n, 4n], [0n, 0n]],
    [0n, [], []],
    [10n, [0n, 1n, 2n], [0n, 3n, 7n]],
  ])('%s over %s', (total, weights, parts) => {
    expect(splitByLargestRemainder(total, weights)).toEqual(parts);
  });

  test('parts sum to the whole, lie within a unit of their share, and nothing weighs nothing', () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const parts = splitByLargestRemainder(total, weights);
          const whole = sum(weights);
          expect(sum(parts)).toBe(total);
          if (whole === 0n) return;
          weights.forEach((weight, index) => {
            const part = parts[index] ?? 0n;
            expect(magnitude(part * whole - total * weight) < whole).toBe(true);
            if (weight === 0n) expect(part).toBe(0n);
          });
        },
      ),
    );
  });

  test('refuses a negative weight and a split over nothing', () => {
    expect(() => splitByLargestRemainder(1n, [-1n, 2n])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [])).toThrow(RangeError);
  });
});

describe('roundToTarget', () => {
  test('gives the units left over to the largest remainders, ties to the earlier', () => {
    expect(roundToTarget([15n, 15n, 15n, 15n], 10n, 6n)).toEqual([2n, 2n, 1n, 1n]);
    expect(roundToTarget([-15n, -15n], 10n, -3n)).toEqual([-1n, -2n]);
    expect(roundToTarget([19n, 11n], 10n, 3n)).toEqual([2n, 1n]);
  });

  test('sums to the target and moves no value by a whole unit', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), (values) => {
        const target = divideHalfAwayFromZero(sum(values), 10_000n);
        const rounded = roundToTarget(values, 10_000n, target);
        expect(sum(rounded)).toBe(target);
        values.forEach((value, index) => {
          expect(magnitude((rounded[index] ?? 0n) * 10_000n - value) < 10_000n).toBe(true);
        });
      }),
    );
  });

  test('takes units back where the target lies below the values', () => {
    expect(roundToTarget([20n, 20n], 10n, 3n)).toEqual([2n, 1n]);
  });
});
