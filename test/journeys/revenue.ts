// Revenue: every figure of the statement is the command line's for the question that the figure opens, and opens it.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { numberIn } from '../e2e/screen.ts';
import type { Company, MovementsRow } from './company.ts';
import { allNumbers, goTo, numberOf, sum } from './steps.ts';
import type { Surface } from './surface.ts';

interface Cell {
  readonly show: string;
  /** The first month, where the figure is of several; they are the same otherwise. */
  readonly since: string;
  readonly month: string;
  /** The group, or the currency of a whole that is not converted. */
  readonly group: string | null;
  readonly shown: number;
  readonly href: string;
}

/** The field of the report for what a cell opens; losses come as positive numbers and are shown with their minus. */
const FIELDS: Readonly<Record<string, readonly [field: string, sign: 1 | -1]>> = {
  mrr: ['closingMinor', 1],
  new: ['newMinor', 1],
  reactivation: ['reactivationMinor', 1],
  expansion: ['expansionMinor', 1],
  contraction: ['contractionMinor', -1],
  churn: ['churnMinor', -1],
  transfer_in: ['transferInMinor', 1],
  transfer_out: ['transferOutMinor', -1],
  fx: ['fxMinor', 1],
};
const MONTHS = 12;

/** All figures of all plans over a year, converted. */
export async function plansAreTheReport(surface: Surface, company: Company): Promise<void> {
  const [from, to] = await yearOf(company);
  await goTo(surface, '/revenue?period=12m&by=plan&lines=all', 'Revenue');
  const before = monthBefore(from);
  const whole = await company.movements('--from', before, '--to', to);
  const groups = await company.movements('--from', before, '--to', to, '--group-by', 'plan');
  const cells = await cellsOf(surface.page);
  expect(new Set(cells.map(({ group }) => group)).size, 'groups and their whole').toBeGreaterThan(3);
  expect(cells.length).toBeGreaterThan(MONTHS * 8 * 4);
  expectReported(cells, [...whole.rows, ...groups.rows]);
}

/** All figures of all currencies over a year, each in its own. */
export async function currenciesAreTheReport(surface: Surface, company: Company): Promise<void> {
  const [from, to] = await yearOf(company);
  await goTo(surface, '/revenue?period=12m&by=currency&currency=native&lines=all', 'Revenue');
  const before = monthBefore(from);
  const report = await company.movements('--from', before, '--to', to, '--native', '--group-by', 'currency');
  const cells = await cellsOf(surface.page);
  expect(new Set(cells.map(({ group }) => group)).size).toBeGreaterThan(2);
  expectReported(cells, report.rows);
}

/** A movement and a balance of a plan open onto rows that sum to them, and a row opens the customer. */
export async function cellsOpenTheirRows(surface: Surface): Promise<void> {
  await goTo(surface, '/revenue?period=12m&by=plan&lines=all', 'Revenue');
  const { page } = surface;
  const cells = await cellsOf(page);
  for (const show of ['expansion', 'churn', 'mrr']) {
    const cell = cells.findLast((one) => one.show === show && one.group !== null && one.shown !== 0);
    if (cell === undefined) throw new Error(`no figure of ${show} in a group`);
    await page.locator(`main a[href="${cell.href}"]`).last().click();
    const panel = page.getByRole('dialog');
    await panel.locator('tbody tr[data-row] a').first().waitFor();
    expect(await numberIn(panel), `${show} of ${cell.group}`).toBe(cell.shown);
    expect(sum(await allNumbers(panel.locator('table').first())), `rows of ${show} of ${cell.group}`).toBe(cell.shown);
    await panel.locator('tbody tr[data-row] a').first().click();
    await panel.getByText('Spans of MRR').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  }
}

/** What the links of the statement show and open, those out of sight scrolled to. */
async function cellsOf(page: Page): Promise<Cell[]> {
  const statement = page.locator('main table[aria-rowcount]').first();
  await statement.locator('a').first().waitFor();
  const found = new Map<string, string>();
  const rows = Number(await statement.getAttribute('aria-rowcount')) - 1;
  const seen = new Set<number>();
  while (seen.size < rows) {
    const before = seen.size;
    const look = async (): Promise<number> => {
      for (const { row, texts } of await statement.evaluate(rowsInSight)) {
        seen.add(row);
        for (const [href, text] of texts) found.set(`${row} ${href}`, text);
      }
      return seen.size;
    };
    await expect.poll(look).toBeGreaterThan(before);
    await statement.evaluate(scrollOn);
  }
  return [...found].flatMap(([place, text]) => {
    const href = place.slice(place.indexOf(' ') + 1);
    const search = new URLSearchParams(href.slice(href.indexOf('?')));
    const [show, month] = [search.get('show'), search.get('month')];
    if (show === null || month === null || text === 'n/a') return [];
    const since = search.get('since') ?? month;
    return [{ show, since, month, group: search.get('group') ?? search.get('billed'), shown: numberOf(text), href }];
  });
}

interface StatementElement {
  readonly parentElement: { scrollTop: number; readonly clientHeight: number };
  querySelectorAll(selector: 'tbody tr[data-row]'): Iterable<{
    readonly dataset: Readonly<Record<string, string>>;
    querySelectorAll(selector: 'a'): Iterable<{ getAttribute(name: 'href'): string; readonly textContent: string }>;
  }>;
}

function rowsInSight(table: unknown): { row: number; texts: [href: string, text: string][] }[] {
  return [...(table as StatementElement).querySelectorAll('tbody tr[data-row]')].map((row) => ({
    row: Number(row.dataset['row']),
    texts: [...row.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent]),
  }));
}

function scrollOn(table: unknown): void {
  const { parentElement: place } = table as StatementElement;
  place.scrollTop += place.clientHeight * 0.7;
}

function expectReported(cells: readonly Cell[], rows: readonly MovementsRow[]): void {
  for (const { show, since, month, group, shown } of cells) {
    const [field, sign] = FIELDS[show] ?? [];
    if (field === undefined || sign === undefined) throw new Error(`no field of the report for ${show}`);
    const months = rows.filter((row) => row.month >= since && row.month <= month && (row['groupId'] ?? null) === group);
    // A group that had not begun has no row, and nothing in it.
    const reported = sum(months.map((row) => Number(row[field] ?? 0)));
    expect(shown, `${show} of ${group ?? 'all'}, ${since} to ${month}`).toBe(reported * sign + 0);
  }
}

async function yearOf(company: Company): Promise<readonly [from: string, to: string]> {
  const { rows } = await company.movements();
  return [rows.at(-MONTHS)?.month ?? '', rows.at(-1)?.month ?? ''];
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
