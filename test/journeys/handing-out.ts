// What leaves the program: exports that are byte for byte the command line's, and a copy that verifies.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { askText } from '../e2e/program.ts';
import type { Company } from './company.ts';
import type { OwnLedger } from './first-run.ts';
import { command, goTo, jobIs } from './steps.ts';
import type { Surface } from './surface.ts';

/** The roll-forward from the table's menu, and the list as it is filtered, are the command line's. */
export async function exportsAreTheSame(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const { rows } = await company.movements();
  const [from, to] = [rows.at(-12)?.month ?? '', rows.at(-1)?.month ?? ''];
  const asked = ['--from', from, '--to', to, '--format', 'csv'];
  await goTo(surface, '/?period=12m', 'Overview');
  const saved = await surface.saved(async () => {
    await page.getByRole('button', { name: /^Export: Roll-forward/ }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  }, 'roll-forward.csv');
  expect(readFileSync(saved, 'utf8')).toBe(await company.text('movements', ...asked));

  await goTo(surface, '/revenue?period=12m&by=plan', 'Revenue');
  const grouped = await surface.saved(async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
  }, 'by-plan.csv');
  expect(readFileSync(grouped, 'utf8')).toBe(await company.text('movements', ...asked, '--group-by', 'plan'));

  await goTo(surface, '/revenue?period=12m', 'Revenue');
  const dialog = await surface.saved(async () => {
    await page.keyboard.press('Control+Shift+e');
    await page.getByRole('dialog').getByLabel('Kind of file').selectOption('JSON');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  }, 'movements.json');
  expect(readFileSync(dialog, 'utf8')).toBe(
    await company.text('movements', '--from', from, '--to', to, '--format', 'json'),
  );
}

/** A backup of the ledger, made from the screen, is whole, and opens by the same key. */
export async function backupVerifies(surface: Surface, { recoveryKey }: OwnLedger): Promise<void> {
  const { page } = surface;
  await goTo(surface, '/', 'Overview');
  const path = join(surface.home, 'backup-of-journey.ledger');
  await backUpTo(surface, path);
  await jobIs(page, /^Backup of/, 'Done');
  const keyFile = join(surface.home, 'journey.key');
  writeFileSync(keyFile, recoveryKey, { mode: 0o600 });
  expect(await askText('verify', '--ledger', path, '--key-file', keyFile)).not.toBe('');
}

/** Asks for a backup at the path: typed in a browser, chosen in the system's dialog in a window. */
export async function backUpTo({ page, desktop }: Surface, path: string): Promise<void> {
  if (desktop !== null) {
    await desktop.dialogs.script({ method: 'showSaveDialog', answer: { filePath: path } });
    await command(page, 'Back up the ledger');
    await expect.poll(() => desktop.dialogs.left()).toBe(0);
    return;
  }
  await command(page, 'Back up the ledger');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^File for the copy/).fill(path);
  await dialog.getByRole('button', { name: 'Back up', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
