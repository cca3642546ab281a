// Every printed figure adds up: rows, chains of months, groups, and the rows behind each cell.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { customersReport, movementsReport, overviewFigures, rowsReport } from '../index.ts';
import { companyLedger } from '../testing/company-ledger.ts';
import { histories } from '../testing/histories.ts';
import type {
  CountedKind,
  FigureRequest,
  GroupBy,
  MonthsRequest,
  MovementsRow,
  RollForwardKind,
} from './report-shapes.ts';

const RUNS = 12;

const AMOUNTS = [
  ['new', 'newMinor'],
  ['reactivation', 'reactivationMinor'],
  ['expansion', 'expansionMinor'],
  ['contraction', 'contractionMinor'],
  ['churn', 'churnMinor'],
  ['transfer_in', 'transferInMinor'],
  ['transfer_out', 'transferOutMinor'],
  ['fx', 'fxMinor'],
] as const satisfies readonly (readonly [RollForwardKind, keyof MovementsRow])[];

const COUNTS = [
  ['customers_new', 'customersNew'],
  ['customers_reactivated', 'customersReactivated'],
  ['customers_churned', 'customersChurned'],
  ['customers_transferred_in', 'customersTransferredIn'],
  ['customers_transferred_out', 'customersTransferredOut'],
] as const satisfies readonly (readonly [CountedKind, keyof MovementsRow])[];

function expectRowAddsUp(row: MovementsRow): void {
  const closing =
    Number(row.openingMinor) +
    Number(row.newMinor) +
    Number(row.reactivationMinor) +
    Number(row.expansionMinor) -
    Number(row.contractionMinor) -
    Number(row.churnMinor) +
    Number(row.transferInMinor) -
    Number(row.transferOutMinor) +
    Number(row.fxMinor);
  expect(row.closingMinor, `${row.month} ${row.group}`).toBe(closing);
  for (const [kind, column] of AMOUNTS)
    if (kind !== 'fx') expect(row[column], `${row.month} ${column}`).toBeGreaterThanOrEqual(0);
  expect(
    row.customersOpening +
      row.customersNew +
      row.customersReactivated +
      row.customersTransferredIn -
      row.customersChurned -
      row.customersTransferredOut,
  ).toBe(row.customersClosing);
}

function expectChain(rows: readonly MovementsRow[]): void {
  for (const group of Map.groupBy(rows, (row) => `${row.groupId} ${row.currency}`).values()) {
    for (const [index, row] of group.entries()) {
      const before = group[index - 1];
      expect(row.openingMinor).toBe(before?.closingMinor ?? 0);
      expect(row.customersOpening).toBe(before?.customersClosing ?? 0);
    }
  }
}

async function expectGroupsSum(read: ReadHandle, request: FigureRequest, groupBy: GroupBy): Promise<void> {
  const plain = await movementsReport(read, request);
  const grouped = await movementsReport(read, { ...request, groupBy });
  for (const row of grouped.rows) expectRowAddsUp(row);
  expectChain(grouped.rows);
  for (const row of plain.rows) {
    const groups = grouped.rows.filter((other) => other.month === row.month && other.currency === row.currency);
    const sum = (column: keyof MovementsRow) => groups.reduce((total, group) => total + Number(group[column]), 0);
    for (const [kind, column] of AMOUNTS)
      if (!kind.startsWith('transfer')) expect(sum(column), `${row.month} ${column}`).toBe(row[column]);
    expect(sum('transferInMinor')).toBe(sum('transferOutMinor'));
    expect(sum('openingMinor')).toBe(row.openingMinor);
    expect(sum('closingMinor')).toBe(row.closingMinor);
  }
}

type Line = Omit<MovementsRow, 'month'>;
type Grouped = FigureRequest & { readonly groupBy: GroupBy | undefined };

/** What opens a line: its group, in a native report its currency, and its months. */
function behind(request: Grouped, line: Line, months: MonthsRequest) {
  const currency = request.isNative === true ? { currency: line.currency } : {};
  return { ...request, ...currency, ...months, group: line.groupId ?? undefined };
}

async function expectRowsOf(read: ReadHandle, request: Grouped, line: Line, months: MonthsRequest): Promise<void> {
  for (const [kind, column] of AMOUNTS) {
    const rows = await rowsReport(read, { ...behind(request, line, months), kind });
    expect(rows.totalMinor, `${JSON.stringify(months)} ${line.group} ${kind}`).toBe(line[column]);
    expect(rows.rows.reduce((sum, row) => sum + Number(row.amountMinor), 0)).toBe(line[column]);
  }
}

