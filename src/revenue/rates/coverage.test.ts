// Which days published rates cover, and where nothing holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { civilDay, currency } from '../../kernel/index.ts';
import { createLedger } from '../../ledger/index.ts';
import { holesBetween, importRates, rateFactKinds, ratesCoverage, ratesProjection } from './index.ts';
import type { PublishedRate } from './index.ts';

const rate = (on: string, base: string, quote: string): PublishedRate => ({
  on: civilDay(on),
  base: currency(base),
  quote: currency(quote),
  rate: '1.1',
});

test('a rate holds for seven days; what is longer is a hole', () => {
  const days = ['2026-03-01', '2026-03-09', '2026-03-18', '2026-03-19', '2026-04-01'].map(civilDay);
  expect(holesBetween(days)).toEqual([
    { fromOn: '2026-03-17', toOn: '2026-03-17', days: 1 },
    { fromOn: '2026-03-27', toOn: '2026-03-31', days: 5 },
  ]);
  expect(holesBetween([civilDay('2026-03-01')])).toEqual([]);
});

test('each pair tells where its rates came from and how far they reach', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  const ledger = await createLedger({
    path: join(folder, 'r.ledger'),
    key: null,
    schema: { factKinds: rateFactKinds, projections: [ratesProjection] },
  });
  expect(await ratesCoverage(ledger.read)).toEqual([]);
  await importRates(ledger, 'test', 'bank', [rate('2026-03-02', 'EUR', 'USD'), rate('2026-03-02', 'EUR', 'JPY')]);
  await importRates(ledger, 'test', 'bank', [rate('2026-03-20', 'EUR', 'USD')]);
  // Published again for a known day: one day, whoever published it.
  await importRates(ledger, 'test', 'desk', [{ ...rate('2026-03-02', 'EUR', 'JPY'), rate: '160' }]);
  expect(await ratesCoverage(ledger.read)).toEqual([
    {
      base: 'EUR',
      quote: 'JPY',
      sources: expect.arrayContaining(['bank', 'desk']),
      firstOn: '2026-03-02',
      lastOn: '2026-03-02',
      days: 1,
      holes: [],
    },
    {
      base: 'EUR',
      quote: 'USD',
      sources: ['bank'],
      firstOn: '2026-03-02',
      lastOn: '2026-03-20',
      days: 2,
      holes: [{ fromOn: '2026-03-10', toOn: '2026-03-19', days: 10 }],
    },
  ]);
  await ledger.close();
  rmSync(folder, { recursive: true });
});
