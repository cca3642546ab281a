// `countinghouse start`: a link at once, on the ledger that was opened last, and on none the first time.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCompany } from '../../app/create-company.ts';
import { currency, timeZone } from '../../kernel/index.ts';
import { runCommandLine } from './run.ts';
import { SCREENS } from './screens.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  vi.stubEnv('COUNTINGHOUSE_HOME', join(folder, 'home'));
  vi.stubEnv('COUNTINGHOUSE_KEY', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function makeLedger(name: string, key: Uint8Array | null = null): Promise<string> {
  const path = join(folder, `${name}.ledger`);
  const workspace = { name, timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
  await (await createCompany({ path, key, workspace, command: 'test' })).close();
  return path;
}

/** Starts, asks the desk through its door, interrupts; what the desk's status was, and what was said beside. */
async function started(...args: string[]): Promise<{ status: Record<string, unknown>; noted: string }> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const interrupting = new AbortController();
  const ended = runCommandLine('9.9.9', ['start', '--no-open', '--json', ...args], {
    stdout,
    stderr,
    isWatched: false,
    isStdoutScreen: false,
    interrupted: interrupting.signal,
  });
  const link = new Promise<string>((resolve) => {
    stdout.on('data', (piece: Buffer) => resolve(JSON.parse(piece.toString()).url));
  });
  const url = await Promise.race([link, ended.then(() => '')]);
  const noted = (): string => String(stderr.read() ?? '');
  if (url === '') return { status: {}, noted: noted() };
  const opened = await fetch(url, { redirect: 'manual', headers: { 'sec-fetch-site': 'none' } });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await (await fetch(`${new URL(url).origin}/trpc/desk.status`, { headers: { cookie } })).text();
  interrupting.abort();
  expect(await ended).toBe(0);
  return { status: JSON.parse(answer).result.data, noted: noted() };
}

describe.skipIf(!existsSync(SCREENS))('start, with the screens built', () => {
  it('opens no ledger the first time, and makes none', async () => {
    const { status, noted } = await started();
    expect(status).toMatchObject({ door: 'browser', version: '9.9.9', ledger: null, recents: [], trouble: null });
    expect(noted).toBe('');
    expect(existsSync(join(folder, 'home', 'sample-company.ledger'))).toBe(false);
  });

  it('opens the ledger that is named, and the same one the next time, until it is gone', async () => {
    const path = await makeLedger('company');
    expect((await started(path)).status).toMatchObject({ ledger: { path } });
    expect((await started()).status).toMatchObject({ ledger: { path } });
    rmSync(path);
    expect((await started()).status).toMatchObject({ ledger: null, recents: [{ path, isMissing: true }] });
  });

  it('opens all the same when the last ledger needs a key that is not found', async () => {
    const path = await makeLedger('locked', new Uint8Array(32).fill(3));
    mkdirSync(join(folder, 'home'));
    const recents = [{ path, lastOpenedAt: 1 }];
    writeFileSync(join(folder, 'home', 'preferences.json'), JSON.stringify({ recents }));
    const { status, noted } = await started();
    expect(status).toMatchObject({ ledger: null, recents: [{ path, isMissing: false }] });
    expect(noted).toContain('key was not found');
  });
});

it('refuses a file that is named and is no ledger, with no link', async () => {
  const path = join(folder, 'note.txt');
  writeFileSync(path, 'not a ledger');
  const { noted } = await started(path);
  expect(JSON.parse(noted)).toMatchObject({ error: { code: 'not_a_ledger' } });
});
