// The standing metrics on a company small enough to be worked out by hand.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDay, currency } from '../../../kernel/index.ts';
import { importRates } from '../../rates/index.ts';
import { cohorts, ltvByMonth, mrrByKind, mrrByPlan } from '../index.ts';
import { openTestLedger } from '../testing/billing-ledger.ts';
import type { TestLedger } from '../testing/billing-ledger.ts';
import { EventWriter, at, customerChange, priceChange, together } from '../testing/billing-script.ts';

const [EUR, USD] = [currency('EUR'), currency('USD')];

describe('one customer in dollars that moves to a yearly plan, one in euros that leaves', () => {
  let opened: TestLedger;
  beforeAll(async () => {
    opened = await openTestLedger();
    opened.setNow(at('2024-03-01'));
    const [first, second] = [at('2024-01-10T12:00:00'), at('2024-01-15T12:00:00')];
    const writer = new EventWriter();
    await importRates(opened.ledger, 'test', 'test', [
      { on: civilDay('2024-01-12'), base: EUR, quote: USD, rate: '1.1' },
      { on: civilDay('2024-01-31'), base: EUR, quote: USD, rate: '1.2' },
      { on: civilDay('2024-02-28'), base: EUR, quote: USD, rate: '1.25' },
    ]);
    const dollars = { customerId: 'c1', subscriptionId: 's1' };
    const euros = { customerId: 'c2', subscriptionId: 's2', items: [{ priceId: 'e1', quantity: 3 }] };
    await opened.change(
      together([
        priceChange({ priceId: 'p1', productId: 'basic', currency: 'USD', amountMinor: 1999 }, first),
        priceChange({ priceId: 'p2', productId: 'pro', currency: 'USD', amountMinor: 4999, interval: 'year' }, first),
        priceChange({ priceId: 'e1', productId: 'basic', currency: 'EUR', amountMinor: 1833 }, first),
        customerChange({ customerId: 'c1' }, first),
        customerChange({ customerId: 'c2' }, first),
        writer.change({ ...dollars, eventId: '1', at: first, items: [{ priceId: 'p1' }] }, first),
        writer.change({ ...euros, eventId: '2', at: second }, second),
        writer.change(
          { ...dollars, eventId: '3', at: at('2024-02-10T12:00:00'), items: [{ priceId: 'p2', quantity: 10 }] },
          first,
        ),
        writer.change({ ...euros, eventId: '4', at: at('2024-02-29T12:00:00'), isEnded: true }, second),
      ]),
    );
  });
  afterAll(async () => {
    await opened.close();
  });

  test('movements are converted at the rate of their day', async () => {
    expect(await mrrByKind(opened.ledger.read)).toEqual([
      { month: '2024-01', kind: 'new', amountMrr: 19_990_000n + 60_489_000n },
      { month: '2024-02', kind: 'expansion', amountMrr: 21_668_333n },
      { month: '2024-02', kind: 'churn', amountMrr: -68_737_500n },
    ]);
  });

  test('plans stand at the closing rate of each month', async () => {
    expect(await mrrByPlan(opened.ledger.read)).toEqual([
      { month: '2024-01', planId: 'basic', closingMrr: 19_990_000n + 65_988_000n, customers: 2 },
      { month: '2024-02', planId: 'basic', closingMrr: 0n, customers: 0 },
      { month: '2024-02', planId: 'pro', closingMrr: 41_658_333n, customers: 1 },
    ]);
  });

  test('the cohort keeps the rate of its first month', async () => {
    const cohort = { cohortMonth: '2024-01', size: 2, initialMrr: 85_978_000n };
    expect(await cohorts(opened.ledger.read)).toEqual([
      { ...cohort, k: 0, month: '2024-01', active: 2, closingMrr: 85_978_000n },
      { ...cohort, k: 1, month: '2024-02', active: 1, closingMrr: 41_658_333n },
    ]);
  });

  test('lifetime value is ARPA over pooled churn, and nothing while nobody left', async () => {
    expect(
      (await ltvByMonth(opened.ledger.read)).map(({ month, lost, activeAtStart, ltvMinor }) => [
        month,
        lost,
        activeAtStart,
        ltvMinor,
      ]),
    ).toEqual([
      ['2024-01', 0, 0, null],
      ['2024-02', 1, 2, 8332],
    ]);
  });
});
