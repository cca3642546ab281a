// The rows of a figure are asked for with the filters that the figure was computed with.
import { expect, it } from 'vitest';
import { filtersOf, monthsAsked, signedAs } from './question.ts';

it('keeps group and currency', () => {
  expect(filtersOf({})).toEqual({});
  expect(filtersOf({ currency: 'EUR', groupBy: 'plan', group: 'prod_1' })).toEqual({
    currency: 'EUR',
    groupBy: 'plan',
    group: 'prod_1',
  });
  expect(filtersOf({ currency: 'native', billed: 'JPY', groupBy: 'plan', group: 'prod_1' })).toEqual({
    isNative: true,
    currency: 'JPY',
    groupBy: 'plan',
    group: 'prod_1',
  });
  expect(filtersOf({ group: 'prod_1' })).toEqual({});
  expect(filtersOf({ groupBy: 'country', group: '' })).toEqual({ groupBy: 'country', group: '' });
});

it('converts a figure that names no billing currency, whatever the view is', () => {
  expect(filtersOf({ currency: 'native' })).toEqual({});
});

it('asks for one month, or for all from the first to the last', () => {
  expect(monthsAsked({}, '2026-10')).toEqual({ month: '2026-10' });
  expect(monthsAsked({ since: '2026-01' }, '2026-10')).toEqual({ from: '2026-01', to: '2026-10' });
});

it('shows losses below zero, and nothing as nothing', () => {
  expect(signedAs('churn', 500)).toBe(-500);
  expect(signedAs('churn', 0)).toBe(0);
  expect(signedAs('churn', null)).toBeNull();
  expect(signedAs('new', 500)).toBe(500);
});
