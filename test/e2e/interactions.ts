// How long the screens take to answer: from the key or the click that asks to the picture that answers, measured in
// the page by its own clock.
import type { Page } from 'playwright-core';
import { isAtRest } from './scenes.ts';

export interface Interaction {
  readonly name: string;
  /** Puts the page where the interaction begins; not measured. */
  readonly before?: (page: Page, turn: number) => Promise<void>;
  /** What a person does: one key or one click that asks. */
  readonly act: (page: Page, turn: number) => Promise<void>;
  /** An expression that is true in the page once the answer stands there. */
  readonly answered: (turn: number) => string;
}

const LIMIT_MS = 20_000;

/** Milliseconds from the event that asked until the answer has been painted. */
async function timeOf(page: Page, act: () => Promise<void>, answered: string): Promise<number> {
  await page.evaluate(`globalThis.asked = undefined;
    for (const kind of ['pointerdown', 'keydown', 'change'])
      addEventListener(kind, ({ timeStamp }) => { globalThis.asked ??= timeStamp; }, { capture: true, once: true });`);
  const answer = page.evaluate(`new Promise((resolve, reject) => {
    const look = () => {
      const { asked } = globalThis;
      if (asked !== undefined && (${answered})) {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => resolve(performance.now() - asked);
        requestAnimationFrame(() => painted.port2.postMessage(null));
      } else if (asked !== undefined && performance.now() - asked > ${LIMIT_MS}) reject(new Error('no answer'));
      else requestAnimationFrame(look);
    };
    look();
  })`);
  const [ms] = await Promise.all([answer, act()]);
  return Number(ms);
}

/** The times of so many turns of the interaction, after one that is not counted. */
export async function timesOf(page: Page, interaction: Interaction, turns: number): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn += 1) {
    await interaction.before?.(page, turn);
    const answer = timeOf(page, () => interaction.act(page, turn), interaction.answered(turn));
    const ms = await answer.catch((cause: unknown) => {
      throw new Error(`${interaction.name}, turn ${turn}: no answer at ${page.url()}`, { cause });
    });
    if (turn > 0) times.push(ms);
  }
  return times;
}

const isAt = (path: string): string => `location.pathname === '${path}' && document.querySelector('main h1') !== null`;
const IS_BUSY = `document.querySelector('main [aria-busy="true"], [role="dialog"] [aria-busy="true"]') !== null`;
const GRID_ROWS = `document.querySelectorAll('main [role="grid"] tbody tr[data-row]').length`;
const STATEMENT_ROWS = `document.querySelectorAll('main [aria-label="Roll-forward"] tbody tr[data-row]').length`;
const FIRST_ROW = `document.querySelector('main [role="grid"] tbody tr[data-row="0"]')?.textContent`;
const BARS = `document.querySelector('main .recharts-bar-rectangle') !== null`;
const MONTHS = `document.querySelectorAll('main [aria-label="Roll-forward"] thead th').length - 2`;

const rail = (page: Page, name: string) => page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name });

/** Loads the page anew: nothing is kept of what was asked before, so that the core has to answer. */
async function anew(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('main tbody tr[data-row]').first().waitFor();
  await isAtRest(page);
  // What a page does once it stands, such as reading code ahead.
  await page.waitForTimeout(SETTLED_MS);
}

async function atList(page: Page): Promise<void> {
  await anew(page, '/customers');
  await page.evaluate(`globalThis.was = ${FIRST_ROW}`);
}

const SETTLED_MS = 400;
const LETTERS = 'abcdefghijklmnoprst';
const SORTS = ['Customer', 'Country', 'Active since', 'Status'];
const PERIODS = ['12m', '36m', 'all'];
const letterOf = (turn: number): string => LETTERS[turn % LETTERS.length] ?? 'a';
const rowLink = (page: Page, turn: number) =>
  page.locator(`main [role="grid"] tbody tr[data-row="${turn % 12}"] a`).first();

