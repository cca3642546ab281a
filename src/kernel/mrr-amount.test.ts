// MRR amounts: rounded once when set, rounded to minor units at the edge so that lists add up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from './decimal.ts';
import { MRR_SCALE, mrrFromMinorPerMonth, mrrListToMinor, mrrToMinor } from './mrr-amount.ts';

const units = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

describe('MRR amounts', () => {
  test('a year of 100.00 is 8.3333 a month, kept to the ten-thousandth of a cent', () => {
    expect(mrrFromMinorPerMonth(fraction(10_000n, 12n))).toBe(8_333_333n);
    expect(mrrFromMinorPerMonth(fraction(-10_000n, 12n))).toBe(-8_333_333n);
    expect(mrrFromMinorPerMonth(fraction(1n, 20_000n))).toBe(1n);
  });

  test('a single figure rounds half away from zero', () => {
    expect(mrrToMinor(15_000n)).toBe(2);
    expect(mrrToMinor(-15_000n)).toBe(-2);
    expect(mrrToMinor(14_999n)).toBe(1);
  });

  test('a list adds up to its rounded total', () => {
    fc.assert(
      fc.property(fc.array(units, { maxLength: 40 }), (amounts) => {
        const printed = mrrListToMinor(amounts);
        const total = amounts.reduce((sum, amount) => sum + amount, 0n);
        expect(printed.reduce((sum, amount) => sum + amount, 0)).toBe(mrrToMinor(total) + 0);
        expect(printed).toHaveLength(amounts.length);
      }),
    );
  });

  test('a list that drills a printed figure adds up to that figure', () => {
    const amounts = [5000n, 5000n, 5000n];
    expect(mrrListToMinor(amounts)).toEqual([1, 1, 0]);
    expect(mrrListToMinor(amounts, 1)).toEqual([1, 0, 0]);
    expect(mrrListToMinor([MRR_SCALE * 3n], 3)).toEqual([3]);
  });
});
