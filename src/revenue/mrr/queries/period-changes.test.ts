// What changed between two periods, losses below zero.
import { expect, it } from 'vitest';
import type { PeriodRow } from './figure-shapes.ts';
import { periodChanges } from './period-changes.ts';

const NOTHING = {
  openingMinor: 0,
  newMinor: 0,
  reactivationMinor: 0,
  expansionMinor: 0,
  contractionMinor: 0,
  churnMinor: 0,
  transferInMinor: 0,
  transferOutMinor: 0,
  fxMinor: 0,
  closingMinor: 0,
  customersOpening: 0,
  customersNew: 0,
  customersReactivated: 0,
  customersChurned: 0,
  customersTransferredIn: 0,
  customersTransferredOut: 0,
  customersClosing: 0,
};
const row = (fields: Partial<PeriodRow>) => ({ groupId: null, currency: 'USD', ...NOTHING, ...fields }) as PeriodRow;
const totals = (rows: PeriodRow[], groupTotals: PeriodRow[] = []) => ({ totals: rows, groupTotals });

it('tells a loss that grew as a change for the worse', () => {
  const [change] = periodChanges(
    totals([row({ newMinor: 150, churnMinor: 30 })]),
    totals([row({ newMinor: 100, churnMinor: 20 })]),
  );
  expect(change?.lines.newMinor).toEqual({ change: 50, rate: '0.5000' });
  expect(change?.lines.churnMinor).toEqual({ change: -10, rate: '-0.5000' });
});

it('compares a group that had not begun with nothing, and never guesses where a rate is missing', () => {
  const groupId = 'prod_1';
  const [, begun] = periodChanges(
    totals([row({})], [row({ groupId, closingMinor: 70, fxMinor: null })]),
    totals([row({})], []),
  );
  expect(begun).toMatchObject({ groupId, currency: 'USD' });
  expect(begun?.lines.closingMinor).toEqual({ change: 70, rate: null });
  expect(begun?.lines.fxMinor).toEqual({ change: null, rate: null });
});