/** What a person does all day, one thing at a time, each asked for the first time since the page was loaded. */
export const INTERACTIONS: readonly Interaction[] = [
  {
    name: 'to Overview',
    before: (page) => anew(page, '/customers'),
    act: (page) => rail(page, 'Overview').click(),
    answered: () => `${isAt('/')} && ${BARS} && ${GRID_ROWS} > 3 && !(${IS_BUSY})`,
  },
  {
    name: 'to Revenue',
    before: (page) => anew(page, '/customers'),
    act: (page) => rail(page, 'Revenue').click(),
    answered: () => `${isAt('/revenue')} && ${BARS} && ${STATEMENT_ROWS} > 3 && !(${IS_BUSY})`,
  },
  {
    name: 'to Customers',
    before: (page) => anew(page, '/'),
    act: (page) => rail(page, 'Customers').click(),
    answered: () => `${isAt('/customers')} && ${GRID_ROWS} > 10 && !(${IS_BUSY})`,
  },
  {
    name: 'period',
    before: async (page) => {
      await anew(page, '/revenue');
      await page.evaluate(`globalThis.was = ${MONTHS}`);
    },
    act: async (page, turn) => {
      await page.getByLabel('Period').selectOption(PERIODS[turn % PERIODS.length] ?? 'all');
    },
    answered: () => `location.search.includes('period=') && ${MONTHS} !== globalThis.was && ${BARS} && !(${IS_BUSY})`,
  },
  {
    name: 'group by plan',
    before: (page) => anew(page, '/revenue'),
    act: (page) => page.getByRole('radio', { name: 'Plan', exact: true }).check({ force: true }),
    answered: () => `document.querySelector('main tbody [aria-expanded]') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'open a figure',
    before: (page) => anew(page, '/revenue'),
    act: (page, turn) =>
      page
        .locator(`main a[href*="show=new"]:not([href*="since="])`)
        .nth(-2 - (turn % 5))
        .click(),
    answered: () => `document.querySelector('[role="dialog"] tbody tr[data-row] a') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'type in the search',
    before: async (page) => {
      await atList(page);
      await page.getByRole('searchbox').focus();
    },
    act: (page, turn) => page.keyboard.press(letterOf(turn)),
    answered: (turn) =>
      `location.search.includes('search=${letterOf(turn)}') && ${FIRST_ROW} !== undefined && !(${IS_BUSY})`,
  },
  {
    name: 'sort',
    before: atList,
    act: (page, turn) => page.getByRole('button', { name: SORTS[turn % SORTS.length] ?? '', exact: true }).click(),
    answered: () => `${FIRST_ROW} !== undefined && ${FIRST_ROW} !== globalThis.was && !(${IS_BUSY})`,
  },
  {
    name: 'filter',
    before: atList,
    act: async (page, turn) => {
      await page.getByRole('combobox', { name: /^Country/ }).selectOption({ index: 1 + (turn % 8) });
    },
    answered: () => `location.search.includes('country=') && ${FIRST_ROW} !== undefined && !(${IS_BUSY})`,
  },
  {
    name: 'open a customer',
    before: atList,
    act: (page, turn) => rowLink(page, turn).click(),
    answered: () =>
      `location.pathname.startsWith('/customers/') && document.querySelector('main .recharts-line-curve') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'back to the list',
    before: async (page, turn) => {
      await atList(page);
      await rowLink(page, turn).click();
      await page.waitForURL('**/customers/**');
      await page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
      await isAtRest(page);
    },
    act: (page) => page.keyboard.press('Alt+ArrowLeft'),
    answered: () => `${isAt('/customers')} && ${GRID_ROWS} > 10 && !(${IS_BUSY})`,
  },
  {
    name: 'find in the palette',
    before: async (page) => {
      await anew(page, '/');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
    },
    act: (page, turn) => page.keyboard.press(letterOf(turn)),
    answered: () => `document.querySelector('[role="dialog"] [role="option"][id*="-found-"]') !== null`,
  },
];
