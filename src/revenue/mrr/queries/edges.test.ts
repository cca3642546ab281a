// Days that are not over, changes that lie ahead, and rates that are missing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { civilDay, currency, month } from '../../../kernel/index.ts';
import { importRates } from '../../rates/index.ts';
import { customersReport, freshness, movementsReport, mrrByPlan, overviewFigures, rowsReport } from '../index.ts';
import { openTestLedger } from '../testing/billing-ledger.ts';
import type { TestLedger } from '../testing/billing-ledger.ts';
import { EventWriter, at, customerChange, priceChange, together } from '../testing/billing-script.ts';

const START = at('2024-01-10T12:00:00');

describe('figures at the edge of what is known', () => {
  let opened: TestLedger;
  let writer: EventWriter;
  beforeEach(async () => {
    opened = await openTestLedger();
    writer = new EventWriter();
    opened.setNow(at('2024-02-01'));
    await opened.change(
      together([
        priceChange({ priceId: 'p1', productId: 'prod_1', currency: 'USD', amountMinor: 1000 }, START),
        priceChange({ priceId: 'e1', productId: 'prod_1', currency: 'EUR', amountMinor: 1000 }, START),
        customerChange({ customerId: 'c1', name: 'One' }, START),
        writer.change(
          {
            eventId: 'e1',
            customerId: 'c1',
            subscriptionId: 's1',
            at: START,
            items: [{ priceId: 'p1' }],
            cancelAt: at('2024-01-25'),
          },
          START,
        ),
      ]),
    );
  });
  afterEach(async () => {
    await opened.close();
  });

  test('an end that lies ahead does not count until what is known reaches its day', async () => {
    expect((await overviewFigures(opened.ledger.read)).mrr.valueMinor).toBe(1000);
    await opened.change(customerChange({ customerId: 'c2' }, at('2024-01-24T23:00:00')));
    expect((await movementsReport(opened.ledger.read)).rows[0]).toMatchObject({ churnMinor: 0, closingMinor: 1000 });
    await opened.change(customerChange({ customerId: 'c3' }, at('2024-01-25T01:00:00')));
    expect((await movementsReport(opened.ledger.read)).rows[0]).toMatchObject({
      churnMinor: 1000,
      closingMinor: 0,
      customersChurned: 1,
    });
    expect(await freshness(opened.ledger.read)).toEqual({ dataThrough: '2024-01-25', isSettling: false });
  });

  test('an amount without a rate is not shown, and said to be missing; the rest is', async () => {
    await opened.change(
      together([
        customerChange({ customerId: 'c2' }, START),
        writer.change(
          { eventId: 'e2', customerId: 'c2', subscriptionId: 's2', at: START, items: [{ priceId: 'e1' }] },
          START,
        ),
      ]),
    );
    const report = await movementsReport(opened.ledger.read);
    expect(report.rows[0]).toMatchObject({ newMinor: null, closingMinor: null, customersNew: 2 });
    expect(report.warnings).toHaveLength(1);
    const byCurrency = await movementsReport(opened.ledger.read, { groupBy: 'currency' });
    expect(byCurrency.rows.map((row) => [row.group, row.closingMinor])).toEqual([
      ['EUR', null],
      ['USD', 1000],
    ]);
    expect((await customersReport(opened.ledger.read)).rows.map((row) => row.mrrMinor)).toEqual([1000, null]);
    expect((await rowsReport(opened.ledger.read, { month: month('2024-01'), kind: 'new' })).totalMinor).toBeNull();
    expect((await overviewFigures(opened.ledger.read)).mrr.valueMinor).toBeNull();
    expect((await mrrByPlan(opened.ledger.read))[0]?.closingMrr).toBeNull();
    expect((await movementsReport(opened.ledger.read, { isNative: true })).rows.map((row) => row.closingMinor)).toEqual(
      [1000, 1000],
    );

    await importRates(opened.ledger, 'test', 'ecb', [
      { on: civilDay('2024-01-09'), base: currency('EUR'), quote: currency('USD'), rate: '1.25' },
    ]);
    expect((await movementsReport(opened.ledger.read)).rows[0]).toMatchObject({ newMinor: 2250, closingMinor: 2250 });
    expect((await customersReport(opened.ledger.read)).rows.map((row) => row.mrrMinor)).toEqual([1250, 1000]);
  });

  test('the months asked for run forward', async () => {
    await expect(
      movementsReport(opened.ledger.read, { from: month('2024-02'), to: month('2024-01') }),
    ).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('months of which nothing is known are refused by the field that names them', async () => {
    const { read } = opened.ledger;
    const notKnown = (where: string) => ({ code: 'not_known', where });
    await expect(customersReport(read, { month: month('2024-02') })).rejects.toMatchObject(notKnown('month'));
    await expect(customersReport(read, { month: month('2023-12') })).rejects.toMatchObject(notKnown('month'));
    await expect(rowsReport(read, { month: month('2024-02') })).rejects.toMatchObject(notKnown('month'));
    await expect(movementsReport(read, { from: month('2024-02') })).rejects.toMatchObject(notKnown('from'));
    await expect(movementsReport(read, { to: month('2023-12') })).rejects.toMatchObject(notKnown('to'));
    await expect(overviewFigures(read, { to: month('2024-02') })).rejects.toMatchObject({ code: 'not_known' });
  });

  test('a group that a report does not have is refused', async () => {
    const asked = { month: month('2024-01'), groupBy: 'plan', group: 'nothing of the kind' } as const;
    await expect(rowsReport(opened.ledger.read, asked)).rejects.toMatchObject({ code: 'bad_input', where: 'group' });
  });
});

test('a ledger without data has reports without rows', async () => {
  const { ledger, close } = await openTestLedger();
  expect((await movementsReport(ledger.read)).rows).toEqual([]);
  expect((await customersReport(ledger.read)).rows).toEqual([]);
  expect(await overviewFigures(ledger.read)).toMatchObject({
    asOfOn: null,
    mrr: { valueMinor: 0 },
    customers: { count: 0 },
  });
  expect((await rowsReport(ledger.read, { month: month('2024-01'), kind: 'new' })).totalMinor).toBe(0);
  await close();
});
