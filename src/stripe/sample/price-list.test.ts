// Whether the price list is the published one and costs what Stripe would bill.
import { expect, test } from 'vitest';
import { readListBackup } from './catalog-file.ts';
import { costOf, partsOf, priceListOf, shareOf, type PriceOnSale } from './price-list.ts';
import { known } from '../../kernel/index.ts';

const list = priceListOf(readListBackup(), 1, 1_700_000_000);
const price = (key: string): PriceOnSale => known(list.prices.get(key), key);

test('the published monthly prices are those of the price list', () => {
  const monthly = ['free', 'starter', 'pro', 'enterprise'].map((plan) => price(`${plan}_monthly`).wire.unit_amount);
  expect(monthly).toEqual([0, 1_900, 4_900, 19_900]);
});

test('a year costs ten months and a quarter three', () => {
  for (const plan of ['starter', 'pro', 'enterprise']) {
    const monthMinor = costOf(price(`${plan}_monthly`), 1);
    expect(costOf(price(`${plan}_annual`), 1)).toBe(10 * monthMinor);
    expect(costOf(price(`${plan}_quarterly`), 1)).toBe(3 * monthMinor);
  }
});

test('every price that was not published says so', () => {
  const published = new Set(['free_monthly', 'starter_monthly', 'pro_monthly', 'enterprise_monthly']);
  const catalog = readListBackup();
  for (const { prices } of [...catalog.plans, ...catalog.addOns]) {
    for (const { key, notes } of prices) if (!published.has(key)) expect(notes, key).toMatch(/^Chosen by us/);
  }
});

test('tiers, packages and fractions of a cent cost what Stripe would bill', () => {
  expect(partsOf(price('extra_storage_monthly'), 8).map((part) => [part.quantity, part.amountMinor])).toEqual([
    [5, 5_000],
    [3, 2_400],
  ]);
  expect(costOf(price('archive_seats_monthly'), 10)).toBe(4_000);
  expect(costOf(price('archive_seats_monthly'), 11)).toBe(3_300);
  expect(costOf(price('extra_sources_monthly'), 34)).toBe(2_000);
  expect(costOf(price('api_overage_monthly'), 1_234)).toBe(494);
  expect(price('pro_monthly_jpy').wire.unit_amount).toBe(7_200);
});

test('a share is rounded once, half away from zero', () => {
  expect(shareOf(5, 1, 2)).toBe(3);
  expect(shareOf(-5, 1, 2)).toBe(-3);
  expect(shareOf(1_900, 15, 31)).toBe(919);
});
