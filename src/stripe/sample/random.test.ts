// Whether chance is repeatable and even.
import { expect, test } from 'vitest';
import { Random } from './random.ts';

test('the same path gives the same numbers, another path others', () => {
  const draw = (...path: number[]): number[] => {
    const random = new Random(...path);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw(1, 2)).toEqual(draw(1, 2));
  expect(draw(1, 2)).not.toEqual(draw(2, 1));
  expect(draw(1, 2)).not.toEqual(draw(1, 3));
});

test('numbers spread evenly over their range', () => {
  const random = new Random(7);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let index = 0; index < 50_000; index += 1) {
    const digit = random.below(10);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 5_000)).toBeLessThan(300);
});

test('choices come as often as their weights say', () => {
  const random = new Random(3);
  let often = 0;
  for (let index = 0; index < 10_000; index += 1)
    if (
      random.weighted([
        ['often', 3],
        ['seldom', 1],
      ] as const) === 'often'
    )
      often += 1;
  expect(Math.abs(often - 7_500)).toBeLessThan(250);
});

test('letters are those of Stripe ids, and do not repeat', () => {
  const random = new Random(5);
  const ids = new Set(Array.from({ length: 10_000 }, () => random.letters(14)));
  expect(ids.size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z]{14}$/);
});
