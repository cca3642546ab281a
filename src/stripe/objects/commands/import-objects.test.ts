// Importing: what is added, what is known already, what is wrong and where, and what becomes of it in the tables.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../ledger/index.ts';
import { importFiles, importObjects, latestObservedAt, storedObject } from '../index.ts';
import { presentState, stripeSchema, withLedger } from '../testing/made-ledgers.ts';
import {
  DAY,
  madeCoupon,
  madeCustomer,
  madeDiscount,
  madeEvent,
  madeInvoice,
  madeItem,
  madeLine,
  madeList,
  madePrice,
  madeProduct,
  madeSubscription,
  START,
} from '../testing/made-objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

describe('what goes in', () => {
  test('the same file twice adds nothing, whatever way it is printed', () =>
    withLedger(async (ledger) => {
      const objects = [madeProduct(), madePrice(), madeCustomer(), madeSubscription(), madeInvoice()];
      const first = await importFiles(ledger, [file('a.jsonl', ...objects)]);
      expect([first.added, first.known, first.problemCount]).toEqual([5, 0, 0]);
      const again = await importFiles(ledger, [file('b.json', JSON.stringify(madeList(...objects), null, 2))]);
      expect([again.added, again.known, again.batch]).toEqual([0, 5, null]);
    }));

  test('the same event with other deliveries pending is the same event', () =>
    withLedger(async (ledger) => {
      const event = madeEvent('customer.updated', START, madeCustomer());
      const result = await importObjects(ledger, [event, { ...event, pending_webhooks: 0 }]);
      expect(result).toMatchObject({ added: 1, known: 1 });
    }));

  test('types that are not known are kept and counted', () =>
    withLedger(async (ledger) => {
      const result = await importObjects(ledger, [
        { id: 'me_1', object: 'moon.eclipse', created: START },
        { object: 'balance', available: [] },
      ]);
      expect(result.types).toEqual([
        { type: 'balance', added: 1, known: 0, isKnownType: false },
        { type: 'moon.eclipse', added: 1, known: 0, isKnownType: false },
      ]);
      expect((await storedObject(ledger, 'me_1')).object).toEqual({
        id: 'me_1',
        object: 'moon.eclipse',
        created: START,
      });
    }));

  test('an expanded object becomes a fact of its own', () =>
    withLedger(async (ledger) => {
      await importObjects(ledger, [madeSubscription({ customer: madeCustomer(), latest_invoice: madeInvoice() })]);
      const state = await presentState(ledger);
      expect(state['customers']).toMatchObject([{ id: 'cus_1', name: 'Ada Example', country: 'US' }]);
      expect(state['invoice_lines']).toMatchObject([
        { id: 'il_1', customer_id: 'cus_1', price_id: 'price_1', subscription_item_id: 'si_1' },
      ]);
      expect(state['prices']).toMatchObject([{ id: 'price_1', unit_amount_decimal: '1900', currency: 'USD' }]);
      expect(await storedObject(ledger, 'sub_1')).toMatchObject({
        object: { customer: 'cus_1', latest_invoice: 'in_1' },
        insideOf: null,
      });
      expect(await storedObject(ledger, 'price_1')).toMatchObject({
        type: 'price',
        insideOf: 'sub_1',
        object: { id: 'price_1' },
      });
    }));

  test('an event dates the state and tells of the one before', () =>
    withLedger(async (ledger) => {
      const now = madeSubscription({ items: madeList(madeItem({ quantity: 3 })) });
      await importObjects(ledger, [
        now,
        madeEvent('customer.subscription.updated', START + DAY, now, { items: madeList(madeItem()) }),
      ]);
      const state = await presentState(ledger);
      expect(state['subscriptions']).toMatchObject([{ id: 'sub_1', as_of_at: START + DAY, is_dated: 1 }]);
      const [told] = state['subscription_states'] as { state: string; before: string }[];
      expect([JSON.parse(told?.state ?? '{}'), JSON.parse(told?.before ?? '{}')]).toMatchObject([
        { items: [{ itemId: 'si_1', quantity: 3 }] },
        { items: [{ itemId: 'si_1', quantity: 1 }] },
      ]);
      expect(await latestObservedAt(ledger.read)).toBe(START + DAY);
    }));

  test('a price that only the state before an event names is known from there', () =>
    withLedger(async (ledger) => {
      const previous = {
        items: { data: [madeItem({ price: madePrice({ id: 'price_0', unit_amount_decimal: '700' }) })] },
      };
      await importObjects(ledger, [
        madeEvent('customer.subscription.updated', START + DAY, madeSubscription(), previous),
      ]);
      expect((await presentState(ledger))['prices']).toMatchObject([
        { id: 'price_0', unit_amount_decimal: '700' },
        { id: 'price_1', unit_amount_decimal: '1900' },
      ]);
    }));

  test('lines that came by themselves join those in their invoice', () =>
    withLedger(async (ledger) => {
      await importObjects(ledger, [madeLine({ id: 'il_2', amount: 5 }), madeInvoice()]);
      expect((await presentState(ledger))['invoice_lines']).toMatchObject([
        { id: 'il_1', customer_id: 'cus_1', is_standalone: 0 },
        { id: 'il_2', customer_id: 'cus_1', is_standalone: 1 },
      ]);
    }));

  test('tiers that one reading had and another had not are kept', () =>
    withLedger(async (ledger) => {
      const tiered = {
        billing_scheme: 'tiered',
        tiers_mode: 'graduated',
        unit_amount: null,
        unit_amount_decimal: null,
      };
      await importObjects(ledger, [madePrice({ ...tiered, tiers: [{ up_to: null, unit_amount: 5, flat_amount: 7 }] })]);
      await importObjects(ledger, [madePrice({ ...tiered, nickname: 'renamed' }), madeSubscription()]);
      expect((await presentState(ledger))['prices']).toMatchObject([
        {
          scheme: 'graduated',
          tiers: JSON.stringify([{ upTo: null, unitAmountDecimal: '5', flatAmountDecimal: '7' }]),
        },
      ]);
    }));

  test('deletions: dated by events, undated by themselves', () =>
    withLedger(async (ledger) => {
      await importObjects(ledger, [
        madeCustomer(),
        madeEvent('customer.deleted', START + 9, madeCustomer()),
        { id: 'cus_2', object: 'customer', deleted: true },
        madeCoupon(),
        { id: 'SAVE25', object: 'coupon', deleted: true },
        madeEvent('customer.discount.deleted', START + 8, madeDiscount()),
      ]);
      const state = await presentState(ledger);
      expect(state['customers']).toMatchObject([
        { id: 'cus_1', is_deleted: 1, deleted_at: START + 9, country: 'US' },
        { id: 'cus_2', is_deleted: 1, deleted_at: null },
      ]);
      expect(state['coupons']).toMatchObject([{ id: 'SAVE25', is_deleted: 1, percent_off: '25' }]);
      expect(state['discounts']).toMatchObject([
        { id: 'di_1', is_deleted: 1, deleted_at: START + 8, coupon_id: 'SAVE25' },
      ]);
    }));
});

