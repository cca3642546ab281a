// Reading a screen of the program, and watching it: what it asks for, and what it complains about.
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses outside the program's own that a page asked for. */
  readonly strangers: readonly string[];
  /** Errors on the console, uncaught ones among them. */
  readonly complaints: readonly string[];
}

/** A fresh browser window that may reach nothing but the origin. */
export async function openScreen(browser: Browser, origin: string): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    locale: 'en-US',
  });
  const strangers: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`) || /^(?:data|blob):/.test(url)) return route.continue();
    strangers.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('websocket', (socket) => strangers.push(socket.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, strangers, complaints };
}

/** The number that stands in an element as its `value`: minor units, or a count. */
export async function numberIn(place: Locator): Promise<number> {
  const value = await place.locator('data').first().getAttribute('value');
  expect(value, 'a figure carries its number').toMatch(/^-?\d+$/);
  return Number(value);
}

/** The numbers of all elements, in one reading of the page. */
export async function numbersIn(places: Locator): Promise<number[]> {
  const values = await places.evaluateAll((elements) => elements.map((element) => element.getAttribute('value')));
  return values.map(Number);
}

/** Nothing at all that axe finds on the page as it is. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames of strangers, for which axe would gather its findings on a page of its own.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary}`);
    return `${id}: ${help}\n  ${places.join('\n  ')}`;
  });
  expect(found.join('\n'), `what axe finds at ${where}`).toBe('');
}
