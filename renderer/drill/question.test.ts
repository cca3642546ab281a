// The rows of a figure are asked for with the filters that the figure was computed with.
import { expect, it } from 'vitest';
import { filtersOf, signedAs } from './question.ts';

it('keeps group and currency', () => {
  expect(filtersOf({})).toEqual({});
  expect(filtersOf({ currency: 'EUR', groupBy: 'plan', group: 'prod_1' })).toEqual({
    currency: 'EUR',
    groupBy: 'plan',
    group: 'prod_1',
  });
  expect(filtersOf({ currency: 'native', groupBy: 'currency', group: 'JPY' })).toEqual({
    isNative: true,
    groupBy: 'currency',
    group: 'JPY',
  });
  expect(filtersOf({ group: 'prod_1' })).toEqual({});
  expect(filtersOf({ groupBy: 'country', group: '' })).toEqual({ groupBy: 'country', group: '' });
});

it('shows losses below zero, and nothing as nothing', () => {
  expect(signedAs('churn', 500)).toBe(-500);
  expect(signedAs('churn', 0)).toBe(0);
  expect(signedAs('churn', null)).toBeNull();
  expect(signedAs('new', 500)).toBe(500);
});
