// Ticks are round, evenly apart, and enclose what is drawn.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

it('takes round steps', () => {
  expect(axisTicks(-420_000, 910_000, 4)).toEqual([-500_000, 0, 500_000, 1_000_000]);
  expect(axisTicks(0, 12_599_296, 3)).toEqual([0, 5_000_000, 10_000_000, 15_000_000]);
  expect(axisTicks(0, 0, 3)).toEqual([0, 1]);
});

it('encloses everything, with zero among the ticks', () => {
  const reach = fc.nat(10 ** 12);
  fc.assert(
    fc.property(reach, reach, fc.integer({ min: 2, max: 6 }), (down, up, count) => {
      const ticks = axisTicks(-down, up, count);
      expect(ticks[0]).toBeLessThanOrEqual(-down);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(up);
      expect(ticks.some((tick) => tick === 0)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(2 * count + 2);
    }),
  );
});
