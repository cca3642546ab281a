// The question that the list of customers puts to the core, read from the URL's selection and written back to it.
import { expect, it } from 'vitest';
import { isNarrowed, listInput, sortOf, statusesOf, widened, withSort, withStatus } from './list-question.ts';

it('asks for the largest first, without anything else', () => {
  expect(listInput({}, '  ', undefined)).toEqual({ sort: 'mrr', isDescending: true });
});

it('asks for everything that the URL filters by', () => {
  const selection = { status: 'paused,active,bogus', plan: 'prod_1', country: 'unknown', billing: 'EUR' };
  expect(listInput({ ...selection, sort: 'name' }, ' kettle ', 'USD')).toEqual({
    search: 'kettle',
    status: ['active', 'paused'],
    plan: 'prod_1',
    country: '',
    billingCurrency: 'EUR',
    currency: 'USD',
    sort: 'name',
    isDescending: false,
  });
});

it('adds and takes away a status, whatever is opened', () => {
  const one = withStatus({ show: 'mrr', month: '2026-10' }, 'canceled', true);
  expect(one).toEqual({ status: 'canceled' });
  expect(statusesOf(withStatus(one, 'active', true))).toEqual(['active', 'canceled']);
  expect(withStatus(one, 'canceled', false)).toEqual({});
});

it('leaves no trace of an order that is as by itself', () => {
  expect(withSort({}, { key: 'mrr', isDescending: true })).toEqual({});
  expect(withSort({}, { key: 'name', isDescending: false })).toEqual({ sort: 'name' });
  expect(withSort({}, { key: 'name', isDescending: true })).toEqual({ sort: 'name', descending: true });
  expect(sortOf(withSort({}, { key: 'created', isDescending: true }))).toEqual({ key: 'created', isDescending: true });
});

it('knows a narrowed list and widens it, keeping its order', () => {
  expect(isNarrowed({ sort: 'name' })).toBe(false);
  expect(isNarrowed({ search: 'a' })).toBe(true);
  expect(widened({ search: 'a', status: 'active', country: 'DE', sort: 'name' })).toEqual({ sort: 'name' });
});
