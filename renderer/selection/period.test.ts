// The months that a chosen period means, and the view of a ledger.
import { expect, it } from 'vitest';
import { monthsBetween, monthsOf } from './period.ts';
import { viewFor } from './view.ts';

it('counts back from the last month, which is inside', () => {
  expect(monthsOf({}, '2026-10')).toEqual({ from: '2024-11', to: '2026-10' });
  expect(monthsOf({ period: '12m' }, '2026-01')).toEqual({ from: '2025-02', to: '2026-01' });
  expect(monthsOf({ period: '36m' }, '2026-12')).toEqual({ from: '2024-01', to: '2026-12' });
});

it('begins the year so far in January, even of the first month', () => {
  expect(monthsOf({ period: 'ytd' }, '2026-10')).toEqual({ from: '2026-01', to: '2026-10' });
  expect(monthsOf({ period: 'ytd' }, '2026-01')).toEqual({ from: '2026-01', to: '2026-01' });
});

it('leaves the beginning of all there is to the ledger', () => {
  expect(monthsOf({ period: 'all' }, '2026-10')).toEqual({ from: undefined, to: '2026-10' });
});

it('takes months as they were chosen', () => {
  expect(monthsOf({ from: '2025-03', to: '2025-08' }, '2026-10')).toEqual({ from: '2025-03', to: '2025-08' });
  expect([monthsBetween('2025-03', '2025-08'), monthsBetween('2024-11', '2026-10')]).toEqual([6, 24]);
});

it('has no months before the ledger has answered, or without objects', () => {
  expect(viewFor({ currency: 'native' }, undefined)).toEqual({
    period: '24m',
    from: undefined,
    to: undefined,
    compare: 'none',
    currency: undefined,
    isNative: true,
  });
  expect(viewFor({ from: '2025-03', to: '2025-08', currency: 'EUR', compare: 'before' }, '2026-10-30')).toMatchObject({
    period: 'months',
    to: '2025-08',
    currency: 'EUR',
    isNative: false,
    compare: 'before',
  });
});
