// The rate of a day: direct, inverse or across a third currency, never older than a week, exact.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { civilDay, currency, formatDecimal } from '../../kernel/index.ts';
import { createLedger } from '../../ledger/index.ts';
import { RateBook, importRates, parseRatesCsv, rateFactKinds, rateOn, ratesProjection } from './index.ts';
import type { PublishedRate } from './index.ts';

const [USD, EUR, JPY, KWD] = [currency('USD'), currency('EUR'), currency('JPY'), currency('KWD')];

function rate(on: string, base: string, quote: string, value: string): PublishedRate {
  return { on: civilDay(on), base: currency(base), quote: currency(quote), rate: value };
}

const shown = (book: RateBook, on: string, from: typeof USD, to: typeof USD) => {
  const found = book.rate(civilDay(on), from, to);
  return found === null ? null : formatDecimal(found, 6);
};

describe('the rate of a day', () => {
  const book = new RateBook([
    rate('2026-03-02', 'EUR', 'USD', '1.10'),
    rate('2026-03-02', 'EUR', 'JPY', '160'),
    rate('2026-03-04', 'EUR', 'USD', '1.25'),
    rate('2026-03-02', 'KWD', 'USD', '3.25'),
  ]);

  test('is the last published on or before it', () => {
    expect(shown(book, '2026-03-01', EUR, USD)).toBeNull();
    expect(shown(book, '2026-03-02', EUR, USD)).toBe('1.100000');
    expect(shown(book, '2026-03-03', EUR, USD)).toBe('1.100000');
    expect(shown(book, '2026-03-11', EUR, USD)).toBe('1.250000');
  });
  test('does not hold longer than seven days, and is never one to one', () => {
    expect(shown(book, '2026-03-12', EUR, USD)).toBeNull();
    expect(shown(book, '2026-03-12', USD, USD)).toBe('1.000000');
  });
  test('is turned round where only the other way is published', () => {
    expect(shown(book, '2026-03-04', USD, EUR)).toBe('0.800000');
  });
  test('goes through a third currency of one day, in minor units of currencies with other exponents', () => {
    expect(shown(book, '2026-03-02', JPY, USD)).toBe('0.687500');
    expect(shown(book, '2026-03-05', JPY, USD)).toBe('0.687500');
    expect(shown(book, '2026-03-02', KWD, USD)).toBe('0.325000');
    expect(shown(book, '2026-03-02', USD, JPY)).toBe('1.454545');
  });
  test('of two publications for one day the later holds', () => {
    expect(
      shown(
        new RateBook([rate('2026-03-02', 'EUR', 'USD', '1.1'), rate('2026-03-02', 'EUR', 'USD', '1.2')]),
        '2026-03-02',
        EUR,
        USD,
      ),
    ).toBe('1.200000');
  });
});

describe('importing rates', () => {
  test('reads columns in any order, with other columns beside them', () => {
    expect(parseRatesCsv('\uFEFFrate,base,note,quote,date\r\n1.1,eur,x,usd,2026-03-02\r\n\r\n', 'r.csv')).toEqual([
      rate('2026-03-02', 'EUR', 'USD', '1.1'),
    ]);
  });
  test.each([
    ['date,base,quote\n', 'r.csv line 1'],
    ['date,base,quote,rate\n2026-03-02,EUR,USD,1.1\n2026-02-30,EUR,USD,1\n', 'r.csv line 3'],
    ['date,base,quote,rate\n2026-03-02,EUR,USD,0\n', 'r.csv line 2'],
    ['date,base,quote,rate\n2026-03-02,EUR,EUR,1\n', 'r.csv line 2'],
    ['date,base,quote,rate\n2026-03-02,EUR,USD,x\n', 'r.csv line 2'],
    ['date,base,quote,rate\n', 'r.csv'],
  ])('names the line that it cannot read', (text, where) => {
    expect(() => parseRatesCsv(text, 'r.csv')).toThrow(expect.objectContaining({ where }));
  });
  test('adds what is new and leaves out what is known', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rates-'));
    const ledger = await createLedger({
      path: join(folder, 'r.ledger'),
      key: null,
      schema: { factKinds: rateFactKinds, projections: [ratesProjection] },
    });
    const rates = [rate('2026-03-02', 'EUR', 'USD', '1.1'), rate('2026-03-03', 'EUR', 'USD', '1.2')];
    expect(await importRates(ledger, 'test', 'ecb', rates)).toEqual({ added: 2, known: 0 });
    expect(await importRates(ledger, 'test', 'ecb', rates)).toEqual({ added: 0, known: 2 });
    expect(await importRates(ledger, 'test', 'ecb', [rate('2026-03-03', 'EUR', 'USD', '1.3')])).toEqual({
      added: 1,
      known: 0,
    });
    expect(formatDecimal(await rateOn(ledger.read, civilDay('2026-03-04'), EUR, USD), 2)).toBe('1.30');
    await expect(rateOn(ledger.read, civilDay('2026-04-04'), EUR, USD)).rejects.toMatchObject({ code: 'no_rate' });
    expect((await ledger.head()).seq).toBe(2);
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
});
