// What tells of a subscription, and the items it has: spans from invoices, objects and events.
import { describe, expect, test } from 'vitest';
import { timeZone } from '../../../kernel/index.ts';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import { spansOf } from './spans.ts';
import {
  at,
  customer,
  item,
  line,
  monthly,
  present,
  price,
  PRO,
  proration,
  STARTER,
  state,
  subscription,
  UTC,
} from './testing/build-evidence.ts';
import { PERIOD, spans } from './testing/told-spans.ts';

describe('what tells of a subscription', () => {
  test('the object alone counts from its start at its present price', () => {
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD) })).toEqual([
      'starter×1 19.00 2026-01-01.. started>',
    ]);
  });
  test('renewals that say the same make one span', () => {
    expect(
      spans({ present: present('2026-03-01', [item(STARTER)], PERIOD), lines: monthly(STARTER, '2026-01', 3) }),
    ).toEqual(['starter×1 19.00 2026-01-01.. started>']);
  });
  test('invoices alone count to the end of what they bill', () => {
    expect(spans({ lines: monthly(STARTER, '2026-01', 3) })).toEqual([
      'starter×1 19.00 2026-01-01..2026-04-01 started>canceled_unknown',
    ]);
  });
  test('an event alone counts from the start, at what it says came before until it happened', () => {
    const dated = [
      {
        state: state('2026-03-10T12:00:00', [item(STARTER, 3)]),
        before: state('2026-03-10T12:00:00', [item(STARTER, 2)]),
      },
    ];
    expect(spans({ dated })).toEqual([
      'starter×2 38.00 2026-01-01..2026-03-10 started>quantity_changed',
      'starter×3 57.00 2026-03-10.. quantity_changed>',
    ]);
  });
  test('days are those of the zone', () => {
    const evidence = customer([
      subscription({ present: present('2026-03-01', [item(STARTER)], { startAt: at('2026-03-01T02:00:00') }) }),
    ]);
    const [span] = spansOf(evidence, COUNTINGHOUSE_POLICY, timeZone('America/New_York'));
    expect(span?.startsOn).toBe('2026-02-28');
  });
  test('nothing known is no MRR', () => {
    expect(spans({})).toEqual([]);
    expect(spansOf(customer([]), COUNTINGHOUSE_POLICY, UTC)).toEqual([]);
  });
  test('old lines without an item are those of the only item', () => {
    const lines = monthly(STARTER, '2026-01', 3, { itemId: null });
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD), lines })).toHaveLength(1);
  });
  test('a deleted customer ends', () => {
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD) }, { deletedAt: at('2026-03-20') })).toEqual(
      ['starter×1 19.00 2026-01-01..2026-03-20 started>canceled_unknown'],
    );
  });
});

describe('items', () => {
  const seats = price('seat', 500);
  const seatLine = (from: string, to: string) => line(seats, from, to, { itemId: 'si_2', invoiceId: `in_${from}` });
  test('an item added and one removed, with proration lines', () => {
    const [credit, debit] = proration(seats, seats, '2026-02-10', '2026-03-01');
    if (credit === undefined || debit === undefined) throw new Error('a proration has two lines');
    const lines = [
      ...monthly(PRO, '2026-01', 3),
      { ...debit, itemId: 'si_2' },
      seatLine('2026-03-01', '2026-04-01'),
      { ...credit, itemId: 'si_2', startAt: at('2026-03-20') },
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })).toEqual([
      'pro×1 49.00 2026-01-01.. started>',
      'seat×1 5.00 2026-02-10..2026-03-20 item_added>item_removed',
    ]);
  });
  test('an item that a full bill lacks was removed when its billed time ran out', () => {
    const lines = [
      ...monthly(PRO, '2026-01', 4),
      seatLine('2026-01-01', '2026-02-01'),
      seatLine('2026-02-01', '2026-03-01'),
    ];
    expect(spans({ present: present('2026-04-01', [item(PRO)]), lines })[1]).toBe(
      'seat×1 5.00 2026-01-01..2026-03-01 started>item_removed',
    );
  });
  test('items of other cadence are not missed between their bills', () => {
    const lines = [
      ...monthly(PRO, '2026-01', 4),
      line(price('support', 12_000, { interval: 'year' }), '2026-01-01', '2027-01-01', { itemId: 'si_2' }),
    ];
    expect(spans({ present: null, lines })[1]).toBe('support×1 10.00 2026-01-01..2027-01-01 started>canceled_unknown');
  });
  test('an item exchanged for another at one instant is a change of price', () => {
    const lines = [...monthly(STARTER, '2026-01', 1), ...monthly(PRO, '2026-02', 1, { itemId: 'si_2' })];
    expect(spans({ present: present('2026-02-01', [item(PRO, 1, 'si_2')]), lines })).toEqual([
      'starter×1 19.00 2026-01-01..2026-02-01 started>price_changed',
      'pro×1 49.00 2026-02-01.. price_changed>',
    ]);
  });
  test('metered items and their lines count nothing', () => {
    const usage = price('usage', 10, { isMetered: true });
    const lines = [
      ...monthly(PRO, '2026-01', 3),
      line(usage, '2026-01-01', '2026-02-01', { itemId: 'si_9', quantity: 4000 }),
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO), item(usage, 0, 'si_9')], PERIOD), lines })).toEqual([
      'pro×1 49.00 2026-01-01.. started>',
    ]);
  });
});

describe('tax', () => {
  test('inclusive tax is taken out; what bills show holds for the price', () => {
    const rate = { numerator: 19n, denominator: 100n };
    const gross = price('gross', 11_900);
    const lines = monthly(gross, '2026-01', 2, { inclusiveTaxRate: rate });
    expect(spans({ lines, dated: [{ state: state('2026-01-01', [item(gross)]), before: null }] })).toEqual([
      'gross×1 100.00 2026-01-01.. started>',
    ]);
  });
});
