// How long the screens take to answer: from the key or the click that asks to the picture that answers, measured in
// the page by its own clock.
import type { Page } from 'playwright-core';

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
    const ms = await timeOf(page, () => interaction.act(page, turn), interaction.answered(turn));
    if (turn > 0) times.push(ms);
  }
  return times;
}

const isAt = (path: string): string => `location.pathname === '${path}' && document.querySelector('main h1') !== null`;
const IS_BUSY = `document.querySelector('main [aria-busy="true"]') !== null`;
const GRID_ROWS = `document.querySelectorAll('main [role="grid"] tbody tr[data-row]').length`;
const FIRST_ROW = `document.querySelector('main [role="grid"] tbody tr[data-row="0"]')?.textContent`;

const rail = (page: Page, name: string) => page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name });

async function atArea(page: Page, name: string): Promise<void> {
  await rail(page, name).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.locator('main [role="grid"] tbody tr').first().waitFor();
}

async function atList(page: Page): Promise<void> {
  await rail(page, 'Overview').click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await atArea(page, 'Customers');
  await page.locator(`main [role="grid"] tbody tr[data-row="0"] a`).first().waitFor();
  await page.evaluate(`globalThis.was = ${FIRST_ROW}`);
}

const LETTERS = 'abcdefghijklmnoprst';
const STATUSES = ['Canceled', 'Past due', 'Active', 'Trialing'];

/** What a person does all day, one thing at a time. */
export const INTERACTIONS: readonly Interaction[] = [
  {
    name: 'to Overview',
    before: (page) => atArea(page, 'Customers'),
    act: (page) => rail(page, 'Overview').click(),
    answered: () => `${isAt('/')} && document.querySelector('main .recharts-bar-rectangle') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'to Revenue',
    before: (page) => atArea(page, 'Customers'),
    act: (page) => rail(page, 'Revenue').click(),
    answered: () => `${isAt('/revenue')} && ${GRID_ROWS} > 3 && !(${IS_BUSY})`,
  },
  {
    name: 'to Customers',
    before: (page) => atArea(page, 'Revenue'),
    act: (page) => rail(page, 'Customers').click(),
    answered: () => `${isAt('/customers')} && ${GRID_ROWS} > 10 && !(${IS_BUSY})`,
  },
  {
    name: 'period',
    before: (page) => atArea(page, 'Revenue'),
    act: async (page, turn) => {
      const period = page.getByLabel('Period');
      await period.selectOption({ index: turn % 2 === 0 ? 0 : 2 });
    },
    answered: (turn) => `location.search.includes('period=${turn % 2 === 0 ? '12m' : '36m'}') && !(${IS_BUSY})`,
  },
  {
    name: 'group by plan',
    before: async (page) => {
      await rail(page, 'Overview').click();
      await atArea(page, 'Revenue');
      await page.getByText('Nothing', { exact: true }).last().click();
    },
    act: (page) => page.getByText('Plan', { exact: true }).first().click(),
    answered: () => `document.querySelector('main [aria-expanded]') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'open a figure',
    before: async (page) => {
      await atArea(page, 'Revenue');
    },
    act: (page, turn) =>
      page
        .locator(`main a[href*="show=expansion"]`)
        .nth(-2 - (turn % 5))
        .click(),
    answered: () =>
      `document.querySelector('[role="dialog"] tbody tr a, [role="dialog"] tbody tr [role="link"]') !== null`,
  },
  {
    name: 'type in the search',
    before: async (page) => {
      await atList(page);
      await page.getByRole('searchbox').focus();
    },
    act: (page, turn) => page.keyboard.press(LETTERS[turn % LETTERS.length] ?? 'a'),
    answered: (turn) =>
      `location.search.includes('search=${LETTERS[turn % LETTERS.length] ?? 'a'}') && ${FIRST_ROW} !== undefined && !(${IS_BUSY}) && document.querySelector('main [data-stale]') === null`,
  },
  {
    name: 'sort',
    before: atList,
    act: (page, turn) =>
      page.getByRole('button', { name: ['Customer', 'Country', 'Active since'][turn % 3] ?? '' }).click(),
    answered: () => `${FIRST_ROW} !== undefined && ${FIRST_ROW} !== globalThis.was && !(${IS_BUSY})`,
  },
  {
    name: 'filter',
    before: atList,
    act: (page, turn) => page.getByLabel(new RegExp(`^${STATUSES[turn % 2] ?? ''}`)).click(),
    answered: () => `location.search.includes('status=') && ${FIRST_ROW} !== globalThis.was && !(${IS_BUSY})`,
  },
  {
    name: 'open a customer',
    before: atList,
    act: (page, turn) =>
      page
        .locator(`main [role="grid"] tbody tr[data-row="${turn % 12}"] a`)
        .first()
        .click(),
    answered: () =>
      `location.pathname.startsWith('/customers/') && document.querySelector('main .recharts-line-curve, main .recharts-area-curve') !== null && !(${IS_BUSY})`,
  },
  {
    name: 'back to the list',
    before: async (page, turn) => {
      await atList(page);
      await page
        .locator(`main [role="grid"] tbody tr[data-row="${turn % 12}"] a`)
        .first()
        .click();
      await page.waitForURL('**/customers/**');
      await page.getByRole('heading', { name: 'Subscriptions' }).waitFor();
    },
    act: (page) => page.keyboard.press('Alt+ArrowLeft'),
    answered: () => `${isAt('/customers')} && ${GRID_ROWS} > 10`,
  },
  {
    name: 'find in the palette',
    before: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').last().waitFor();
    },
    act: (page, turn) => page.keyboard.press(LETTERS[turn % LETTERS.length] ?? 'a'),
    answered: () => `document.querySelector('[role="dialog"] [aria-label="Customers"] [role="option"]') !== null`,
  },
];
