// Bad usage: one clear line on standard error, exit 2, and nothing else.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from './run.testing.ts';

let folder: string;
let ledger: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  ledger = join(folder, 'absent.ledger');
});
afterEach(() => rmSync(folder, { recursive: true }));

const MISTAKES: readonly (readonly [string, string, ...string[]])[] = [
  ['an unknown command', "unknown command 'improt'", 'improt'],
  ['no ledger', "required option '--ledger <file>'", 'verify'],
  ['an unknown option', "unknown option '--lodger'", 'verify', '--ledger', 'x', '--lodger', 'x'],
  ['no files', "missing required argument 'files'", 'import', '--ledger', 'x'],
  [
    'a month that is none',
    '"2026-13" is not a calendar month',
    'report',
    'rows',
    '--ledger',
    'x',
    '--month',
    '2026-13',
  ],
  [
    'a day that is none',
    '"2026-02-30" is not a calendar day',
    'report',
    'movements',
    '--ledger',
    'x',
    '--known-on',
    '2026-02-30',
  ],
  ['a currency that is none', '"EURO" is not a currency', 'report', 'movements', '--ledger', 'x', '--currency', 'EURO'],
  ['no month', "required option '--month <month>'", 'report', 'rows', '--ledger', 'x'],
  [
    'a kind that is none',
    'Allowed choices are new, reactivation',
    'report',
    'rows',
    '--ledger',
    'x',
    '--month',
    '2026-01',
    '--kind',
    'nwe',
  ],
  [
    'a group of nothing',
    '--group needs --group-by',
    'report',
    'rows',
    '--ledger',
    'x',
    '--month',
    '2026-01',
    '--group',
    'Pro',
  ],
  ["another report's option", "unknown option '--month'", 'report', 'movements', '--ledger', 'x', '--month', '2026-01'],
  ['an unknown report', "unknown command 'churn'", 'report', 'churn', '--ledger', 'x'],
  ['a port that is none', 'whole number from 0 to 65535', 'serve', '--ledger', 'x', '--port', '65536'],
  ['too few customers', 'whole number from 50', 'sample', '--ledger', 'x', '--customers', '-1'],
  ['a zone that is none', 'is not a time zone', 'import', '--ledger', 'x', '--time-zone', 'Berlin', 'f.jsonl'],
];

describe('bad usage', () => {
  it.each(MISTAKES)('%s', async (_what, words, ...args) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^countinghouse: /);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('is told to machines as JSON', async () => {
    const { exitCode, stderr } = await run('verify', '--ledger', ledger, '--json');
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'not_found', where: ledger } });
    const formats = await run('report', 'movements', '--ledger', ledger, '--json', '--format', 'csv');
    expect(JSON.parse(formats.stderr).error.what).toBe('--json and --format csv contradict each other');
  });

  it('ends what it says with one full stop', async () => {
    const { stderr } = await run('report', 'movements', '--ledger', ledger, '--group-by', 'city');
    expect(stderr).toContain('currency. See countinghouse report movements --help');
  });

  it('points to the help of the command that was meant', async () => {
    expect((await run('report', 'rows', '--ledger', ledger)).stderr).toContain('See countinghouse report rows --help');
    expect((await run('report', 'churn')).stderr).toContain('See countinghouse report --help');
    expect((await run('improt')).stderr).toContain('See countinghouse --help');
  });
});

describe('a ledger that cannot be opened', () => {
  it.each(['verify', 'rebuild', 'serve'])('%s says that there is none', async (command) => {
    const { exitCode, stderr } = await run(command, '--ledger', ledger);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(ledger);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a file is no ledger and leaves it alone', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'notes '.repeat(100));
    const { exitCode, stderr } = await run('report', 'movements', '--ledger', path);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('not a ledger');
    expect(readdirSync(folder)).toEqual(['notes.txt']);
  });
});

describe('import', () => {
  it('makes no ledger for a file that is not there', async () => {
    const { exitCode, stderr } = await run('import', '--ledger', ledger, '--no-encrypt', join(folder, 'absent.jsonl'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('absent.jsonl: there is no such file');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('strictly, changes nothing at all on the first bad line', async () => {
    const file = join(folder, 'objects.jsonl');
    writeFileSync(file, '{"id":"prod_1","object":"product","created":1700000000}\n{"id":\n');
    const { exitCode, stderr } = await run('import', '--ledger', ledger, '--no-encrypt', '--strict', file);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${file}:2: `);
    expect(readdirSync(folder)).toEqual(['objects.jsonl']);
  });
});

describe('help', () => {
  it.each([['--help'], ['import', '--help'], ['report', '--help'], ['report', 'rows', '-h'], ['--version']])(
    '%s %s ends with 0',
    async (...args) => {
      const { exitCode, stdout, stderr } = await run(...args.filter((arg) => arg !== undefined));
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).not.toBe('');
    },
  );
});
