// A newcomer's first minutes, in a real browser: the program starts, shows the MRR, and the number opens down to an
// invoice line and the Stripe object; every sum is checked, and the command line says the same.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openBrowser } from './browser.ts';
import { askJson, type Program, startProgram } from './program.ts';
import { expectAccessible, numberIn, numbersIn, openScreen, type Screen } from './screen.ts';

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
const LOSSES: ReadonlySet<string> = new Set(['contractionMinor', 'churnMinor', 'customersChurned']);
const COUNTS = [
  'customersOpening',
  'customersNew',
  'customersReactivated',
  'customersChurned',
  'customersClosing',
] as const;
const PERIOD_MONTHS = 24;

const movements = z.object({
  currency: z.string(),
  dataThrough: z.string(),
  rows: z.array(
    z
      .object(Object.fromEntries([...AMOUNTS, ...COUNTS].map((field) => [field, z.number()])))
      .and(z.object({ month: z.string() })),
  ),
});
const rowsReport = z.object({ rows: z.array(z.object({ customerId: z.string(), amountMinor: z.number() })) });

describe('the Overview, as npm start opens it', () => {
  let program: Program;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  let report: z.infer<typeof movements>;

  beforeAll(async () => {
    program = await startProgram();
    browser = await openBrowser();
    screen = await openScreen(browser, new URL(program.link).origin);
    page = screen.page;
    await page.goto(program.link);
    await page.getByRole('table').first().waitFor();
    report = movements.parse(
      await askJson('report', 'movements', '--ledger', program.ledger, '--format', 'json', '--out', '-'),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  /** The table's cells, newest month first, as the report has them: losses as positive numbers. */
  async function tableRows(fields: readonly string[]): Promise<Record<string, number>[]> {
    const rows = page.getByRole('table').first().locator('tbody tr');
    const numbers = await numbersIn(rows.locator('data'));
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

  test('shows the figures that the command line reports', async () => {
    const last = report.rows.at(-1);
    const before = report.rows.at(-2);
    const mrr = await numberIn(page.getByRole('link', { name: /^MRR:/ }));
    expect(mrr).toBe(last?.closingMinor);
    expect(mrr).toBeGreaterThan(0);
    expect(await numberIn(page.getByRole('link', { name: /^Active customers:/ }))).toBe(last?.customersClosing);
    expect(await numberIn(page.getByRole('link', { name: /^Net new MRR/ }))).toBe(netOf(last));
    expect(before).toBeDefined();
  });

  test('has a table whose rows are the report and add up', async () => {
    const shown = await tableRows(AMOUNTS);
    const reported = report.rows.slice(-PERIOD_MONTHS).toReversed();
    shown.forEach((row, index) => {
      expect(row).toEqual(picked(reported[index], AMOUNTS));
      expect(closingOf(row), reported[index]?.month).toBe(row['closingMinor']);
      if (index > 0) expect(row['closingMinor']).toBe(shown[index - 1]?.['openingMinor']);
    });
  });

  test('counts customers in a table that adds up too', async () => {
    await page.goto(`${new URL(page.url()).origin}/?table=customers`);
    await page.getByRole('columnheader', { name: 'Reactivated' }).waitFor();
    const shown = await tableRows(COUNTS);
    expect(shown).toEqual(
      report.rows
        .slice(-PERIOD_MONTHS)
        .toReversed()
        .map((row) => picked(row, COUNTS)),
    );
    for (const row of shown) {
      const closing =
        (row['customersOpening'] ?? 0) +
        (row['customersNew'] ?? 0) +
        (row['customersReactivated'] ?? 0) -
        (row['customersChurned'] ?? 0);
      expect(closing).toBe(row['customersClosing']);
    }
    await page.goBack();
    await page.getByRole('columnheader', { name: 'FX' }).waitFor();
  });

  test('opens a movement onto rows that sum to it, down to an invoice line and its Stripe object', async () => {
    const month = report.rows.findLast(
      ({ expansionMinor, month: name }) => (expansionMinor ?? 0) > 0 && name < report.dataThrough.slice(0, 7),
    );
    expect(month).toBeDefined();
    const cell = page.locator(`a[href="/?show=expansion&month=${month?.month}"]`).first();
    const figure = await numberIn(cell);
    await cell.click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('table').waitFor();

    const reported = rowsReport.parse(
      await askJson(
        'report',
        'rows',
        '--ledger',
        program.ledger,
        '--month',
        month?.month ?? '',
        '--kind',
        'expansion',
        '--format',
        'json',
        '--out',
        '-',
      ),
    );
    expect(await numberIn(panel)).toBe(figure);
    expect(sum(reported.rows.map(({ amountMinor }) => amountMinor))).toBe(figure);
    const drawn = await numbersIn(panel.locator('tbody data'));
    expect(drawn).toEqual(reported.rows.slice(0, drawn.length).map(({ amountMinor }) => amountMinor));
    if (drawn.length === reported.rows.length) expect(sum(drawn)).toBe(figure);
    await expectAccessible(page);

    await panel.getByRole('rowheader').getByRole('link').first().click();
    const spans = panel.getByRole('table', { name: 'Spans of MRR' });
    await spans.waitFor();
    await panel.getByRole('table', { name: 'Invoice lines' }).getByRole('link').first().click();
    const line = panel.getByRole('region', { name: 'line' }).or(panel.locator('section:not([hidden])'));
    await panel.getByText('Service period').waitFor();
    const amount = await numberIn(line.last());
    const lineId = new URL(page.url()).searchParams.get('line') ?? '';
    expect(lineId).not.toBe('');

    await panel.getByRole('link', { name: /^in_/ }).click();
    const stored = panel.locator('pre');
    await stored.waitFor();
    const invoice = z
      .object({ lines: z.object({ data: z.array(z.looseObject({ id: z.string(), amount: z.number() })) }) })
      .parse(JSON.parse((await stored.textContent()) ?? ''));
    expect(invoice.lines.data.find(({ id }) => id === lineId)?.amount).toBe(amount);
    await expectAccessible(page);

    await page.goBack();
    await panel.getByText('Service period').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  test.each(['light', 'dark'] as const)('has nothing serious for axe, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  });

  test('says so at an address that leads nowhere, however deep', async () => {
    await page.goto(new URL('/customers/nobody', program.link).href);
    await page.getByRole('heading', { name: 'There is no such screen' }).waitFor();
  });

  test('asked for nothing outside the machine and complained about nothing', () => {
    expect(screen.strangers).toEqual([]);
    expect(screen.complaints).toEqual([]);
  });

  test('lets nobody else in', async () => {
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    expect((await other.goto(program.link))?.status(), 'a link works once').toBe(401);
    expect((await other.request.get(`${new URL(program.link).origin}/trpc/workspace.status`)).status()).toBe(401);
    await stranger.close();
  });
});

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function picked(
  row: Readonly<Record<string, unknown>> | undefined,
  fields: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, row?.[field]]));
}

function netOf(row: Readonly<Record<string, unknown>> | undefined): number {
  const of = (field: string): number => Number(row?.[field]);
  return of('newMinor') + of('reactivationMinor') + of('expansionMinor') - of('contractionMinor') - of('churnMinor');
}

function closingOf(row: Readonly<Record<string, unknown>>): number {
  return Number(row['openingMinor']) + netOf(row) + Number(row['fxMinor']);
}
