// Keeping a ledger from the command line: verified, backed up, restored, erased from, closed.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './run.testing.ts';

let folder: string;
let key: string[];
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  key = ['--key-file', at('company.key')];
  const sample = ['sample', '--ledger', at('sample.ledger'), '--customers', '50', '--months', '5'];
  expect((await run(...sample, '--objects', at('objects'))).exitCode).toBe(0);
  expect((await run('import', '--ledger', at('company.ledger'), ...key, at('objects/2026-06.jsonl'))).exitCode).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('keeping', () => {
  it('verifies, backs up and restores', async () => {
    const verified = await run('verify', '--ledger', at('company.ledger'), ...key, '--json');
    expect(verified.exitCode).toBe(0);
    const backup = await run(
      'backup',
      '--ledger',
      at('company.ledger'),
      ...key,
      '--out',
      at('company.backup'),
      '--json',
    );
    expect(backup.exitCode).toBe(0);
    const restored = await run(
      'restore',
      '--ledger',
      at('again.ledger'),
      ...key,
      '--from',
      at('company.backup'),
      '--json',
    );
    expect(restored.exitCode).toBe(0);
    expect(JSON.parse(restored.stdout).head).toEqual(JSON.parse(verified.stdout).head);
    expect((await run('verify', '--ledger', at('again.ledger'), ...key)).exitCode).toBe(0);
  });

  it('refuses a damaged backup and keeps what is there', async () => {
    const bytes = readFileSync(at('company.backup'));
    writeFileSync(at('damaged.backup'), bytes.subarray(0, Math.floor(bytes.length / 2)));
    copyFileSync(at('company.ledger'), at('kept.ledger'));
    const before = readFileSync(at('kept.ledger'));
    const { exitCode } = await run('restore', '--ledger', at('kept.ledger'), ...key, '--from', at('damaged.backup'));
    expect(exitCode).toBe(2);
    expect(readFileSync(at('kept.ledger')).equals(before)).toBe(true);
  });

  it('erases a person only when told to, and no figure changes', async () => {
    copyFileSync(at('sample.ledger'), at('erasing.ledger'));
    const movements = () => run('report', 'movements', '--ledger', at('erasing.ledger'));
    const before = (await movements()).stdout;
    const {
      rows: [{ customerId, customerName }],
    } = JSON.parse((await run('report', 'customers', '--ledger', at('erasing.ledger'))).stdout);
    const asked = await run('erase', '--ledger', at('erasing.ledger'), '--customer', customerId);
    expect(asked).toMatchObject({ exitCode: 2, stdout: '' });
    expect(asked.stderr).toContain('--yes');
    expect((await run('erase', '--ledger', at('erasing.ledger'), '--customer', customerId, '--yes')).exitCode).toBe(0);
    const after = await run('report', 'customers', '--ledger', at('erasing.ledger'));
    expect(after.stdout).toContain(customerId);
    expect(after.stdout).not.toContain(customerName);
    expect((await movements()).stdout).toBe(before);
    expect((await run('verify', '--ledger', at('erasing.ledger'))).exitCode).toBe(0);
  });

  it('closes a month once', async () => {
    copyFileSync(at('sample.ledger'), at('closing.ledger'));
    const close = () => run('close-month', '--ledger', at('closing.ledger'), '--month', '2026-07');
    expect((await close()).exitCode).toBe(0);
    const again = await close();
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toContain('2026-07 is closed already');
  });

  it('will not write over a ledger', async () => {
    const { exitCode, stderr } = await run('sample', '--ledger', at('sample.ledger'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is a file already');
  });
});
