// Changes of price and quantity within and between billing periods, as spans.
import { describe, expect, test } from 'vitest';
import {
  FREE,
  item,
  line,
  monthly,
  present,
  price,
  PRO,
  PRO_YEARLY,
  proration,
  STARTER,
  state,
} from './testing/build-evidence.ts';
import { PERIOD, spans } from './testing/told-spans.ts';

describe('changes within a period', () => {
  const upgraded = [
    'starter×1 19.00 2026-01-01..2026-02-14 started>price_changed',
    'pro×1 49.00 2026-02-14.. price_changed>',
  ];
  test('proration lines: the new price counts from its instant, their amounts never', () => {
    const lines = [
      ...monthly(STARTER, '2026-01', 2),
      ...proration(STARTER, PRO, '2026-02-14', '2026-03-01'),
      ...monthly(PRO, '2026-03', 1),
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })).toEqual(upgraded);
  });
  test('without proration, from the event', () => {
    const lines = [...monthly(STARTER, '2026-01', 2), ...monthly(PRO, '2026-03', 1)];
    const dated = [
      { state: state('2026-02-14T09:00:00', [item(PRO)]), before: state('2026-02-14T09:00:00', [item(STARTER)]) },
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), dated, lines })).toEqual(upgraded);
  });
  test('without proration or event, from the next period', () => {
    const lines = [...monthly(STARTER, '2026-01', 2), ...monthly(PRO, '2026-03', 1)];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })).toEqual([
      'starter×1 19.00 2026-01-01..2026-03-01 started>price_changed',
      'pro×1 49.00 2026-03-01.. price_changed>',
    ]);
  });
  test('to annual: credit of the month and a full year from the same instant', () => {
    const [credit] = proration(PRO, PRO, '2026-02-14', '2026-03-01');
    const lines = [
      ...monthly(PRO, '2026-01', 2),
      ...(credit === undefined ? [] : [credit]),
      line(PRO_YEARLY, '2026-02-14', '2027-02-14'),
    ];
    expect(spans({ present: present('2026-02-14', [item(PRO_YEARLY)]), lines })).toEqual([
      'pro×1 49.00 2026-01-01..2026-02-14 started>price_changed',
      'pro_yearly×1 40.8333 2026-02-14.. price_changed>',
    ]);
  });
  test('free to paid and back: a line of nothing has no sign', () => {
    const lines = [
      ...monthly(FREE, '2026-01', 2),
      ...proration(FREE, PRO, '2026-02-14', '2026-03-01'),
      ...monthly(PRO, '2026-03', 1),
      ...proration(PRO, FREE, '2026-03-20', '2026-04-01'),
    ];
    expect(spans({ present: present('2026-03-01', [item(FREE)], PERIOD), lines })).toEqual([
      'pro×1 49.00 2026-02-14..2026-03-20 price_changed>free_or_fully_discounted',
    ]);
  });
  test('to free, where only the credit has a line: the free bill that follows says what it became', () => {
    const [credit] = proration(PRO, FREE, '2026-02-14', '2026-03-01');
    const lines = [
      ...monthly(PRO, '2026-01', 2),
      ...(credit === undefined ? [] : [credit]),
      ...monthly(FREE, '2026-03', 1),
    ];
    expect(spans({ present: present('2026-03-01', [item(FREE)], PERIOD), lines })).toEqual([
      'pro×1 49.00 2026-01-01..2026-02-14 started>free_or_fully_discounted',
    ]);
  });
  test('lines that name no item: a price that comes back counts only while it is billed', () => {
    const unnamed = (of: typeof PRO, month: string) => monthly(of, month, 1, { itemId: null });
    const lines = [...unnamed(STARTER, '2026-01'), ...unnamed(PRO, '2026-02'), ...unnamed(STARTER, '2026-03')];
    expect(spans({ lines })).toEqual([
      'pro×1 49.00 2026-02-01..2026-03-01 price_changed>price_changed',
      'starter×1 19.00 2026-01-01..2026-02-01 started>price_changed',
      'starter×1 19.00 2026-03-01..2026-04-01 price_changed>canceled_unknown',
    ]);
  });
  test('several changes in one second: what no credit takes back', () => {
    const lines = [
      ...monthly(STARTER, '2026-01', 2),
      ...proration(STARTER, PRO, '2026-02-14', '2026-03-01'),
      ...proration(PRO, price('max', 9900), '2026-02-14', '2026-03-01').map((each) => ({
        ...each,
        lineId: `${each.lineId}_2`,
      })),
    ];
    expect(spans({ present: present('2026-02-14', [item(price('max', 9900))]), lines })[1]).toBe(
      'max×1 99.00 2026-02-14.. price_changed>',
    );
  });
  test('two changes on one day are one', () => {
    const lines = [
      ...monthly(STARTER, '2026-01', 2),
      ...proration(STARTER, PRO, '2026-02-14T10:00:00', '2026-03-01'),
      ...proration(PRO, STARTER, '2026-02-14T15:00:00', '2026-03-01'),
    ];
    expect(spans({ present: present('2026-02-14', [item(STARTER)]), lines })).toEqual([
      'starter×1 19.00 2026-01-01.. started>',
    ]);
  });
  test('quantity', () => {
    const lines = [
      ...monthly(STARTER, '2026-01', 2, { quantity: 5 }),
      ...proration(STARTER, STARTER, '2026-02-14', '2026-03-01', [5, 7]),
    ];
    expect(spans({ present: present('2026-02-01', [item(STARTER, 7)]), lines })).toEqual([
      'starter×5 95.00 2026-01-01..2026-02-14 started>quantity_changed',
      'starter×7 133.00 2026-02-14.. quantity_changed>',
    ]);
  });
  test('pending prorations: the undated present shows them from the last that is certain', () => {
    const lines = monthly(STARTER, '2026-01', 3, { quantity: 5 });
    expect(spans({ present: present('2026-03-01', [item(STARTER, 7)], PERIOD), lines })).toEqual([
      'starter×5 95.00 2026-01-01..2026-03-01 started>quantity_changed',
      'starter×7 133.00 2026-03-01.. quantity_changed>',
    ]);
  });
  test('an undated present older than its invoices changes nothing', () => {
    const lines = [...monthly(STARTER, '2026-01', 3), ...monthly(PRO, '2026-04', 1)];
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD), lines })).toEqual([
      'starter×1 19.00 2026-01-01..2026-04-01 started>price_changed',
      'pro×1 49.00 2026-04-01.. price_changed>',
    ]);
    const upgradedLater = [...monthly(STARTER, '2026-01', 3), ...proration(STARTER, PRO, '2026-03-10', '2026-04-01')];
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD), lines: upgradedLater })[1]).toBe(
      'pro×1 49.00 2026-03-10.. price_changed>',
    );
  });
  test('a voided update invoice shows what was not done', () => {
    const voided = proration(STARTER, PRO, '2026-02-14', '2026-03-01').map((each) => ({
      ...each,
      invoiceStatus: 'void' as const,
    }));
    const lines = [...monthly(STARTER, '2026-01', 3), ...voided];
    expect(spans({ present: present('2026-03-01', [item(STARTER)], PERIOD), lines })).toHaveLength(1);
  });
  test('a voided update invoice: not its full period at another interval either', () => {
    const update = { invoiceStatus: 'void' as const, billingReason: 'subscription_update' };
    const [credit] = proration(PRO, PRO_YEARLY, '2026-02-14', '2026-03-01');
    const lines = [
      ...monthly(PRO, '2026-01', 3),
      ...(credit === undefined ? [] : [{ ...credit, ...update }]),
      line(PRO_YEARLY, '2026-02-14', '2027-02-14', update),
    ];
    expect(spans({ present: present('2026-03-01', [item(PRO)], PERIOD), lines })).toEqual([
      'pro×1 49.00 2026-01-01.. started>',
    ]);
  });
  test('scheduled changes: nothing until they take effect', () => {
    const lines = [...monthly(STARTER, '2026-01', 3), ...monthly(PRO, '2026-04', 1)];
    expect(spans({ lines })).toEqual([
      'starter×1 19.00 2026-01-01..2026-04-01 started>price_changed',
      'pro×1 49.00 2026-04-01..2026-05-01 price_changed>canceled_unknown',
    ]);
  });
});