async function expectCustomersOf(read: ReadHandle, request: Grouped, line: Line, months: MonthsRequest) {
  const of = behind(request, line, months);
  const customers = await customersReport(read, of);
  const sum = customers.rows.reduce((all, row) => all + Number(row.mrrMinor), 0);
  // What rounding leaves of a group that nobody is in any more has no rows.
  if (line.customersClosing === 0) expect(Math.abs(Number(line.closingMinor))).toBeLessThanOrEqual(1);
  else expect(sum).toBe(line.closingMinor);
  expect(customers.total).toBe(line.customersClosing);
  for (const [kind, column] of COUNTS) {
    const counted = await customersReport(read, { ...of, kind });
    expect(counted.rows, `${JSON.stringify(of)} ${kind}`).toHaveLength(line[column]);
    for (const { countedIn } of counted.rows) expect(countedIn).toMatch(/^2024-0[1-6]$/);
  }
}

async function expectCellsOpen(read: ReadHandle, request: FigureRequest, groupBy: GroupBy | undefined): Promise<void> {
  for (const row of (await movementsReport(read, { ...request, groupBy })).rows)
    await expectRowsOf(read, { ...request, groupBy }, row, { month: row.month });
}

const REQUESTS: readonly FigureRequest[] = [
  {},
  { isNative: true },
  { currency: 'EUR' as NonNullable<FigureRequest['currency']> },
];

describe('printed reports', () => {
  test('rows add up, months chain, groups sum to the row without groups', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          const { rows } = await movementsReport(ledger.read, request);
          for (const row of rows) expectRowAddsUp(row);
          expectChain(rows);
          for (const groupBy of ['plan', 'country', 'currency'] as const)
            await expectGroupsSum(ledger.read, request, groupBy);
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('the rows behind every cell sum to it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          for (const groupBy of [undefined, 'plan', 'country', 'currency'] as const)
            await expectCellsOpen(ledger.read, request, groupBy);
        }
        await close();
      }),
      { numRuns: 4 },
    );
  });

  test('the customers of every month sum to its closing balance, and count as many', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          for (const row of (await movementsReport(ledger.read, request)).rows) {
            const customers = await customersReport(ledger.read, {
              ...request,
              ...(request.isNative === true ? { currency: row.currency } : {}),
              month: row.month as Month,
            });
            expect(customers.rows.reduce((sum, line) => sum + Number(line.mrrMinor), 0)).toBe(row.closingMinor);
            expect(customers.total).toBe(row.customersClosing);
            expect(customers.rows.every((line) => line.activeSince !== null)).toBe(true);
          }
        }
        await close();
      }),
      { numRuns: RUNS },
    );
  });

  test('the customers of every group sum to its closing balance and count as many, and every count opens', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          for (const groupBy of [undefined, 'plan', 'country', 'currency'] as const) {
            for (const row of (await movementsReport(ledger.read, { ...request, groupBy })).rows)
              await expectCustomersOf(ledger.read, { ...request, groupBy }, row, { month: row.month });
          }
        }
        await close();
      }),
      { numRuns: 2 },
    );
  });

  test('the rows and customers behind every total of a period sum to it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          for (const groupBy of [undefined, 'plan', 'country', 'currency'] as const) {
            const { from, to, totals, groupTotals } = await movementsReport(ledger.read, { ...request, groupBy });
            if (from === null || to === null) continue;
            for (const row of groupBy === undefined ? totals : groupTotals) {
              await expectRowsOf(ledger.read, { ...request, groupBy }, row, { from, to });
              await expectCustomersOf(ledger.read, { ...request, groupBy }, row, { from, to });
            }
          }
        }
        await close();
      }),
      { numRuns: 4 },
    );
  });

  test('what was known on the last day is what is known', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const groupBy of [undefined, 'plan'] as const) {
          const known = await movementsReport(ledger.read, {
            groupBy,
            knownOn: '2024-07-01' as NonNullable<FigureRequest['knownOn']>,
          });
          expect(known.rows).toEqual((await movementsReport(ledger.read, { groupBy })).rows);
        }
        const last = (await movementsReport(ledger.read)).rows.at(-1);
        const figures = await overviewFigures(ledger.read);
        expect([figures.mrr.valueMinor, figures.customers.count]).toEqual([
          last?.closingMinor ?? 0,
          last?.customersClosing ?? 0,
        ]);
        await close();
      }),
      { numRuns: RUNS },
    );
  });
});
