// Every screen and dialog, light and dark: nothing that axe finds, nothing asked of a stranger, no complaint.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { askText, type Program, serveLedger } from './program.ts';
import { goToScene, isAtRest, SCENES } from './scenes.ts';
import { expectAccessible, openScreen, type Screen } from './screen.ts';

describe('every screen and dialog', () => {
  const home = mkdtempSync(join(tmpdir(), 'countinghouse-accessible-'));
  let program: Program;
  let browser: Browser;
  let screen: Screen;

  beforeAll(async () => {
    const ledger = join(home, 'sample.ledger');
    await askText('sample', '--ledger', ledger, '--customers', '800');
    [program, browser] = await Promise.all([serveLedger(ledger, home), openBrowser()]);
    screen = await openScreen(browser, new URL(program.link).origin);
    await screen.page.goto(program.link);
    await screen.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test.each(SCENES)('$name', async (scene) => {
    const { page, strangers, complaints } = screen;
    await goToScene(page, new URL(program.link).origin, scene);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await isAtRest(page);
      await expectAccessible(page, `${scene.name}, ${colorScheme}`);
    }
    expect(strangers, 'what was asked of strangers').toEqual([]);
    // A refusal is told on the screen, and by the browser on its console.
    expect(complaints.filter((text) => !text.includes('status of 404'))).toEqual([]);
  });
});
