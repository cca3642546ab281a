// The sample company through the command line: every report adds up, by itself and with the others.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currency, majorText } from '../../src/kernel/index.ts';
import { answerOf, countinghouse } from './command-line.ts';
import {
  customersOf,
  expectGroupsSum,
  expectRollForward,
  type Movement,
  movementsOf,
  rowsOf,
  total,
} from './reports.ts';

/** Losses are positive numbers, in the roll-forward and behind it. */
const KINDS = [
  ['new', 'newMinor'],
  ['reactivation', 'reactivationMinor'],
  ['expansion', 'expansionMinor'],
  ['contraction', 'contractionMinor'],
  ['churn', 'churnMinor'],
] as const;

describe('the sample company', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countinghouse-sample-'));
  const ledger = join(folder, 'sample.ledger');
  const sample = (path: string) =>
    countinghouse('sample', '--ledger', path, '--customers', '120', '--months', '18', '--seed', '5');
  let months: readonly Movement[];

  beforeAll(async () => {
    expect(await sample(ledger)).toMatchObject({ exitCode: 0 });
    months = (await movementsOf(ledger)).rows;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the same to the byte for a seed', async () => {
    const again = join(folder, 'again.ledger');
    await sample(again);
    expect(readFileSync(again).equals(readFileSync(ledger))).toBe(true);
  });

  test('verifies', async () => {
    expect(await countinghouse('verify', '--ledger', ledger)).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Intact: /),
    });
  });

  test('rolls forward month by month, with something in every column', async () => {
    expect(months).toHaveLength(18);
    expectRollForward(months);
    for (const [, field] of KINDS) expect(total(months.map((row) => row[field])), field).toBeGreaterThan(0);
    expect(months.some(({ fxMinor }) => fxMinor !== 0)).toBe(true);
    expect(
      months.every(({ transferInMinor, transferOutMinor }) => transferInMinor === 0 && transferOutMinor === 0),
    ).toBe(true);
  });

  test.each(['plan', 'country', 'currency'])('adds up by %s', async (groupBy) => {
    const grouped = (await movementsOf(ledger, '--group-by', groupBy)).rows;
    expect(new Set(grouped.map(({ group }) => group)).size).toBeGreaterThan(2);
    expectRollForward(grouped);
    expectGroupsSum(grouped, months);
  });

  test('adds up in each billing currency and in another one', async () => {
    const native = (await movementsOf(ledger, '--native')).rows;
    expect(new Set(native.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'GBP', 'JPY', 'USD']));
    expectRollForward(native);
    expect(native.every(({ fxMinor }) => fxMinor === 0)).toBe(true);
    const euros = await movementsOf(ledger, '--currency', 'EUR');
    expect(euros.currency).toBe('EUR');
    expectRollForward(euros.rows);
  });

  test('opens each movement onto rows that sum to it', async () => {
    for (const row of months) {
      for (const [kind, field] of KINDS) {
        const behind = await rowsOf(ledger, '--month', row.month, '--kind', kind);
        expect(total(behind.rows.map(({ amountMinor }) => amountMinor)), `${row.month} ${kind}`).toBe(row[field]);
      }
    }
  });

  test('opens the MRR onto customers that sum to it', async () => {
    for (const row of months.slice(-6)) {
      const { rows } = await customersOf(ledger, '--month', row.month);
      expect(rows).toHaveLength(row.customersClosing);
      expect(total(rows.map(({ mrrMinor }) => mrrMinor)), row.month).toBe(row.closingMinor);
    }
  });

  test('remembers what it knew, and says so when it knew nothing', async () => {
    const before = await movementsOf(ledger, '--known-on', '2026-06-30');
    expect(before).toMatchObject({ knownOn: '2026-06-30' });
    expect(before.rows.at(-1)?.month).toBe('2026-06');
    expectRollForward(before.rows);
    const since = months.filter(({ month }) => month <= '2026-06');
    expect(before.rows, 'backdated changes came in since').not.toEqual(since);
    const never = await countinghouse('report', 'movements', '--ledger', ledger, '--known-on', '2020-01-31', '--json');
    expect(never).toMatchObject({ exitCode: 2, out: '' });
    expect(JSON.parse(never.err)).toMatchObject({ error: { code: 'not_known' } });
  });

  test('goes out as CSV and XLSX with the same figures', async () => {
    const csv = await countinghouse('report', 'movements', '--ledger', ledger, '--format', 'csv', '--out', '-');
    const [header = '', ...lines] = csv.out.trim().split(/\r?\n/);
    expect(lines).toHaveLength(months.length);
    const closing = header.split(',').indexOf('closing');
    expect(lines.map((line) => line.split(',')[closing])).toEqual(
      months.map(({ closingMinor }) => majorText(closingMinor, currency('USD'))),
    );
    const file = join(folder, 'movements.xlsx');
    expect(await countinghouse('report', 'movements', '--ledger', ledger, '--out', file)).toMatchObject({
      exitCode: 0,
    });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  test('is backed up and restored', async () => {
    const [copy, lost] = [join(folder, 'copy.ledger'), join(folder, 'lost.ledger')];
    await answerOf('backup', '--ledger', ledger, '--out', copy);
    await answerOf('restore', '--ledger', lost, '--from', copy);
    expect((await movementsOf(lost)).rows).toEqual(months);
    expect(await countinghouse('verify', '--ledger', lost)).toMatchObject({ exitCode: 0 });
  });

  test('forgets a person without changing a figure', async () => {
    const copy = join(folder, 'forgetting.ledger');
    await answerOf('backup', '--ledger', ledger, '--out', copy);
    const named = (await customersOf(copy)).rows.find(({ customerName }) => customerName !== null);
    const id = named?.customerId ?? '';
    expect(await countinghouse('erase', '--ledger', copy, '--customer', id)).toMatchObject({ exitCode: 2 });
    await answerOf('erase', '--ledger', copy, '--customer', id, '--yes');
    const after = await customersOf(copy);
    expect(after.rows.find(({ customerId }) => customerId === id)).toMatchObject({
      customerName: null,
      mrrMinor: named?.mrrMinor,
    });
    expect((await movementsOf(copy)).rows).toEqual(months);
    expect(await countinghouse('verify', '--ledger', copy)).toMatchObject({ exitCode: 0 });
  });
});