describe('what is wrong', () => {
  const bad = [
    '{"id":"cus_9","object":"cust',
    madeInvoice({ currency: 'moons' }),
    madeSubscription({ items: madeList(madeItem({ price: madePrice({ currency: 'xx' }) })) }),
    madeEvent('customer.subscription.updated', START, madeSubscription({ status: 7 })),
    JSON.stringify(madeList(madeProduct(), madeInvoice({ total: 1.5 }))),
    '[7]',
    { id: 'x' },
    madeInvoice({
      id: 'in_2',
      customer: madeCustomer({ id: 'cus_3' }),
      lines: madeList(madeLine({ period: { start: START } })),
    }),
  ];

  test('each bad line is told with its line and field, and the good ones go in', () =>
    withLedger(async (ledger) => {
      const path = file('bad.jsonl', madeCustomer(), ...bad, madePrice());
      const result = await importFiles(ledger, [path]);
      expect(result.problems.map(({ line, field, message }) => [line, field, message.replace(/:.*/s, '')])).toEqual([
        [2, '', 'is not JSON'],
        [3, 'currency', '"moons" is not a currency of ISO 4217'],
        [4, 'items.data[0].price.currency', '"xx" is not a currency of ISO 4217'],
        [5, 'data.object.status', 'must be a text that is not empty'],
        [6, 'data[1].total', 'must be a whole number'],
        [7, '[0]', 'is not a JSON object'],
        [8, 'object', 'is missing'],
        [9, 'lines.data[0].period.end', 'is missing'],
      ]);
      expect(result.problems.every((problem) => problem.file === path)).toBe(true);
      const state = await presentState(ledger);
      expect(state['stripe_objects']?.map((row) => (row as { id: string }).id)).toEqual(['cus_1', 'price_1', 'prod_1']);
    }));

  test('strict: the first thing wrong changes nothing', () =>
    withLedger(async (ledger) => {
      const result = await importFiles(ledger, [file('strict.jsonl', madeCustomer(), ...bad)], { isStrict: true });
      expect(result).toMatchObject({ batch: null, added: 0, types: [] });
      expect(result.problems).toMatchObject([{ line: 2 }]);
      expect((await ledger.head()).seq).toBe(0);
      const good = await importFiles(ledger, [file('good.jsonl', madeCustomer())], { isStrict: true });
      expect(good).toMatchObject({ added: 1, problemCount: 0 });
    }));

  test('a file that cannot be read is told before anything is changed', () =>
    withLedger(async (ledger) => {
      const paths = [file('fine.jsonl', madeCustomer()), join(folder, 'none.jsonl')];
      await expect(importFiles(ledger, paths)).rejects.toMatchObject({ code: 'file_unreadable', where: paths[1] });
      await expect(importFiles(ledger, [folder])).rejects.toMatchObject({ code: 'file_unreadable', where: folder });
      expect((await ledger.head()).seq).toBe(0);
    }));

  test('once canceled, what was taken in stays and the rest is left out', () =>
    withLedger(async (ledger) => {
      const customers = Array.from({ length: 12_000 }, (_, index) => madeCustomer({ id: `cus_${index}` }));
      const stop = new AbortController();
      const result = await importObjects(ledger, customers, { signal: stop.signal, onProgress: () => stop.abort() });
      expect(result).toMatchObject({ isCanceled: true, added: 10_000 });
      expect((await importObjects(ledger, customers)).added).toBe(2000);
    }));
});

test('verify replays an import, with changes, deletions and erasures, to the same rows', () =>
  withLedger(async (ledger, path) => {
    await importObjects(ledger, [
      madeCustomer(),
      madeSubscription(),
      madeInvoice(),
      madeEvent('customer.deleted', START + 9, madeCustomer()),
    ]);
    await importObjects(ledger, [
      madeCustomer({ name: 'Zoe' }),
      madeLine({ id: 'il_9' }),
      madeInvoice({ status: 'void' }),
    ]);
    expect(await verifyLedger({ path, key: null, schema: stripeSchema })).toMatchObject({
      isIntact: true,
      difference: null,
    });
  }));
