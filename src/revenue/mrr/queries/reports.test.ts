// Every printed figure adds up: rows, chains of months, groups, and the rows behind each cell.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { customersReport, movementsReport, overviewFigures, rowsReport } from '../index.ts';
import { companyLedger } from '../testing/company-ledger.ts';
import { histories } from '../testing/histories.ts';
import type { FigureRequest, GroupBy, MovementsRow, RollForwardKind } from './report-shapes.ts';

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

async function expectCellsOpen(read: ReadHandle, request: FigureRequest, groupBy: GroupBy | undefined): Promise<void> {
  const report = await movementsReport(read, { ...request, groupBy });
  for (const row of report.rows) {
    for (const [kind, column] of AMOUNTS) {
      const currency = request.isNative === true ? { currency: row.currency } : {};
      const rows = await rowsReport(read, {
        ...request,
        ...currency,
        month: row.month,
        kind,
        groupBy,
        group: row.groupId ?? undefined,
      });
      expect(rows.totalMinor, `${row.month} ${row.group} ${kind}`).toBe(row[column]);
      expect(rows.rows.reduce((sum, line) => sum + Number(line.amountMinor), 0)).toBe(row[column]);
    }
  }
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

  test('the customers of every group sum to its closing balance, and count as many', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (company) => {
        const { ledger, close } = await companyLedger(company);
        for (const request of REQUESTS) {
          for (const groupBy of ['plan', 'country', 'currency'] as const) {
            for (const row of (await movementsReport(ledger.read, { ...request, groupBy })).rows) {
              const of = {
                ...request,
                ...(request.isNative === true ? { currency: row.currency } : {}),
                month: row.month as Month,
                groupBy,
                group: row.groupId ?? undefined,
              };
              const customers = await customersReport(ledger.read, of);
              const sum = customers.rows.reduce((total, line) => total + Number(line.mrrMinor), 0);
              // A group that nobody is in can still print the minor unit by which groups sum to the whole.
              if (customers.total === 0) expect(Math.abs(row.closingMinor ?? 0)).toBeLessThanOrEqual(1);
              else expect(sum, `${row.month} ${row.group}`).toBe(row.closingMinor);
              expect(customers.total).toBe(row.customersClosing);
              const joined = await customersReport(ledger.read, { ...of, kind: 'new' });
              expect(joined.total, `${row.month} ${row.group}`).toBe(row.customersNew);
            }
          }
        }
        await close();
      }),
      { numRuns: 3 },
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
