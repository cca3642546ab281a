// What goes wrong from outside: files that are no ledger, links that lead nowhere, synced folders, full disks, crashes.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { numberIn } from '../e2e/screen.ts';
import type { Company } from './company.ts';
import { backUpTo } from './handing-out.ts';
import { command, goTo, isOpen, jobIs, LONG_MS, openLedgerAt, toastSays } from './steps.ts';
import type { Surface } from './surface.ts';

const NO_LEDGER = 'This file is not a ledger of Countinghouse';

/** A file that is no ledger is refused in words, dropped or chosen, and what is open stays open. */
export async function noLedgerIsRefused(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const path = join(company.folder, 'letter.ledger');
  writeFileSync(path, 'Dear accountant, this is no ledger.\n'.repeat(200));
  await goTo(surface, '/', 'Overview');
  const mrr = await numberIn(page.getByRole('link', { name: /^MRR:/ }));
  if (surface.canDrop) {
    await surface.drop([path]);
    await dismiss(surface, NO_LEDGER);
  }
  await openLedgerAt(surface, path);
  await page.getByText(NO_LEDGER).first().waitFor();
  await page.getByRole('button', { name: 'Back to the ledger' }).click();
  expect(await numberIn(page.getByRole('link', { name: /^MRR:/ }))).toBe(mrr);
  expect(readFileSync(path, 'utf8')).toContain('Dear accountant');
  await dismissAll(surface);
}

/** A link that is none of ours is refused in words, and leaves the screen where it is. */
export async function badLinkIsRefused(surface: Surface): Promise<void> {
  const { page, desktop } = surface;
  await goTo(surface, '/revenue', 'Revenue');
  if (desktop === null) {
    await surface.page.goto(`${surface.origin}/no/such/place`);
    await page.getByRole('heading', { name: 'There is no such screen' }).waitFor();
    return;
  }
  for (const link of ['countinghouse://open/../../etc/passwd', 'countinghouse://elsewhere/', 'countinghouse:%00']) {
    await desktop.openUrl(link);
    await dismiss(surface, 'That link leads nowhere');
  }
  expect(new URL(page.url()).pathname).toBe('/revenue');
}

/** A ledger in a folder that a service syncs is opened, with a warning that stays until it is understood. */
export async function syncedFolderIsWarned(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const folder = join(surface.home, 'Dropbox');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'synced.ledger');
  copyFileSync(company.small, path);
  await openLedgerAt(surface, path);
  await isOpen(page, path);
  const warning = page.getByRole('status').filter({ hasText: 'Dropbox syncs' });
  await warning.waitFor();
  await warning.getByRole('button', { name: 'Understood' }).click();
  await warning.waitFor({ state: 'detached' });
}

/** A disk that fills: told as such, nothing of the file is left, and the figures stay. Says why where it cannot be. */
export async function fullDiskIsTold(surface: Surface, company: Company): Promise<string | null> {
  const { page, desktop } = surface;
  const disk = join(company.folder, `small-disk-${surface.isWindow ? 'window' : 'browser'}`);
  if (!mountMemory(disk, '64k')) return 'a small disk cannot be mounted here';
  try {
    await goTo(surface, '/', 'Overview');
    await backUpTo(surface, join(disk, 'copy.ledger'));
    await jobIs(page, /^Backup of/, /Free some space/);
    expect(readdirSync(disk), 'what is left of the copy').toEqual([]);
    await dismissAll(surface);
    if (desktop !== null) {
      await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath: join(disk, 'customers.csv') } });
      await goTo(surface, '/customers', 'Customers');
      await page.getByRole('button', { name: 'Export: Customers' }).click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
      await jobIs(page, 'customers.csv', /Free some space/);
      expect(readdirSync(disk), 'what is left of the export').toEqual([]);
      await dismissAll(surface);
    }
    return null;
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** The core ends in the middle of things: the screens find it again, with the figures that stood there. */
export async function coreCrashIsSurvived(surface: Surface): Promise<void> {
  const { page, desktop } = surface;
  if (desktop === null) return;
  await goTo(surface, '/', 'Overview');
  const mrr = await numberIn(page.getByRole('link', { name: /^MRR:/ }));
  expect(await desktop.crashCore()).toBeGreaterThan(0);
  await goTo(surface, '/customers', 'Customers');
  await goTo(surface, '/', 'Overview');
  expect(await numberIn(page.getByRole('link', { name: /^MRR:/ }))).toBe(mrr);
  await command(page, 'Copy a problem report');
  await toastSays(page, 'The report is copied');
}

async function dismiss(surface: Surface, text: string): Promise<void> {
  const toast = await toastSays(surface.page, text);
  await toast.getByRole('button', { name: 'Dismiss' }).click();
  await toast.waitFor({ state: 'detached', timeout: LONG_MS });
}

async function dismissAll({ page }: Surface): Promise<void> {
  const buttons = page.getByRole('alert').getByRole('button', { name: 'Dismiss' });
  const left = async (): Promise<number> => {
    const [button] = await buttons.all();
    // It may be gone before it is clicked.
    await button?.click({ timeout: 1000 }).catch(() => undefined);
    return await buttons.count();
  };
  await expect.poll(left, { timeout: LONG_MS }).toBe(0);
}

function mountMemory(at: string, size: string): boolean {
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
