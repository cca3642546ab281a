// What the command line will not write over, and what it says where nothing can be written.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.testing.ts';

const ENTRY = new URL('entry.ts', import.meta.url).pathname;
const RATES = 'date,base,quote,rate\n2026-06-01,EUR,USD,1.1\n';

let folder: string;
const at = (name: string): string => join(folder, name);
const company = (): string[] => ['--ledger', at('company.ledger'), '--key-file', at('company.key')];
const report = (out: string) => run('report', 'movements', ...company(), '--out', out);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(at('one.jsonl'), '{"id":"prod_1","object":"product","created":1700000000,"name":"Pro"}\n');
  const settings = ['--name', 'Acme', '--time-zone', 'Europe/Berlin', '--reporting-currency', 'EUR'];
  const made = await run('import', ...company(), ...settings, at('one.jsonl'));
  expect(made).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('nobody can open the ledger, here or') });
  expect((await run('import', '--ledger', at('plain.ledger'), '--no-encrypt', at('one.jsonl'))).exitCode).toBe(0);
  symlinkSync(at('company.ledger'), at('link'));
  linkSync(at('company.ledger'), at('second-name'));
  writeFileSync(at('rates.csv'), RATES);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a report', () => {
  it.each([
    'company.ledger',
    'company.ledger-wal',
    'company.ledger-shm',
    'company.ledger.writer',
    'company.key',
    'link',
    'second-name',
    'plain.ledger',
    'plain.ledger-wal',
  ])('is not written over %s, nor is a backup', async (name) => {
    const [names, ledger, key] = [
      readdirSync(folder),
      readFileSync(at('company.ledger')),
      readFileSync(at('company.key')),
    ];
    const refused = await report(at(name));
    expect(refused).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('Will not write to') });
    expect((await run('backup', ...company(), '--out', at(name))).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(names);
    expect(readFileSync(at('company.ledger')).equals(ledger)).toBe(true);
    expect(readFileSync(at('company.key')).equals(key)).toBe(true);
  });

  it('is not asked for converted and unconverted at once', async () => {
    const { exitCode, stderr } = await run('report', 'movements', ...company(), '--native', '--currency', 'USD');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('contradict') });
  });

  it.skipIf(!existsSync('/dev/full'))('says in one line that standard output is full', () => {
    for (const args of [['report', 'movements', ...company()], ['verify', ...company()], ['--help']]) {
      const command = [process.execPath, ENTRY, ...args].map((arg) => `'${arg}'`).join(' ');
      const { status, stderr } = spawnSync('sh', ['-c', `${command} > /dev/full`], { encoding: 'utf8' });
      expect(stderr).toMatch(/^countinghouse: Cannot write (?:to )?standard output: the disk is full\. [^\n]+\n$/);
      expect(status).toBe(2);
    }
  });
});

describe('a sample', () => {
  it('makes nothing when its objects cannot be written', async () => {
    const names = readdirSync(folder);
    const sample = (ledger: string, objects: string) =>
      run('sample', '--ledger', at(ledger), '--customers', '50', '--months', '1', '--objects', at(objects));
    for (const objects of ['one.jsonl', 'one.jsonl/deeper', 'company.ledger', 'new.ledger']) {
      expect((await sample('new.ledger', objects)).exitCode).toBe(2);
    }
    expect((await sample('2026-10.jsonl', '.')).exitCode).toBe(2);
    expect(readdirSync(folder)).toEqual(names);
  });
});

describe('an import', () => {
  it.each([
    ['--time-zone', 'UTC', 'Europe/Berlin'],
    ['--reporting-currency', 'USD', 'EUR'],
    ['--name', 'Other', 'Acme'],
  ])('with another %s than the ledger is refused', async (option, value, own) => {
    const refused = await run('import', ...company(), option, value, at('one.jsonl'));
    expect(refused).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining(`which has ${own}`) });
    expect((await run('import', ...company(), option, own, at('one.jsonl'))).exitCode).toBe(0);
  });

  it('of nothing makes no ledger and says so', async () => {
    writeFileSync(at('empty.jsonl'), '');
    const names = readdirSync(folder);
    const { exitCode, stderr } = await run('import', '--ledger', at('new.ledger'), '--no-encrypt', at('empty.jsonl'));
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^countinghouse: There is nothing to take in; no ledger was made[^\n]*\n$/);
    expect(readdirSync(folder)).toEqual(names);
  });

  it('of CSV says once where rates go', async () => {
    const { exitCode, stderr } = await run('import', '--ledger', at('new.ledger'), '--no-encrypt', at('rates.csv'));
    expect(exitCode).toBe(2);
    expect(stderr.match(/This looks like CSV/g)).toHaveLength(1);
    expect(stderr).not.toContain('New ledger');
    expect((await run('rates', ...company(), at('rates.csv'))).stdout).toContain('1 rate added');
  });
});

describe('a door', () => {
  it('at a port that is in use ends as bad input', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { exitCode, stderr } = await run('serve', '--ledger', at('plain.ledger'), '--port', port);
    other.close();
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(port) });
  });
});

describe('a backup', () => {
  it('names the folder that is missing', async () => {
    const { exitCode, stderr } = await run('backup', ...company(), '--out', at('nodir/x'));
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('folder for the backup'),
    });
  });

  it('that is damaged does not advise what was just tried', async () => {
    writeFileSync(at('cut.backup'), readFileSync(at('company.ledger')).subarray(0, 5000));
    const { exitCode, stderr } = await run('restore', ...company(), '--from', at('cut.backup'));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Use another backup') });
    expect(stderr).not.toContain('countinghouse restore');
  });
});

describe('an export to a device, a pipe or a link', () => {
  it.skipIf(process.platform === 'win32')('leaves each as what it is', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const read = readFile(at('pipe'), 'utf8');
    expect((await report(at('pipe'))).exitCode).toBe(0);
    expect(JSON.parse(await read)).toHaveProperty('rows');
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
    symlinkSync(at('report.json'), at('to-report'));
    for (const _ of [1, 2]) expect((await report(at('to-report'))).exitCode).toBe(0);
    expect(lstatSync(at('to-report')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(at('report.json'), 'utf8'))).toHaveProperty('rows');
    expect((await report('/dev/null')).exitCode).toBe(0);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
