// The inclusive tax of a subscription's prices: taxed lines, else tax rates, else another line.
import { describe, expect, test } from 'vitest';
import type { SubscriptionStateRecord, TaxRateRecord } from '../../../../billing/subscriptions/index.ts';
import { formatDecimal } from '../../../../kernel/index.ts';
import { inclusiveTaxRates } from './inclusive-tax.ts';
import { lineRecord } from './testing/line-records.ts';

const TWENTY: TaxRateRecord = { taxRateId: 'txr_20', percentage: '20', isInclusive: true };
const FIVE: TaxRateRecord = { taxRateId: 'txr_5', percentage: '5.5', isInclusive: true };
const ADDED: TaxRateRecord = { taxRateId: 'txr_add', percentage: '19', isInclusive: false };

function stateOf(
  prices: Readonly<Record<string, readonly TaxRateRecord[]>>,
  taxRates: readonly TaxRateRecord[] = [],
): SubscriptionStateRecord {
  return {
    status: 'active',
    startAt: 0,
    trialStartAt: null,
    trialEndAt: null,
    currentPeriodStartAt: null,
    currentPeriodEndAt: null,
    cancelAt: null,
    isCancelAtPeriodEnd: false,
    endedAt: null,
    cancellationReason: null,
    pause: null,
    discountIds: [],
    taxRates,
    items: Object.entries(prices).map(([priceId, own]) => ({
      itemId: `si_${priceId}`,
      priceId,
      quantity: 1,
      discountIds: [],
      taxRates: own,
    })),
  };
}

function rates(...of: Parameters<typeof inclusiveTaxRates>): Record<string, string> {
  return Object.fromEntries([...inclusiveTaxRates(...of)].map(([id, rate]) => [id, formatDecimal(rate, 3)]));
}

const taxed = lineRecord({ price_id: 'pro', amount_minor: 11_000, inclusive_tax_minor: 1000 });

describe('inclusive tax', () => {
  test('a price’s own taxed line comes first', () => {
    expect(rates([taxed], [stateOf({ pro: [TWENTY] })])).toEqual({ pro: '0.100' });
  });
  test('then its item’s rates, then the subscription’s, each with what is inclusive of them', () => {
    expect(rates([], [stateOf({ pro: [TWENTY, FIVE], max: [] }, [TWENTY, ADDED])])).toEqual({
      pro: '0.255',
      max: '0.200',
    });
    expect(rates([taxed], [stateOf({ max: [ADDED] }, [TWENTY])])).toEqual({ pro: '0.100' });
  });
  test('the latest state that has the price decides', () => {
    expect(rates([], [stateOf({ pro: [TWENTY] }), stateOf({ pro: [FIVE] })])).toEqual({ pro: '0.055' });
    expect(rates([], [stateOf({ pro: [TWENTY] }), stateOf({ max: [] })])).toEqual({ pro: '0.200' });
  });
  test('then another line of the subscription, unless the price was charged without tax', () => {
    expect(rates([taxed], [stateOf({ max: [] })])).toEqual({ pro: '0.100', max: '0.100' });
    const untaxed = lineRecord({ id: 'il_2', price_id: 'max', amount_minor: 500 });
    expect(rates([taxed, untaxed], [stateOf({ max: [] })])).toEqual({ pro: '0.100' });
  });
});
