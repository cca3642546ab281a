// How soon the first charts stand on the screen, against a minimal page with the same libraries; and how much
// JavaScript a page loads until then.
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import react from '@vitejs/plugin-react';
import sirv from 'sirv';
import { build } from 'vite';
import { openBrowser } from '../e2e/browser.ts';
import { freshPath } from './bench-folder.ts';
import { median, type Result } from './measure.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/countinghouse.js', import.meta.url));
const LINK = /http:\/\/127\.0\.0\.1:\d+\/open\?token=\S+/;
const CHARTS_LIMIT_MS = 60_000;
const BYTES_LIMIT = 310_000;

/** The Overview of a sample company through the browser door, and the minimal page, in turns. */
export async function benchScreens(turns: number): Promise<Result[]> {
  const browser = await openBrowser();
  const door = await openDoor();
  const minimal = await openMinimalPage();
  try {
    const product: Opening[] = [];
    const yardstick: Opening[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const first = await openCold(browser, door.origin, door.cookie);
      const second = await openCold(browser, minimal.origin, null);
      if (turn > 0) {
        product.push(first);
        yardstick.push(second);
      }
    }
    return resultsOf(product, yardstick);
  } finally {
    await browser.close();
    minimal.close();
    door.close();
  }
}

interface Opening {
  /** From the start of the navigation until both charts are drawn. */
  readonly drawnMs: number;
  readonly scriptBytes: number;
}

function resultsOf(product: readonly Opening[], yardstick: readonly Opening[]): Result[] {
  const productMs = median(product.map(({ drawnMs }) => drawnMs));
  const yardstickMs = median(yardstick.map(({ drawnMs }) => drawnMs));
  const bytes = Math.max(...product.map(({ scriptBytes }) => scriptBytes));
  const ratio = productMs / yardstickMs;
  return [
    {
      name: 'first charts ÷ minimal page with the same libraries (time)',
      size: '400 customers',
      figure: `${ratio.toFixed(2)} × (${productMs.toFixed(0)} against ${yardstickMs.toFixed(0)} ms)`,
      target: '≤ 1.5 ×',
      isMet: ratio <= 1.5,
      values: { productMs, yardstickMs, ratio },
    },
    {
      name: 'JavaScript until the first charts, gzip',
      size: '',
      figure: `${(bytes / 1000).toFixed(0)} kB`,
      target: '≤ 310 kB',
      isMet: bytes <= BYTES_LIMIT,
      values: { bytes },
    },
  ];
}

/** Opens the origin in a browser context of its own, with nothing cached. */
async function openCold(browser: Browser, origin: string, cookie: Cookie | null): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  if (cookie !== null) await context.addCookies([{ ...cookie, url: origin }]);
  const page = await context.newPage();
  const scripts: Promise<{ readonly url: string; readonly bytes: number }>[] = [];
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('javascript')) return;
    scripts.push(
      response.body().then(
        (body) => ({ url: response.url(), bytes: gzipSync(body).length }),
        () => ({ url: response.url(), bytes: 0 }),
      ),
    );
  });
  await page.addInitScript({ path: join(import.meta.dirname, 'minimal-page', 'watch-charts.js') });
  await page.goto(origin);
  const drawn = await page.waitForFunction(() => performance.getEntriesByName('drawn')[0]?.startTime, undefined, {
    timeout: CHARTS_LIMIT_MS,
  });
  const drawnMs = Number(await drawn.jsonValue());
  const before = new Set(
    await page.evaluate((until) => {
      const loaded = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < until);
      return loaded.map(({ name }) => name);
    }, drawnMs),
  );
  const loaded = await Promise.all(scripts);
  await context.close();
  const scriptBytes = loaded.filter(({ url }) => before.has(url)).reduce((sum, { bytes }) => sum + bytes, 0);
  return { drawnMs, scriptBytes };
}

interface Cookie {
  readonly name: string;
  readonly value: string;
}

async function openDoor(): Promise<{ origin: string; cookie: Cookie; close(): void }> {
  const ledger = freshPath('screens.ledger');
  execFileSync(process.execPath, [PROGRAM, 'sample', '--ledger', ledger, '--customers', '400'], { stdio: 'ignore' });
  const serving = spawn(process.execPath, [PROGRAM, 'serve', '--ledger', ledger], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    let printed = '';
    serving.stdout.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const found = LINK.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    serving.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
  const response = await fetch(link, { redirect: 'manual' });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name = '', value = ''] = pair.split('=');
  return { origin: new URL(link).origin, cookie: { name, value }, close: () => serving.kill() };
}

async function openMinimalPage(): Promise<{ origin: string; close(): void }> {
  const folder = freshPath('minimal-page');
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'minimal-page'),
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true },
  });
  const send = sirv(folder);
  const server = createServer((request, response) => send(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
