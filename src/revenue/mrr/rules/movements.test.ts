// Movements: one kind a day per customer, and how prices, subscriptions and currencies share it.
import { describe, expect, test } from 'vitest';
import { currency, mrr, type CivilDay } from '../../../kernel/index.ts';
import { CHARTMOGUL_POLICY, COUNTINGHOUSE_POLICY } from '../policy.ts';
import type { Movement, Span, SpanReason } from './evidence.ts';
import { movementsOf } from './movements.ts';
import { spansOf } from './spans.ts';
import {
  at,
  customer,
  discount,
  item,
  monthly,
  percentOff,
  present,
  price,
  PRO,
  proration,
  STARTER,
  subscription,
  UTC,
} from './testing/build-evidence.ts';

/** A span of whole dollars (or other major units) a month. */
function span(
  priceId: string,
  major: number,
  startsOn: string,
  endsOn: string | null = null,
  rest: Partial<Span> = {},
): Span {
  return {
    subscriptionId: 'sub_1',
    itemId: 'si_1',
    priceId,
    productId: null,
    currency: currency('usd'),
    startsOn: startsOn as CivilDay,
    endsOn: endsOn as CivilDay | null,
    amount: mrr(BigInt(major) * 1_000_000n),
    quantity: 1,
    startReason: 'started',
    endReason: endsOn === null ? null : 'canceled_voluntary',
    evidenceId: 'x',
    ...rest,
  };
}

function told(movements: readonly Movement[]): string[] {
  return movements.map(
    ({ effectiveOn, kind, priceId, amount, reason, currency: code }) =>
      `${effectiveOn} ${kind} ${priceId} ${Number(amount) / 1_000_000}${code === 'USD' ? '' : ` ${code}`} ${reason}`,
  );
}

const of = (...spans: Span[]) => told(movementsOf(spans));
const changed = { startReason: 'price_changed' as SpanReason, endReason: 'price_changed' as SpanReason };

describe('kinds', () => {
  test('new, churn, reactivation', () => {
    expect(of(span('pro', 49, '2026-01-05', '2026-02-05'), span('pro', 49, '2026-03-01'))).toEqual([
      '2026-01-05 new pro 49 started',
      '2026-02-05 churn pro -49 canceled_voluntary',
      '2026-03-01 reactivation pro 49 started',
    ]);
  });
  test('new and churned on different days of a month keep both legs', () => {
    expect(of(span('pro', 49, '2026-01-05', '2026-01-06'))).toHaveLength(2);
  });
  test('expansion and contraction of one price', () => {
    const spans = [
      span('seat', 10, '2026-01-01', '2026-02-01', { endReason: 'quantity_changed' }),
      span('seat', 30, '2026-02-01', '2026-03-01', { startReason: 'quantity_changed', endReason: 'quantity_changed' }),
      span('seat', 20, '2026-03-01', null, { startReason: 'quantity_changed' }),
    ];
    expect(of(...spans)).toEqual([
      '2026-01-01 new seat 10 started',
      '2026-02-01 expansion seat 20 quantity_changed',
      '2026-03-01 contraction seat -10 quantity_changed',
    ]);
  });
  test('losing one of two subscriptions is contraction, the other then churn', () => {
    const spans = [
      span('a', 20, '2026-01-01', '2026-03-01'),
      span('b', 30, '2026-01-10', '2026-04-01', { subscriptionId: 'sub_2' }),
    ];
    expect(of(...spans).map((text) => text.split(' ')[1])).toEqual(['new', 'expansion', 'contraction', 'churn']);
  });
});

