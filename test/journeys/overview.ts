// The Overview: its figures are what the command line reports, its table adds up, and each number opens down to an
// invoice line and the Stripe object.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { numberIn, numbersIn } from '../e2e/screen.ts';
import type { Company, MovementsRow } from './company.ts';
import { allNumbers, atScreen, goTo, sum } from './steps.ts';
import type { Surface } from './surface.ts';

const AMOUNTS = [
  'openingMinor',
  'newMinor',
  'reactivationMinor',
  'expansionMinor',
  'contractionMinor',
  'churnMinor',
  'fxMinor',
  'closingMinor',
] as const;
const COUNTS = [
  'customersOpening',
  'customersNew',
  'customersReactivated',
  'customersChurned',
  'customersClosing',
] as const;
const LOSSES: ReadonlySet<string> = new Set(['contractionMinor', 'churnMinor', 'customersChurned']);
const PERIOD_MONTHS = 24;

const rowsReport = z.object({ rows: z.array(z.object({ customerId: z.string(), amountMinor: z.number() })) });
const storedInvoice = z.object({
  lines: z.object({ data: z.array(z.looseObject({ id: z.string(), amount: z.number() })) }),
});

/** The figures on top and both tables are the report. */
export async function figuresAreTheReport(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const report = await company.movements();
  const last = report.rows.at(-1);
  await goTo(surface, '/', 'Overview');
  const mrr = await numberIn(page.getByRole('link', { name: /^MRR:/ }));
  expect(mrr).toBe(last?.closingMinor);
  expect(mrr).toBeGreaterThan(0);
  expect(await numberIn(page.getByRole('link', { name: /^Active customers:/ }))).toBe(last?.['customersClosing']);
  expect(await numberIn(page.getByRole('link', { name: /^Net new MRR/ }))).toBe(netOf(last));

  const shown = await tableRows(page, AMOUNTS);
  const reported = report.rows.slice(-PERIOD_MONTHS).toReversed();
  shown.forEach((row, index) => {
    expect(row).toEqual(picked(reported[index], AMOUNTS));
    expect(closingOf(row), reported[index]?.month).toBe(row['closingMinor']);
    if (index > 0) expect(row['closingMinor']).toBe(shown[index - 1]?.['openingMinor']);
  });

  await page.getByRole('group', { name: 'Table of' }).getByRole('radio', { name: 'Customers' }).check();
  await page.getByRole('columnheader', { name: 'Reactivated' }).waitFor();
  const counted = await tableRows(page, COUNTS);
  expect(counted).toEqual(reported.map((row) => picked(row, COUNTS)));
  for (const row of counted) {
    const of = (field: (typeof COUNTS)[number]): number => row[field] ?? Number.NaN;
    expect(of('customersOpening') + of('customersNew') + of('customersReactivated') - of('customersChurned')).toBe(
      of('customersClosing'),
    );
  }
  await page.goBack();
  await page.getByRole('columnheader', { name: 'FX' }).waitFor();
}

/** A movement opens onto rows that sum to it, a row onto the customer, and on to a line and its Stripe object. */
export async function movementOpensToStripe(surface: Surface, company: Company): Promise<void> {
  const { page } = surface;
  const report = await company.movements();
  const month = report.rows.findLast(
    (row) => Number(row['expansionMinor']) > 0 && row.month < report.dataThrough.slice(0, 7),
  )?.month;
  await goTo(surface, '/', 'Overview');
  const cell = page.locator(`main a[href$="?show=expansion&month=${month}"]`).first();
  const figure = await numberIn(cell);
  await cell.click();
  const panel = page.getByRole('dialog');
  await panel.locator('tbody tr[data-row] a').first().waitFor();
  const asked = ['--month', month ?? '', '--kind', 'expansion', '--format', 'json'];
  const reported = rowsReport.parse(JSON.parse(await company.text('rows', ...asked)));
  expect(await numberIn(panel)).toBe(figure);
  const amounts = await allNumbers(panel.locator('table').first());
  expect(amounts).toEqual(reported.rows.map(({ amountMinor }) => amountMinor));
  expect(sum(amounts)).toBe(figure);
  await opensToStripe(page);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await atScreen(page, 'Overview');
}

async function opensToStripe(page: Page): Promise<void> {
  const panel = page.getByRole('dialog');
  await panel.locator('tbody tr[data-row] a').first().click();
  await panel.getByText('Spans of MRR').first().waitFor();
  await panel.getByLabel('Invoice lines').getByRole('link').first().click();
  await panel.getByText('Service period').waitFor();
  const pane = panel.locator('section:not([inert])').last();
  const amount = await numberIn(pane);
  const lineId = new URL(page.url()).searchParams.get('line') ?? '';
  expect(lineId).not.toBe('');
  await pane.getByRole('link', { name: /^in_/ }).click();
  const stored = panel.locator('pre');
  await stored.waitFor();
  const invoice = storedInvoice.parse(JSON.parse((await stored.textContent()) ?? ''));
  expect(invoice.lines.data.find(({ id }) => id === lineId)?.amount).toBe(amount);
  await page.goBack();
  await panel.getByText('Service period').waitFor();
}

/** The table's cells, newest month first, as the report has them: losses as positive numbers. */
async function tableRows(page: Page, fields: readonly string[]): Promise<Record<string, number>[]> {
  const rows = page.getByRole('table', { name: /^Roll-forward/ }).or(page.getByRole('grid', { name: /^Roll-forward/ }));
  const numbers = await numbersIn(rows.locator('tbody tr[data-row] data'));
  expect(numbers.length).toBe(PERIOD_MONTHS * fields.length);
  return Array.from({ length: PERIOD_MONTHS }, (_, month) =>
    Object.fromEntries(
      fields.map((field, column) => {
        const shown = numbers[month * fields.length + column] ?? Number.NaN;
        return [field, LOSSES.has(field) ? 0 - shown : shown];
      }),
    ),
  );
}

function picked(row: MovementsRow | undefined, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row?.[field]]));
}

function netOf(row: Readonly<Record<string, unknown>> | undefined): number {
  const of = (field: string): number => Number(row?.[field]);
  return of('newMinor') + of('reactivationMinor') + of('expansionMinor') - of('contractionMinor') - of('churnMinor');
}

function closingOf(row: Readonly<Record<string, unknown>>): number {
  return Number(row['openingMinor']) + netOf(row) + Number(row['fxMinor']);
}
