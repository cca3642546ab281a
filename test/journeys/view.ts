// Period, comparison and currency stand in the address: they survive going back, another area, and a new load.
import { expect } from 'vitest';
import { isAtRest } from '../e2e/scenes.ts';
import { atScreen, goTo } from './steps.ts';
import type { Surface } from './surface.ts';

/** What is chosen stays chosen. */
export async function viewStays(surface: Surface): Promise<void> {
  const { page } = surface;
  const stands = async (period: string, compared: string, currency: string): Promise<void> => {
    for (const [name, value] of [
      ['Period', period],
      ['Compared with', compared],
      ['Shown in', currency],
    ] as const) {
      await expect.poll(() => page.getByLabel(name).locator('option:checked').textContent()).toBe(value);
    }
  };
  await goTo(surface, '/', 'Overview');
  await page.getByLabel('Period').selectOption('12 months');
  await page.getByLabel('Compared with').selectOption('Year before');
  await page.getByLabel('Shown in').selectOption('EUR');
  await page.waitForURL((url) => isView(url, '12m', 'year', 'EUR'));
  await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Revenue' }).click();
  await atScreen(page, 'Revenue');
  await stands('12 months', 'Year before', 'EUR');
  expect(isView(new URL(page.url()), '12m', 'year', 'EUR')).toBe(true);
  if (!surface.isWindow) {
    await page.reload();
    await atScreen(page, 'Revenue');
    await stands('12 months', 'Year before', 'EUR');
  }
  await page.getByLabel('Shown in').selectOption('USD');
  await page.waitForURL((url) => !url.searchParams.has('currency'));
  await page.keyboard.press('Alt+ArrowLeft');
  await page.waitForURL((url) => isView(url, '12m', 'year', 'EUR'));
  await stands('12 months', 'Year before', 'EUR');
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForURL((url) => !url.searchParams.has('currency'));
  await isAtRest(page);
}

/** The keys are told under their key, and closed by theirs. */
export async function keysAreTold({ page }: Surface): Promise<void> {
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await help.getByText('Find a customer, invoice, screen or command').waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
}

function isView({ searchParams }: URL, period: string, compare: string, currency: string): boolean {
  return (
    searchParams.get('period') === period &&
    searchParams.get('compare') === compare &&
    searchParams.get('currency') === currency
  );
}
