// A ledger's life from the command line: made, filled, asked, verified, backed up, restored.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.testing.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  const made = await run(
    'sample',
    '--ledger',
    at('sample.ledger'),
    '--customers',
    '50',
    '--months',
    '5',
    '--objects',
    at('objects'),
    '--json',
  );
  expect(made.exitCode).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const months = ['06', '07', '08', '09', '10'].map((month) => join('objects', `2026-${month}.jsonl`));

describe('import', () => {
  it('makes an encrypted ledger, adds everything once, and shows the recovery key once', async () => {
    const args = [
      'import',
      '--ledger',
      at('company.ledger'),
      '--key-file',
      at('company.key'),
      '--time-zone',
      'America/New_York',
      '--reporting-currency',
      'USD',
      '--json',
    ];
    const first = await run(...args, ...months.map(at));
    expect(first.exitCode).toBe(0);
    const taken = JSON.parse(first.stdout);
    expect(taken.added).toBeGreaterThan(1000);
    expect(taken.recoveryKey).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$|^([0-9A-Z]{1,5}-)+[0-9A-Z]{1,5}$/);
    expect(statSync(at('company.key')).mode & 0o077).toBe(0);
    expect(readFileSync(at('company.ledger')).includes('Starter')).toBe(false);
    const second = JSON.parse((await run(...args, ...months.map(at).reverse())).stdout);
    expect(second).toMatchObject({ added: 0, known: taken.added + taken.known, batch: null });
    expect(second).not.toHaveProperty('recoveryKey');
  });

  it('gives the same figures as the sample that the objects are of', async () => {
    const rates = await run(
      'rates',
      '--ledger',
      at('company.ledger'),
      '--key-file',
      at('company.key'),
      at('objects/rates.csv'),
    );
    expect(rates.exitCode).toBe(0);
    const [imported, made] = await Promise.all([
      run(
        'report',
        'movements',
        '--ledger',
        at('company.ledger'),
        '--key-file',
        at('company.key'),
        '--series',
        'economic',
      ),
      run('report', 'movements', '--ledger', at('sample.ledger'), '--series', 'economic'),
    ]);
    expect(JSON.parse(imported.stdout).rows).toEqual(JSON.parse(made.stdout).rows);
  });

  it('reports a bad line, takes in the good ones, and ends with 2', async () => {
    writeFileSync(
      at('bad.jsonl'),
      '{"id":"prod_good","object":"product","name":"Good","active":true,"created":1700000000}\n{"id":"prod_bad","object":"product","created":"soon"}\nnonsense\n',
    );
    const { exitCode, stderr, stdout } = await run(
      'import',
      '--ledger',
      at('plain.ledger'),
      '--no-encrypt',
      at('bad.jsonl'),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${at('bad.jsonl')}:2: created`);
    expect(stderr).toContain(`${at('bad.jsonl')}:3: `);
    expect(stdout).toMatch(/product\s+1 added/);
  });

  it('is refused without the key, and with a wrong one', async () => {
    const without = await run('verify', '--ledger', at('company.ledger'));
    expect(without).toMatchObject({ exitCode: 2, stdout: '' });
    expect(without.stderr).toContain('--key-file');
    const other = await run(
      'import',
      '--ledger',
      at('other.ledger'),
      '--key-file',
      at('other.key'),
      at(months[0] ?? ''),
    );
    expect(other.exitCode).toBe(0);
    const wrong = await run('verify', '--ledger', at('company.ledger'), '--key-file', at('other.key'));
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toMatch(/key/);
  });
});

describe('reports', () => {
  it('say the same in JSON and CSV, and follow the name of the file', async () => {
    const json = JSON.parse(
      (await run('report', 'movements', '--ledger', at('sample.ledger'), '--group-by', 'plan')).stdout,
    );
    expect(Object.keys(json)).toEqual([
      'report',
      'policy',
      'series',
      'currency',
      'timeZone',
      'knownOn',
      'dataThrough',
      'rows',
    ]);
    const { exitCode, stdout } = await run(
      'report',
      'movements',
      '--ledger',
      at('sample.ledger'),
      '--group-by',
      'plan',
      '--out',
      at('movements.csv'),
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
    const lines = readFileSync(at('movements.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(json.rows.length + 1);
    const closing = lines[0]?.split(',').indexOf('closing') ?? -1;
    expect(lines.slice(1).map((line) => Math.round(Number(line.split(',')[closing]) * 100))).toEqual(
      json.rows.map((row: { closingMinor: number }) => row.closingMinor),
    );
  });

  it('open a figure onto rows that sum to it', async () => {
    const movements = JSON.parse((await run('report', 'movements', '--ledger', at('sample.ledger'))).stdout);
    for (const { month, newMinor, churnMinor } of movements.rows) {
      for (const [kind, figure] of [
        ['new', newMinor],
        ['churn', churnMinor],
      ] as const) {
        const { rows } = JSON.parse(
          (await run('report', 'rows', '--ledger', at('sample.ledger'), '--month', month, '--kind', kind)).stdout,
        );
        const sum = rows.reduce((total: number, row: { amountMinor: number }) => total + row.amountMinor, 0);
        expect([month, kind, Math.abs(sum)]).toEqual([month, kind, figure]);
      }
    }
  });

  it('write workbooks', async () => {
    const { exitCode } = await run(
      'report',
      'customers',
      '--ledger',
      at('sample.ledger'),
      '--out',
      at('customers.xlsx'),
    );
    expect(exitCode).toBe(0);
    expect(readFileSync(at('customers.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
});
