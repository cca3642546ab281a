// A whole day without the mouse, in the window: a ledger opened, the MRR read and followed down to a customer and back,
// an export, a backup, and out.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from '../desktop/app.ts';
import { builtProgram } from '../desktop/build.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { isAtRest } from '../e2e/scenes.ts';
import { Company } from './company.ts';
import { KeysAlone } from './keys-alone.ts';
import { atScreen, LONG_MS } from './steps.ts';

const company = new Company();

describe('without the mouse', () => {
  let desktop: Desktop;
  let keys: KeysAlone;
  const at = (name: string): string => join(company.folder, name);

  beforeAll(async () => {
    await company.makeSmall();
    copyFileSync(company.small, at('books.ledger'));
    desktop = await launchDesktop({ build: await builtProgram(), home: company.folder });
    keys = new KeysAlone(desktop);
  });
  afterAll(async () => {
    await desktop?.stop();
    company.remove();
  });

  test('a ledger is opened', async () => {
    await atScreen(keys.page, 'Ways to begin');
    await keys.press('Control+O');
    await atScreen(keys.page, 'Open a ledger');
    await desktop.dialogs.script({ method: 'showOpenDialog', answer: { filePaths: [at('books.ledger')] } });
    await keys.tabTo('the button for a file', ({ name }) => name === 'Choose the file');
    await keys.press('Enter');
    await atScreen(keys.page, 'Overview');
  });

  test('the MRR is read, and followed to a customer and back', async () => {
    const mrr = await keys.tabTo('the MRR', ({ name }) => name.startsWith('MRR:'));
    expect(mrr.value).toBe(await company.smallMrr());
    await keys.press('Enter');
    const panel = keys.page.getByRole('dialog');
    await panel.locator('tbody tr[data-row] a').first().waitFor();
    const row = await keys.tabTo('the first customer', ({ href }) => href?.includes('customer=') === true);
    await keys.press('Enter');
    await panel.getByText('Spans of MRR').first().waitFor();
    expect(new URL(keys.page.url()).searchParams.get('customer')).toBe(
      new URLSearchParams(row.href?.split('?')[1]).get('customer'),
    );
    await keys.press('Alt+ArrowLeft');
    await keys.page.waitForURL((url) => !url.searchParams.has('customer'));
    expect((await keys.focus()).href, 'back on the row that was followed').toBe(row.href);
    await keys.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(async () => (await keys.focus()).name, { message: 'back on the figure' }).toBe(mrr.name);
  });

  test('a customer is found in the list, opened, and left again', async () => {
    await keys.press('Control+3');
    await atScreen(keys.page, 'Customers');
    await keys.press('/');
    expect((await keys.focus()).tag).toBe('input');
    await keys.tabTo('the first row', ({ href }) => href?.includes('/customers/') === true);
    await keys.move('ArrowDown');
    await keys.press('Enter');
    await keys.page.waitForURL(/\/customers\/cus_/);
    await keys.page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
    await isAtRest(keys.page);
    await keys.press('Alt+ArrowLeft');
    await keys.page.waitForURL((url) => url.pathname === '/customers');
    await atScreen(keys.page, 'Customers');
  });

  test('a report is exported', async () => {
    await keys.press('Control+1');
    await atScreen(keys.page, 'Overview');
    const path = at('movements.csv');
    await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath: path } });
    await keys.press('Control+E');
    await keys.page.getByRole('dialog', { name: 'Export a report' }).waitFor();
    await keys.tabTo('the export', ({ tag, name }) => tag === 'button' && name === 'Export');
    await keys.press('Enter');
    await expect.poll(() => existsSync(path), { timeout: LONG_MS }).toBe(true);
    expect(readFileSync(path, 'utf8').split('\n').length).toBeGreaterThan(12);
  });

  test('the ledger is backed up', async () => {
    const path = at('copy.ledger');
    await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath: path } });
    await keys.press('Control+Shift+B');
    await keys.page.getByText(/^Backup of .*: done/).waitFor({ timeout: LONG_MS });
    const cli = join(await builtProgram(), 'out', 'main', 'cli.js');
    await promisify(execFile)(process.execPath, [cli, 'verify', '--ledger', path]);
  });

  test('the program is left', async () => {
    await keys.press('Control+Q');
    expect(await desktop.exited()).toBe(0);
    expect(desktop.problems()).toEqual([]);
  });
});
