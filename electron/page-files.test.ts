// Which files a page is answered with, and what is refused.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage } from './page-files.ts';

const parent = mkdtempSync(join(tmpdir(), 'countinghouse-pages-'));
const folder = join(parent, 'screens');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>screens</p>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'screens()');
  writeFileSync(join(folder, '.secret.json'), '{}');
  writeFileSync(join(folder, 'notes.txt'), 'notes');
  writeFileSync(join(parent, 'ledger.json'), '{}');
});
afterAll(() => rmSync(parent, { recursive: true }));

const ask = (url: string, method = 'GET') => answerPage(folder, new Request(url, { method }));

describe('a page', () => {
  it.each(['/', '/revenue', '/customers/cus_1?period=12m', '/customers/a.b'])('is sent at %s', async (path) => {
    const answer = await ask(`app://countinghouse${path}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<p>screens</p>');
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('is told what it may do', async () => {
    const policy = (await ask('app://countinghouse/')).headers.get('Content-Security-Policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
    expect(policy?.filter((rule) => rule.includes('unsafe'))).toEqual(["style-src 'self' 'unsafe-inline'"]);
  });

  it('gets its assets, which may be kept', async () => {
    const answer = await ask('app://countinghouse/assets/index-1.js');
    expect(await answer.text()).toBe('screens()');
    expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('Cache-Control')).toContain('immutable');
  });

  it('is told the head of a file without the file', async () => {
    const answer = await ask('app://countinghouse/assets/index-1.js', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('refused', () => {
  it.each([
    'app://countinghouse/..%2fledger.json',
    'app://countinghouse/assets/..%2f..%2fledger.json',
    'app://countinghouse/%2e%2e%2fledger.json',
    'app://countinghouse/..%5cledger.json',
    'app://countinghouse//ledger.json',
    'app://countinghouse/.secret.json',
    'app://countinghouse/a%00.json',
    'app://countinghouse/%E0%A4%A',
    'app://countinghouse/assets/missing.js',
    'app://countinghouse/assets/notes.txt',
    'app://elsewhere/index.html',
    'app://countinghouse.example/index.html',
  ])('%s', async (url) => {
    const answer = await ask(url);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it('any method that changes something', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask('app://countinghouse/', method)).status).toBe(405);
    }
  });
});
