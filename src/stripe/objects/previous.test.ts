// States before an event, and the order of observations.
import { describe, expect, test } from 'vitest';
import { previousObject } from './previous.ts';
import { madeItem, madeList, madePrice, madeSubscription, START } from './testing/made-objects.ts';
import { latestMention, progressOf, RANK, SOURCE, versionKey } from './version-key.ts';

describe('previous attributes', () => {
  test('fields go back, nested ones in part, arrays whole', () => {
    const now = madeSubscription({ status: 'active', metadata: { a: '2', b: '1' } });
    const before = previousObject(now, {
      status: 'trialing',
      metadata: { a: '1' },
      items: { data: [madeItem({ quantity: 7 })] },
    });
    expect(before).toMatchObject({
      status: 'trialing',
      metadata: { a: '1', b: '1' },
      items: { data: [{ quantity: 7 }] },
    });
  });

  test('an old plan and quantity at the top go into the one item', () => {
    const plan = { id: 'old', object: 'plan', amount: 500, currency: 'usd', interval: 'month' };
    const now = madeSubscription({
      items: madeList(madeItem({ price: madePrice(), plan: { id: 'price_1' }, quantity: 3 })),
    });
    const before = previousObject(now, { plan, quantity: 1 });
    expect(before['items']).toMatchObject({ data: [{ plan: { id: 'old' }, quantity: 1 }] });
    expect(JSON.stringify(before['items'])).not.toContain('"price":');
  });
});

describe('order of observations', () => {
  const key = (asOfAt: number, source: 0 | 1 | 2 | 3 = SOURCE.object, progress = 0, rank: 1 | 3 = RANK.whole) =>
    versionKey(rank, asOfAt, source, progress, 'd');

  test('rank, then instant, then source, then progress', () => {
    const ascending = [
      key(9_000_000_000, SOURCE.object, 0, RANK.derived),
      key(5, SOURCE.created),
      key(5, SOURCE.event),
      key(5, SOURCE.deleted),
      key(5),
      key(5, SOURCE.object, 9),
      key(5, SOURCE.object, 10),
      key(40),
    ];
    expect([...ascending].sort()).toEqual(ascending);
  });

  test('the latest past instant that a content mentions', () => {
    expect(latestMention(madeSubscription())).toBe(START);
    expect(latestMention(madeSubscription({ canceled_at: START + 5, trial_end: START + 9 }))).toBe(START + 9);
    expect(latestMention(madeSubscription({ status: 'trialing', trial_end: START + 9, cancel_at: START + 99 }))).toBe(
      START,
    );
    expect(latestMention(madeSubscription({ items: madeList(madeItem({ current_period_start: START + 3 })) }))).toBe(
      START + 3,
    );
    expect(latestMention({ id: 'x', deleted: true })).toBe(0);
  });

  test('a later status counts more than an earlier one of the same instant', () => {
    expect(progressOf('invoice', { status: 'paid', attempt_count: 1 })).toBeGreaterThan(
      progressOf('invoice', { status: 'open', attempt_count: 3 }),
    );
    expect(progressOf('invoice', { status: 'open', attempt_count: 2 })).toBeGreaterThan(
      progressOf('invoice', { status: 'open', attempt_count: 1 }),
    );
    expect(progressOf('unknown', {})).toBe(0);
  });
});