describe('transfers', () => {
  test('an upgrade moves the old amount between prices; only the difference is expansion', () => {
    expect(
      of(span('starter', 19, '2026-01-01', '2026-02-14', changed), span('pro', 49, '2026-02-14', null, changed)).slice(
        1,
      ),
    ).toEqual([
      '2026-02-14 expansion pro 30 price_changed',
      '2026-02-14 transfer_in pro 19 price_changed',
      '2026-02-14 transfer_out starter -19 price_changed',
    ]);
  });
  test('a downgrade likewise', () => {
    expect(
      of(span('pro', 49, '2026-01-01', '2026-02-14', changed), span('starter', 19, '2026-02-14', null, changed)).slice(
        1,
      ),
    ).toEqual([
      '2026-02-14 contraction pro -30 price_changed',
      '2026-02-14 transfer_out pro -19 price_changed',
      '2026-02-14 transfer_in starter 19 price_changed',
    ]);
  });
  test('a plan migration at the same amount is transfer alone, across subscriptions', () => {
    const spans = [
      span('old', 49, '2026-01-01', '2026-02-14'),
      span('new', 49, '2026-02-14', null, { subscriptionId: 'sub_2' }),
    ];
    expect(of(...spans).slice(1)).toEqual([
      '2026-02-14 transfer_in new 49 price_changed',
      '2026-02-14 transfer_out old -49 price_changed',
    ]);
  });
  test('a new subscription to the same price at the same instant is nothing at all', () => {
    expect(
      of(span('pro', 49, '2026-01-01', '2026-02-14'), span('pro', 49, '2026-02-14', null, { subscriptionId: 'sub_2' })),
    ).toHaveLength(1);
  });
  test('the net is shared in proportion by the prices that go with it', () => {
    const spans = [
      span('a', 30, '2026-01-01', '2026-02-01', changed),
      span('b', 20, '2026-02-01', null, { ...changed, itemId: 'si_2' }),
      span('c', 40, '2026-02-01', null, { ...changed, itemId: 'si_3' }),
    ];
    expect(of(...spans).slice(1)).toEqual([
      '2026-02-01 transfer_out a -30 price_changed',
      '2026-02-01 expansion b 10 price_changed',
      '2026-02-01 transfer_in b 10 price_changed',
      '2026-02-01 expansion c 20 price_changed',
      '2026-02-01 transfer_in c 20 price_changed',
    ]);
  });
  test('currencies are never set against each other', () => {
    const euro = span('pro_eur', 45, '2026-02-01', null, { currency: currency('eur'), subscriptionId: 'sub_2' });
    expect(of(span('pro', 49, '2026-01-01', '2026-02-01'), euro).slice(1)).toEqual([
      '2026-02-01 expansion pro_eur 45 EUR started',
      '2026-02-01 contraction pro -49 canceled_voluntary',
    ]);
  });
});

describe('from evidence', () => {
  const movements = (...parameters: Parameters<typeof customer>) =>
    told(movementsOf(spansOf(customer(...parameters), COUNTINGHOUSE_POLICY, UTC)));
  test('changes of one day net to one movement', () => {
    const lines = [
      ...monthly(STARTER, '2026-01', 1),
      ...proration(STARTER, PRO, '2026-01-20T09:00:00', '2026-02-01'),
      ...proration(PRO, price('max', 9900), '2026-01-20T17:00:00', '2026-02-01'),
    ];
    const found = movements([subscription({ present: present('2026-01-01', [item(price('max', 9900))]), lines })]);
    expect(found.slice(1)).toEqual([
      '2026-01-20 expansion max 80 price_changed',
      '2026-01-20 transfer_in max 19 price_changed',
      '2026-01-20 transfer_out starter -19 price_changed',
    ]);
  });
  test('a subscription replaced by another at one instant', () => {
    const ended = {
      status: 'canceled' as const,
      endedAt: at('2026-03-10T10:00:00'),
      cancellationReason: 'cancellation_requested',
    };
    const found = movements([
      subscription({ subscriptionId: 'sub_1', present: present('2026-03-10T10:00:00', [item(STARTER)], ended) }),
      subscription({
        subscriptionId: 'sub_2',
        present: present('2026-03-10T10:00:00', [item(PRO)], { startAt: at('2026-03-10T10:00:00') }),
      }),
    ]);
    expect(found.map((text) => text.split(' ')[1])).toEqual(['new', 'expansion', 'transfer_in', 'transfer_out']);
  });
  test('a discount that runs out is expansion, and one over everything churn', () => {
    const half = discount(percentOff(50, { duration: 'repeating', durationInMonths: 3 }), '2026-01-01', '2026-04-01');
    expect(movements([subscription({ present: present('2026-01-01', [item(PRO)], { discounts: [half] }) })])[1]).toBe(
      '2026-04-01 expansion pro 24.5 discount_expired',
    );
    const all = discount(percentOff(100), '2026-02-01');
    const given = subscription({ present: present('2026-02-01', [item(PRO)], { discounts: [all] }) });
    expect(movements([given])[1]).toBe('2026-02-01 churn pro -49 free_or_fully_discounted');
    const spans = spansOf(customer([given]), CHARTMOGUL_POLICY, UTC);
    expect(told(movementsOf(spans, CHARTMOGUL_POLICY))[1]).toBe(
      '2026-02-01 contraction pro -49 free_or_fully_discounted',
    );
  });
  test('where free customers stay, the way back is expansion', () => {
    const spans = [
      span('pro', 49, '2026-01-01', '2026-02-01', { endReason: 'free_or_fully_discounted' }),
      span('pro', 49, '2026-03-01', '2026-04-01', { startReason: 'discount_expired' }),
    ];
    expect(told(movementsOf(spans, CHARTMOGUL_POLICY)).map((text) => text.split(' ')[1])).toEqual([
      'new',
      'contraction',
      'expansion',
      'churn',
    ]);
  });
});
