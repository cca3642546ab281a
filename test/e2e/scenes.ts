// Every screen and dialog of the program, and how one gets there: what pictures are taken of, and what is checked for
// everybody being able to use it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

export interface Scene {
  readonly name: string;
  /** The address inside the program. */
  readonly path: string;
  /** What is done there to bring it up. */
  readonly show?: (page: Page) => Promise<void>;
}

const byKey = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog').waitFor();
};

/** Opens the palette, types the name of a command, and runs it. */
export const byPalette = (name: string) => async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a customer/ }).waitFor();
  await page.keyboard.type(name);
  await page.getByRole('option', { name, selected: true }).waitFor();
  await page.keyboard.press('Enter');
};

const byPaletteTo = (name: string, heading: string) => async (page: Page) => {
  await byPalette(name)(page);
  await page.getByRole('heading', { name: heading }).waitFor();
};

const opened = async (page: Page) => {
  await page.getByRole('dialog').getByRole('grid').or(page.getByRole('dialog').getByRole('table')).first().waitFor();
};

const firstCustomer = async (page: Page) => {
  await page.locator('main tbody tr[data-row] a[href*="/customers/"]').first().click();
  await page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
};

/** Down from the rows of a figure: to a customer, to an invoice line, to its Stripe object. */
const drilled = (depth: 'customer' | 'line' | 'object') => async (page: Page) => {
  const panel = page.getByRole('dialog');
  await panel.locator('tbody tr[data-row] a').first().click();
  await panel.getByText('Spans of MRR').first().waitFor();
  if (depth === 'customer') return;
  await panel.getByLabel('Invoice lines').getByRole('link').first().click();
  await panel.getByText('Service period').waitFor();
  if (depth === 'line') return;
  await panel.locator('section:not([inert])').last().getByRole('link', { name: /^in_/ }).click();
  await panel.locator('pre').waitFor();
};

export const SCENES: readonly Scene[] = [
  { name: 'overview', path: '/' },
  { name: 'overview-compared', path: '/?compare=year&period=12m' },
  { name: 'overview-drill', path: '/?show=expansion&month=2026-09', show: opened },
  { name: 'drill-customer', path: '/?show=expansion&month=2026-09', show: drilled('customer') },
  { name: 'drill-line', path: '/?show=expansion&month=2026-09', show: drilled('line') },
  { name: 'drill-object', path: '/?show=expansion&month=2026-09', show: drilled('object') },
  { name: 'revenue', path: '/revenue' },
  { name: 'revenue-by-plan', path: '/revenue?by=plan&period=12m' },
  { name: 'revenue-compared', path: '/revenue?compare=before&period=12m' },
  { name: 'revenue-native', path: '/revenue?by=currency&currency=native&period=12m' },
  { name: 'customers', path: '/customers' },
  { name: 'customers-filtered', path: '/customers?status=past_due&sort=name' },
  { name: 'customers-none', path: '/customers?search=zzzzzz' },
  { name: 'customer', path: '/customers', show: firstCustomer },
  { name: 'customer-unknown', path: '/customers/nobody' },
  ...['workspace', 'rates', 'branding', 'people', 'keys', 'backups', 'appearance', 'about'].map((section) => ({
    name: `settings-${section}`,
    path: `/settings/${section}`,
  })),
  { name: 'no-such-screen', path: '/nowhere/at/all' },
  { name: 'palette', path: '/', show: byKey('Control+k') },
  {
    name: 'palette-found',
    path: '/',
    show: async (page) => {
      await byKey('Control+k')(page);
      await page.keyboard.type('an');
      await page.getByRole('dialog').getByRole('option').nth(4).waitFor();
    },
  },
  { name: 'keys', path: '/', show: byKey('?') },
  {
    name: 'jobs',
    path: '/',
    show: async (page) => {
      await page.getByRole('button', { name: /^Jobs/ }).click();
      await page.getByRole('region', { name: 'Jobs' }).waitFor();
    },
  },
  { name: 'import', path: '/', show: byPalette('Import Stripe exports') },
  { name: 'export', path: '/', show: byKey('Control+Shift+e') },
  { name: 'back-up', path: '/', show: byPalette('Back up the ledger') },
  { name: 'ways-to-begin', path: '/', show: byPaletteTo('Ways to begin', 'Ways to begin') },
  { name: 'new-ledger', path: '/', show: byPaletteTo('New ledger', 'A new ledger') },
  { name: 'open-ledger', path: '/', show: byPaletteTo('Open a ledger', 'Open a ledger') },
];

/** Goes to a scene and waits until nothing on it is on its way any more. */
export async function goToScene(page: Page, origin: string, { path, show }: Scene): Promise<void> {
  await page.goto(new URL(path, origin).href);
  await page.locator('main').getByRole('heading').first().waitFor();
  await isAtRest(page);
  await show?.(page);
  await isAtRest(page);
}

const REST_LIMIT_MS = 30_000;
/** Evaluated as expressions, which the pages' content policy lets the browser's own tools do. */
const IS_WAITING = `document.querySelector('[aria-busy="true"]') !== null || document.fonts.status !== 'loaded'`;
const MOTION_ENDED = `Promise.all(document.getAnimations()
  .filter((motion) => Number.isFinite(motion.effect?.getComputedTiming().endTime))
  .map((motion) => motion.finished.catch(() => undefined)))
  .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))`;

/** Waits until no part of the page says that it is busy, and what moves has come to rest. */
export async function isAtRest(page: Page): Promise<void> {
  const until = performance.now() + REST_LIMIT_MS;
  while (await page.evaluate(IS_WAITING)) {
    if (performance.now() > until) throw new Error('the page is still waiting for something');
    await sleep(20);
  }
  await page.evaluate(MOTION_ENDED);
}
