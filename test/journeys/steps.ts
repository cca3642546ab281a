// Steps that several journeys take, and readings of what a screen shows.
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { byPalette, isAtRest } from '../e2e/scenes.ts';
import type { Surface } from './surface.ts';

/** Far above what is needed: a slow machine is no failure. */
export const LONG_MS = 120_000;

const ELSEWHERE = '/settings/about';

/** Waits until the screen of that name stands there and has read what it shows. */
export async function atScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await isAtRest(page);
}

/** Goes to a screen and waits until it has read what it shows. */
export async function goTo(surface: Surface, path: string, name: string): Promise<void> {
  // A link within a window leaves the screen as it is until the new one is drawn: coming from another one is told apart.
  if (surface.isWindow) {
    await surface.go(ELSEWHERE);
    await atScreen(surface.page, 'Settings');
  }
  await surface.go(path);
  await atScreen(surface.page, name);
}

/** Runs a command by its name in the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await byPalette(name)(page);
}

/** Waits for a toast with the text. */
export async function toastSays(page: Page, text: string | RegExp): Promise<Locator> {
  const toast = page.locator('[role="status"], [role="alert"]').filter({ hasText: text }).first();
  await toast.waitFor({ timeout: LONG_MS });
  return toast;
}

/** Waits until the tray shows a job of that name in that state, and closes the tray again. */
export async function jobIs(page: Page, name: string | RegExp, state: string | RegExp): Promise<void> {
  const tray = page.getByRole('region', { name: 'Jobs' });
  await page.getByRole('button', { name: /^Jobs/ }).click();
  await tray.getByRole('listitem').filter({ hasText: name }).filter({ hasText: state }).first().waitFor({
    timeout: LONG_MS,
  });
  await page.keyboard.press('Escape');
  await tray.waitFor({ state: 'hidden' });
}

/** Waits until the ledger of that file is the open one. */
export async function isOpen(page: Page, path: string): Promise<void> {
  await page
    .getByRole('banner')
    .locator(`[title$="${basename(path)}"]`)
    .waitFor({ timeout: LONG_MS });
}

/** Asks for the ledger at the path to be opened: typed in a browser, chosen in the system's dialog in a window. */
export async function openLedgerAt(surface: Surface, path: string): Promise<void> {
  const { page } = surface;
  if (!(await page.getByRole('heading', { name: 'Open a ledger', level: 1 }).isVisible())) {
    await command(page, 'Open a ledger');
    await page.getByRole('heading', { name: 'Open a ledger', level: 1 }).waitFor();
  }
  if (surface.isWindow) {
    await surface.chosen(() => page.getByRole('button', { name: 'Choose the file' }).click(), [path]);
    return;
  }
  await page.getByLabel('File, on the machine').fill(path);
  await page.locator('main form').getByRole('button', { name: 'Open', exact: true }).click();
}

/** Closes the open ledger; the ways to begin stand there then. */
export async function closeLedger({ page }: Surface): Promise<void> {
  await command(page, 'Close the ledger');
  await atScreen(page, 'Ways to begin');
}

/** An amount or a count as its cell shows it, in minor units or units. */
export function numberOf(text: string): number {
  const plain = text.replaceAll(/[,\s]/g, '').replace('−', '-').replace('.', '');
  expect(plain, 'a number in a cell').toMatch(/^-?\d+$/);
  return Number(plain);
}

/** The last number of each row of a table, of all rows: those out of sight are scrolled to. */
export async function allNumbers(table: Locator): Promise<number[]> {
  const found = new Map<number, number>();
  await expect.poll(async () => Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(0);
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
  while (found.size < rows) {
    const before = found.size;
    const news = async (): Promise<number> => {
      for (const [row, value] of await table.evaluate(numbersInSight)) found.set(row, value);
      return found.size;
    };
    await expect.poll(news, { timeout: LONG_MS }).toBeGreaterThan(before);
    await table.evaluate(scrollOn);
  }
  return [...found.values()];
}

interface Sight {
  readonly parentElement: { scrollTop: number; readonly clientHeight: number };
  querySelectorAll(selector: string): Iterable<{
    readonly dataset: Readonly<Record<string, string>>;
    querySelectorAll(selector: 'data'): Iterable<{ readonly value: string }>;
  }>;
}

/** A page's height down, less a little, so that no row is passed over. */
function scrollOn(table: unknown): void {
  const { parentElement: place } = table as Sight;
  place.scrollTop += place.clientHeight * 0.7;
}

function numbersInSight(table: unknown): (readonly [row: number, value: number])[] {
  return [...(table as Sight).querySelectorAll('tbody tr[data-row]')].flatMap((row) => {
    const number = [...row.querySelectorAll('data')].at(-1);
    return number === undefined ? [] : [[Number(row.dataset['row']), Number(number.value)] as const];
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
