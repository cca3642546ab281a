// How often screens that stop are loaded again.
import { expect, it } from 'vitest';
import { reloadLimit } from './reload-limit.ts';

it('loads again three times a minute, and again after a quiet minute', () => {
  const mayReload = reloadLimit();
  expect([0, 1_000, 2_000, 3_000].map(mayReload)).toEqual([true, true, true, false]);
  expect(mayReload(64_000)).toBe(true);
});
