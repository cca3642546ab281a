// The first run: the sample company made before one's eyes, then a ledger of one's own with its key and first import.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { expectAccessible, numberIn } from '../e2e/screen.ts';
import { atScreen, closeLedger, command, jobIs, LONG_MS, openLedgerAt } from './steps.ts';
import type { Surface } from './surface.ts';

/** Makes and opens the sample company from the welcome screen, and closes it again. */
export async function makeSample(surface: Surface): Promise<void> {
  const { page } = surface;
  await atScreen(page, 'Ways to begin');
  await expectAccessible(page, 'ways to begin, no ledger');
  await page.getByRole('button', { name: 'Open the sample company' }).click();
  const progress = page.getByRole('progressbar', { name: 'Making the sample company' });
  const done = async (): Promise<number> => Number((await progress.getAttribute('value')) ?? 0);
  await expect.poll(done, { timeout: LONG_MS, message: 'the making gets on' }).toBeGreaterThan(0);
  await page
    .locator('main')
    .getByText(/^\d+ of \d+ months/)
    .waitFor();
  await expectAccessible(page, 'while the sample company is made');
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: LONG_MS });
  await atScreen(page, 'Overview');
  expect(await numberIn(page.getByRole('link', { name: /^MRR:/ }))).toBeGreaterThan(0);
  await closeLedger(surface);
}

/** Opens the sample company that is made already. */
export async function openSample(surface: Surface): Promise<void> {
  const { page } = surface;
  await atScreen(page, 'Ways to begin');
  await page.getByRole('button', { name: 'Open the sample company' }).click();
  await atScreen(page, 'Overview');
}

/** A key as it is, of no ledger here. */
const ANOTHER_KEY = '5'.repeat(64);

export interface OwnLedger {
  readonly path: string;
  readonly recoveryKey: string;
}

/** Makes an encrypted ledger; its recovery key is shown once and has to be said to be kept. */
export async function newLedger(surface: Surface, path: string): Promise<OwnLedger> {
  const { page, desktop } = surface;
  await page.getByRole('button', { name: 'New ledger' }).click();
  await atScreen(page, 'A new ledger');
  await page.getByRole('textbox', { name: 'Company' }).fill('Acme Books');
  await page.getByRole('combobox', { name: 'Reporting zone' }).fill('New York');
  await page.getByRole('option', { name: 'America/New York' }).click();
  if (desktop === null) await page.getByRole('textbox', { name: 'File' }).fill(path);
  else await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath: path } });
  await page.getByRole('button', { name: 'Create the ledger' }).click();

  await atScreen(page, 'Keep the recovery key');
  await expectAccessible(page, 'the recovery key');
  const recoveryKey = (await page.locator('main code').textContent()) ?? '';
  expect(recoveryKey).not.toBe('');
  const onward = page.getByRole('button', { name: 'Continue' });
  expect(await onward.isDisabled(), 'nobody passes the key by').toBe(true);
  await page.getByLabel('I have kept the recovery key').check();
  await onward.click();
  await atScreen(page, 'Bring in your Stripe data');
  await expectAccessible(page, 'the first import');
  expect(await page.getByText(recoveryKey).count(), 'the key is shown once').toBe(0);
  return { path, recoveryKey };
}

/** Brings files of Stripe objects in, half of them chosen and half of them dropped; returns the MRR that is shown. */
export async function importStripe(surface: Surface, folder: string): Promise<number> {
  const { page } = surface;
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const objects = paths.filter((path) => path.endsWith('.jsonl')).sort();
  const half = Math.ceil(objects.length / 2);
  await surface.chosen(() => page.getByRole('button', { name: 'Choose files' }).click(), objects.slice(0, half));
  await atScreen(page, 'Overview');
  await jobIs(page, /Import/, 'Done');
  const rest = [...objects.slice(half), ...paths.filter((path) => path.endsWith('.csv'))];
  if (surface.canDrop) await surface.drop(rest);
  else await importByChoosing(surface, rest);
  await jobIs(page, /rates/i, 'Done');
  await expect
    .poll(async () => page.getByText(/Stripe through/).textContent(), { timeout: LONG_MS })
    .toContain('Oct 31, 2026');
  await page.getByRole('button', { name: /^Jobs.*none running/ }).waitFor({ timeout: LONG_MS });
  await atScreen(page, 'Overview');
  return await numberIn(page.getByRole('link', { name: /^MRR:/ }));
}

async function importByChoosing(surface: Surface, paths: readonly string[]): Promise<void> {
  const { page } = surface;
  await command(page, 'Import Stripe exports');
  const choose = page.getByRole('dialog').getByRole('button', { name: 'Choose files' });
  await surface.chosen(
    () => choose.click(),
    paths.filter((path) => !path.endsWith('.csv')),
  );
  await jobIs(page, /Import/, 'Done');
  await surface.chosen(
    () => command(page, 'Import exchange rates'),
    paths.filter((path) => path.endsWith('.csv')),
  );
}

/** Opens the ledger by its recovery key, as where no keychain keeps it: a wrong key is told and opens nothing. */
export async function reopenByKey(surface: Surface, { path, recoveryKey }: OwnLedger): Promise<void> {
  const { page } = surface;
  await openLedgerAt(surface, path);
  const field = page.getByLabel('Recovery key');
  await field.waitFor();
  await expectAccessible(page, 'asked for the key');
  const open = page.locator('main form').getByRole('button', { name: 'Open', exact: true });
  for (const [wrong, told] of [
    ['not a key', 'This is not a ledger key'],
    [ANOTHER_KEY, 'The key does not open this ledger'],
  ] as const) {
    await field.fill(wrong);
    await open.click();
    await page.locator('main').getByText(told).first().waitFor();
    expect(await page.getByRole('navigation', { name: 'Areas' }).count(), 'no ledger is open').toBe(0);
  }
  await field.fill(recoveryKey);
  await page.getByLabel(/^Keep the key in the keychain/).uncheck();
  await open.click();
  await atScreen(page, 'Overview');
}
