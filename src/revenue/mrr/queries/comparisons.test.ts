// Periods and comparisons: totals are the rows added up, and what is compared is what the report of those months says.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, currency, month, monthsBetween } from '../../../kernel/index.ts';
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { movementsReport, overviewFigures } from '../index.ts';
import { companyLedger } from '../testing/company-ledger.ts';
import { histories } from '../testing/histories.ts';
import type { PeriodRow } from './figure-shapes.ts';
import { amountFigure, comparedPeriod, countFigure } from './periods.ts';
import type { FigureRequest, GroupBy, MovementsRow } from './report-shapes.ts';

const RUNS = 8;
const REQUESTS: readonly FigureRequest[] = [{}, { isNative: true }, { currency: currency('EUR') }];
const GROUPINGS: readonly (GroupBy | undefined)[] = [undefined, 'plan', 'country', 'currency'];
const FLOWS = [
  'newMinor',
  'reactivationMinor',
  'expansionMinor',
  'contractionMinor',
  'churnMinor',
  'transferInMinor',
  'transferOutMinor',
  'fxMinor',
  'customersNew',
  'customersReactivated',
  'customersChurned',
  'customersTransferredIn',
  'customersTransferredOut',
] as const satisfies readonly (keyof PeriodRow)[];

function expectAddedUp(whole: PeriodRow, rows: readonly MovementsRow[]): void {
  const own = rows.filter((row) => row.groupId === whole.groupId && row.currency === whole.currency);
  for (const column of FLOWS)
    expect(whole[column], `${whole.group} ${column}`).toBe(own.reduce((sum, row) => sum + Number(row[column]), 0));
  expect(whole.closingMinor).toBe(own.at(-1)?.closingMinor);
  expect(whole.customersClosing).toBe(own.at(-1)?.customersClosing);
  const first = own.find((row) => row.month === whole.from);
  expect(whole.openingMinor).toBe(first?.openingMinor ?? 0);
}

async function period(read: ReadHandle): Promise<{ from: Month; to: Month } | null> {
  const { rows } = await movementsReport(read);
  const from = rows[1]?.month ?? rows[0]?.month;
  const to = rows.at(-1)?.month;
  return from === undefined || to === undefined ? null : { from, to };
}

describe('a report of a period', () => {
  test('has the rows of its months and their sums, whatever it is grouped by', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        const asked = await period(ledger.read);
        for (const request of asked === null ? [] : REQUESTS) {
          const plain = await movementsReport(ledger.read, { ...request, ...asked });
          for (const row of plain.totals) expectAddedUp(row, plain.rows);
          expect([plain.monthTotals, plain.groupTotals]).toEqual([[], []]);
          for (const groupBy of GROUPINGS.slice(1)) {
            const grouped = await movementsReport(ledger.read, { ...request, ...asked, groupBy });
            expect(grouped.monthTotals).toEqual(plain.rows);
            expect(grouped.totals).toEqual(plain.totals);
            for (const row of grouped.groupTotals) expectAddedUp(row, grouped.rows);
          }
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('is compared with what the report of the other months says', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.constantFrom(...GROUPINGS), async (company, groupBy) => {
        const { ledger, close } = await companyLedger(company);
        const last = (await movementsReport(ledger.read)).rows.at(-1)?.month;
        for (const request of last === undefined ? [] : REQUESTS) {
          const asked = { ...request, groupBy, from: last, to: last };
          const { compared } = await movementsReport(ledger.read, { ...asked, compare: 'before' });
          const before = addMonths(last ?? month('2024-01'), -1);
          const known = (await movementsReport(ledger.read, request)).rows.some((row) => row.month === before);
          if (!known) expect(compared).toBeNull();
          else {
            const { rows, totals, groupTotals, monthTotals } = await movementsReport(ledger.read, {
              ...asked,
              from: before,
              to: before,
            });
            expect(compared).toMatchObject({ from: before, to: before, rows, totals, groupTotals, monthTotals });
          }
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });
});

test('the Overview says what the report of its months says', async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.constantFrom('before' as const, 'year' as const), async (company, compare) => {
      const { ledger, close } = await companyLedger(company);
      const asked = await period(ledger.read);
      if (asked !== null) {
        const figures = await overviewFigures(ledger.read, { ...asked, compare });
        const report = await movementsReport(ledger.read, { ...asked, compare });
        const [now] = report.totals;
        const [before] = report.compared?.totals ?? [];
        const netNew = (row: PeriodRow | undefined) =>
          Number(row?.newMinor ?? 0) +
          Number(row?.reactivationMinor ?? 0) +
          Number(row?.expansionMinor ?? 0) -
          Number(row?.contractionMinor ?? 0) -
          Number(row?.churnMinor ?? 0);
        expect(figures.mrr).toEqual(amountFigure(now?.closingMinor ?? 0, before?.closingMinor ?? 0));
        expect(figures.netNew).toEqual(amountFigure(netNew(now), netNew(before)));
        expect(figures.churn).toEqual(amountFigure(now?.churnMinor ?? 0, before?.churnMinor ?? 0));
        expect(figures.customers).toEqual(countFigure(now?.customersClosing ?? 0, before?.customersClosing ?? 0));
        expect(figures).toMatchObject({ from: asked.from, month: asked.to });
      }
      await close();
    }),
    { numRuns: RUNS },
  );
});

test('a period is compared with as many months before it, or with its months a year before', () => {
  const asked = { from: month('2026-01'), to: month('2026-03') };
  expect(comparedPeriod(asked, 'none')).toBeNull();
  expect(comparedPeriod(asked, 'before')).toEqual({ from: '2025-10', to: '2025-12' });
  expect(comparedPeriod(asked, 'year')).toEqual({ from: '2025-01', to: '2025-03' });
  expect(monthsBetween(asked.from, asked.to)).toBe(2);
});

test('a change is told exactly, its rate to hundredths of a percent, half away from zero', () => {
  expect(amountFigure(1100, 1000)).toMatchObject({ changeMinor: 100, changeRate: '0.1000' });
  expect(amountFigure(20_001, 20_000)).toMatchObject({ changeMinor: 1, changeRate: '0.0001' });
  expect(amountFigure(19_999, 20_000)).toMatchObject({ changeMinor: -1, changeRate: '-0.0001' });
  expect(amountFigure(50, -100)).toMatchObject({ changeMinor: 150, changeRate: '1.5000' });
  expect(amountFigure(50, 0)).toMatchObject({ changeMinor: 50, changeRate: null });
  expect(amountFigure(null, 100)).toMatchObject({ changeMinor: null, changeRate: null });
  expect(countFigure(3, null)).toEqual({ count: 3, comparedCount: null, changeCount: null, changeRate: null });
});
