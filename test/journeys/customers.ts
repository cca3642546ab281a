// Customers: searched, filtered, sorted and read to the end; one of them opened, and the list found again as it was.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isAtRest } from '../e2e/scenes.ts';
import { numberIn } from '../e2e/screen.ts';
import type { Company } from './company.ts';
import { goTo, LONG_MS, toastSays } from './steps.ts';
import type { Surface } from './surface.ts';

const gridOf = (page: Page): Locator => page.getByRole('grid', { name: 'Customers' });
const rowOf = (page: Page, row: number): Locator => gridOf(page).locator(`tbody tr[data-row="${row}"]`);

/** The list's sum is the Overview's MRR, and its last row is reached. */
export async function listAddsUp(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const { rows } = await company.movements();
  await goTo(surface, '/customers', 'Customers');
  const total = Number(await gridOf(page).getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(2000);
  expect(await numberIn(page.locator('main p[role="status"]').first())).toBe(rows.at(-1)?.closingMinor);
  expect(await numberIn(gridOf(page).locator('tfoot'))).toBe(rows.at(-1)?.closingMinor);
  const csv = (await company.text('customer-list', '--format', 'csv')).trim().split(/\r?\n/);
  expect(csv.length - 1).toBe(total);

  await goTo(surface, '/customers?sort=name', 'Customers');
  await rowOf(page, 0).getByRole('link').first().waitFor();
  await rowOf(page, 0).getByRole('rowheader').focus();
  await page.keyboard.press('Control+End');
  await rowOf(page, total - 1)
    .getByRole('link')
    .first()
    .waitFor({ timeout: LONG_MS });
  await isAtRest(page);
}

/** Search, filter and sort narrow and order what is shown, and stand in the address. */
export async function listIsNarrowed(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const header = (await company.text('customer-list', '--format', 'csv')).trim().split(/\r?\n/);
  const named = header[1]?.split(',')[1] ?? '';
  await goTo(surface, '/customers', 'Customers');
  await page.keyboard.press('/');
  await page.keyboard.type(named.slice(0, 12));
  await expect.poll(() => page.url()).toContain('search=');
  await rowOf(page, 0).getByText(named).first().waitFor();
  await isAtRest(page);
  expect(Number(await gridOf(page).getAttribute('aria-rowcount')) - 1).toBeLessThan(20);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(() => page.url()).not.toContain('search=');

  const pastDue = page.getByRole('checkbox', { name: /^Past due/ });
  await pastDue.check();
  await expect.poll(() => page.url()).toContain('status=past_due');
  await isAtRest(page);
  const counted = header.filter((line) => line.includes(',past_due,')).length;
  expect(Number(await gridOf(page).getAttribute('aria-rowcount')) - 1).toBe(counted);
  await page.getByRole('button', { name: 'Customer', exact: true }).click();
  await expect.poll(() => page.url()).toContain('sort=name');
  await isAtRest(page);
  const names = await gridOf(page).locator('tbody tr[data-row] th a').allTextContents();
  expect(names.length).toBeGreaterThan(3);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en', { sensitivity: 'base' })));
}

/** A customer's page agrees with itself and with the list; back finds the list as it was. */
export async function customerOpens(surface: Surface): Promise<void> {
  const { page } = surface;
  await goTo(surface, '/customers?status=active', 'Customers');
  const listed = await numberIn(rowOf(page, 3).locator('td').last());
  const name = (await rowOf(page, 3).getByRole('link').first().textContent()) ?? '';
  await rowOf(page, 3).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
  await isAtRest(page);
  const figures = page.getByRole('region', { name: 'Figures of the customer' });
  const mrr = await numberIn(figures.getByRole('link', { name: /^MRR/ }));
  expect(mrr).toBe(listed);

  await page.getByRole('radio', { name: 'Table' }).first().check();
  const history = page
    .getByRole('grid', { name: /MRR/ })
    .or(page.getByRole('table', { name: /MRR/ }))
    .first();
  await history.locator('tbody tr[data-row] data').first().waitFor();
  const months = await history.locator('tbody tr[data-row]').count();
  expect(months).toBe(24);
  const ends = await history
    .locator('tbody tr[data-row] data')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect([Number(ends[0]), Number(ends.at(-1))], 'the last month').toContain(mrr);
  await page.getByRole('radio', { name: 'Chart' }).first().check();

  await page.keyboard.press('Alt+ArrowLeft');
  await page.waitForURL((url) => url.pathname === '/customers' && url.searchParams.get('status') === 'active');
  await rowOf(page, 3).getByText(name).waitFor();
  expect(await page.getByRole('checkbox', { name: /^Active/ }).isChecked()).toBe(true);
}

/** The palette finds a customer by name and an invoice by number. */
export async function paletteFinds(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const [, first = ''] = (await company.text('customer-list', '--format', 'csv')).split(/\r?\n/);
  const [id = '', name = ''] = first.split(',');
  await goTo(surface, '/', 'Overview');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a customer/ }).waitFor();
  await page.keyboard.type(name);
  await page.getByRole('group', { name: 'Customers' }).getByRole('option', { name, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/customers/${id}*`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await isAtRest(page);

  const invoice = page.getByRole('link', { name: /^in_|^[A-Z0-9]+-\d{4}$/ }).first();
  const number = ((await invoice.textContent()) ?? '').trim();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a customer/ }).waitFor();
  await page.keyboard.type(number);
  await page.getByRole('group', { name: 'Invoices' }).getByRole('option', { name: number, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]invoice=in_/);
  await page.getByRole('dialog').getByText(number).first().waitFor();
  await page.keyboard.press('Escape');
}

/** Renames the workspace, undoes it, and is told when a second page was there before. */
export async function renameAndUndo(surface: Surface): Promise<void> {
  const { page } = surface;
  await goTo(surface, '/settings/workspace', 'Settings');
  const field = page.locator('main').getByLabel('Name', { exact: true });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  const before = await field.inputValue();
  const rail = page.getByRole('banner');
  await field.fill('Renamed Company');
  await save.click();
  const toast = await toastSays(page, 'Workspace changed');
  await rail.getByText('Renamed Company').waitFor();
  await toast.getByRole('button', { name: 'Undo' }).click();
  await rail.getByText(before).waitFor();
  await expect.poll(() => field.inputValue()).toBe(before);

  const second = await surface.secondPage();
  if (second === null) return;
  await second.goto(`${surface.origin}/settings/workspace`);
  await field.fill('From the first page');
  const other = second.locator('main').getByLabel('Name', { exact: true });
  await expect.poll(() => other.inputValue()).toBe(before);
  await other.fill('From the second page');
  await second.getByRole('button', { name: 'Save', exact: true }).click();
  await toastSays(second, 'Workspace changed');
  await page.getByText('This was changed elsewhere since it was read here').waitFor();
  await page.getByRole('button', { name: 'Load the present one' }).click();
  await expect.poll(() => field.inputValue()).toBe('From the second page');
  await field.fill(before);
  await save.click();
  await rail.getByText(before).waitFor();
  await second.close();
}
