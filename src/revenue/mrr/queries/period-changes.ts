// What changed from the period compared with to the period, line by line of the roll-forward.
import type { AmountFigure, MovementsPeriod, PeriodChange, PeriodRow } from './figure-shapes.ts';
import { amountFigure } from './periods.ts';

const LOSSES = [
  'contractionMinor',
  'churnMinor',
  'transferOutMinor',
  'customersChurned',
  'customersTransferredOut',
] as const;
const GAINS = [
  'openingMinor',
  'newMinor',
  'reactivationMinor',
  'expansionMinor',
  'transferInMinor',
  'fxMinor',
  'closingMinor',
  'customersOpening',
  'customersNew',
  'customersReactivated',
  'customersTransferredIn',
  'customersClosing',
] as const;

type Totals = Pick<MovementsPeriod, 'totals' | 'groupTotals'>;

/**
 * The changes of the totals and then of the groups' totals, in their order. A loss that grew changed for the worse: its
 * change is below zero. A group that had not begun in the months compared with is compared with nothing.
 */
export function periodChanges(period: Totals, compared: Totals): readonly PeriodChange[] {
  const changesOf = (rows: readonly PeriodRow[], before: readonly PeriodRow[]) =>
    rows.map((row) =>
      changeOf(
        row,
        before.find(({ groupId, currency }) => groupId === row.groupId && currency === row.currency),
      ),
    );
  return [...changesOf(period.totals, compared.totals), ...changesOf(period.groupTotals, compared.groupTotals)];
}

function changeOf(row: PeriodRow, before: PeriodRow | undefined): PeriodChange {
  const told = (field: (typeof LOSSES | typeof GAINS)[number], sign: 1 | -1) => {
    const signed = (of: PeriodRow | undefined) => {
      const number = of === undefined ? 0 : of[field];
      return number === null || number === 0 ? number : sign * number;
    };
    const { changeMinor, changeRate }: AmountFigure = amountFigure(signed(row), signed(before));
    return [field, { change: changeMinor, rate: changeRate }] as const;
  };
  const lines = [...GAINS.map((field) => told(field, 1)), ...LOSSES.map((field) => told(field, -1))];
  return { groupId: row.groupId, currency: row.currency, lines: Object.fromEntries(lines) as PeriodChange['lines'] };
}
