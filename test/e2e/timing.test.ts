// What each interaction takes, printed and not judged, since a slow machine is no failure: the same turns on 2,400 and
// on 100,000 customers, so that growth shows.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { percentile } from '../bench/measure.ts';
import { largeCompany } from '../large-company.ts';
import { openBrowser } from './browser.ts';
import { INTERACTIONS, timesOf } from './interactions.ts';
import { askText, type Program, serveLedger } from './program.ts';
import { openScreen } from './screen.ts';

const TURNS = 6;

describe('interactions', () => {
  let browser: Browser;
  let home: string;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'countinghouse-timing-'));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function sampleLedger(): Promise<string> {
    const path = join(home, 'sample.ledger');
    await askText('sample', '--ledger', path);
    return path;
  }

  async function largeLedger(): Promise<string> {
    const path = join(home, 'large.ledger');
    copyFileSync(await largeCompany({ customers: 100_000 }), path);
    return path;
  }

  test.each([
    { customers: 2_400, make: sampleLedger },
    { customers: 100_000, make: largeLedger },
  ])('answer, at $customers customers', async ({ customers, make }) => {
    const program: Program = await serveLedger(await make(), home);
    try {
      const screen = await openScreen(browser, new URL(program.link).origin);
      await screen.page.goto(program.link);
      await screen.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      const lines: string[] = [];
      const all: number[] = [];
      for (const interaction of INTERACTIONS) {
        const times = await timesOf(screen.page, interaction, TURNS);
        expect(times).toHaveLength(TURNS);
        all.push(...times);
        lines.push(`  ${interaction.name.padEnd(22)} ${textOf(times)}`);
      }
      console.info(`${customers} customers, milliseconds to the painted answer:\n${lines.join('\n')}`);
      console.info(`  ${'all of them'.padEnd(22)} ${textOf(all)}`);
      expect(screen.complaints).toEqual([]);
      await screen.context.close();
    } finally {
      await program.stop();
    }
  });
});

function textOf(times: readonly number[]): string {
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => ms.toFixed(0).padStart(4));
  return `median ${half}, 95th percentile ${most}`;
}
