// A closed month keeps its reported figures; what is learned late posts on the first open day.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { civilDay, month } from '../../../kernel/index.ts';
import { verifyLedger } from '../../../ledger/index.ts';
import { closeMonth, customerDrill, movementsReport, rowsReport } from '../index.ts';
import { openTestLedger, testSchema } from '../testing/billing-ledger.ts';
import type { TestLedger } from '../testing/billing-ledger.ts';
import { EventWriter, at, customerChange, priceChange, together } from '../testing/billing-script.ts';

const START = at('2024-01-10T12:00:00');

describe('a month that is closed', () => {
  let opened: TestLedger;
  const writer = new EventWriter();
  const event = (eventId: string, when: string, priceId: string, quantity: number) =>
    writer.change(
      { eventId, customerId: 'c1', subscriptionId: 's1', at: at(when), items: [{ priceId, quantity }] },
      START,
    );

  beforeEach(async () => {
    opened = await openTestLedger();
    opened.setNow(at('2024-02-16'));
    await opened.change(
      together([
        priceChange({ priceId: 'p1', productId: 'prod_1', currency: 'USD', amountMinor: 1000 }, START),
        customerChange({ customerId: 'c1', name: 'One' }, START),
        event('evt_1', '2024-01-10T12:00:00', 'p1', 1),
        event('evt_3', '2024-02-15T12:00:00', 'p1', 3),
      ]),
    );
    await closeMonth(opened.ledger, 'test', month('2024-01'));
    opened.setNow(at('2024-02-20'));
    await opened.change(event('evt_2', '2024-01-20T12:00:00', 'p1', 2));
  });
  afterEach(async () => {
    await opened.close();
  });

  test('does not move in the reported series, and does in the economic one', async () => {
    const reported = await movementsReport(opened.ledger.read);
    expect(reported.rows.map((row) => [row.month, row.newMinor, row.expansionMinor, row.closingMinor])).toEqual([
      ['2024-01', 1000, 0, 1000],
      ['2024-02', 0, 2000, 3000],
    ]);
    const economic = await movementsReport(opened.ledger.read, { series: 'economic' });
    expect(economic.rows.map((row) => [row.month, row.newMinor, row.expansionMinor, row.closingMinor])).toEqual([
      ['2024-01', 1000, 1000, 2000],
      ['2024-02', 0, 1000, 3000],
    ]);
  });

  test('shows what was learned late on the first open day, with the day it belongs to', async () => {
    const { rows, totalMinor } = await rowsReport(opened.ledger.read, { month: month('2024-02'), kind: 'expansion' });
    expect(totalMinor).toBe(2000);
    expect(rows[0]).toMatchObject({
      effectiveOn: '2024-02-01',
      originOn: '2024-01-20',
      reason: 'prior_period',
      amountMinor: 1000,
      recordedOn: '2024-02-20',
    });
    const { movements } = await customerDrill(opened.ledger.read, 'c1');
    expect(new Set(movements.map((movement) => movement.series))).toEqual(new Set(['both', 'economic', 'reported']));
  });

  test('shows what was known before the late change', async () => {
    const before = await movementsReport(opened.ledger.read, { series: 'economic', knownOn: civilDay('2024-02-19') });
    expect(before.rows.map((row) => row.expansionMinor)).toEqual([0, 2000]);
    expect(before.knownOn).toBe('2024-02-19');
    await expect(movementsReport(opened.ledger.read, { knownOn: civilDay('2024-02-15') })).rejects.toMatchObject({
      code: 'not_known',
    });
  });

  test('is the same when replayed, and rebuilding the rollups changes nothing', async () => {
    const kept = await opened.ledger.read
      .selectFrom('mrr_months')
      .selectAll()
      .orderBy('dimension')
      .orderBy('series')
      .orderBy('month')
      .orderBy('group_id')
      .orderBy('currency')
      .execute();
    await opened.rebuildRollups();
    expect(
      await opened.ledger.read
        .selectFrom('mrr_months')
        .selectAll()
        .orderBy('dimension')
        .orderBy('series')
        .orderBy('month')
        .orderBy('group_id')
        .orderBy('currency')
        .execute(),
    ).toEqual(kept);
    expect((await verifyLedger({ path: opened.path, key: null, schema: testSchema })).difference).toBeNull();
  });

  test('is closed once, and only when its last day is known', async () => {
    await expect(closeMonth(opened.ledger, 'test', month('2024-01'))).rejects.toMatchObject({
      code: 'bad_input',
      what: '2024-01 is closed already',
    });
    await expect(closeMonth(opened.ledger, 'test', month('2024-02'))).rejects.toMatchObject({ code: 'bad_input' });
  });
});
