// A small roll-forward of two months and two plans, for the tests of what is laid out from it.
import type { MovementsReport, MovementsRow } from '../core/outputs.ts';
import type { Block, PeriodRow } from './statement.ts';

type Currency = MovementsRow['currency'];
type Month = MovementsRow['month'];

const MONTHS = ['2026-09', '2026-10'] as Month[];
const PLANS = [
  { groupId: 'prod_basic', group: 'Basic', size: 1 },
  { groupId: 'prod_pro', group: 'Pro', size: 2 },
];

const NUMBERS = {
  reactivationMinor: 0,
  expansionMinor: 0,
  contractionMinor: 0,
  fxMinor: 0,
  customersOpening: 1,
  customersNew: 1,
  customersReactivated: 0,
  customersChurned: 0,
  customersTransferredIn: 0,
  customersTransferredOut: 0,
  customersClosing: 2,
};

/** A report of September and October 2026 against the year before; in several currencies it is a native one. */
export function shownReport(groupBy: 'plan' | undefined, currencies: readonly string[] = ['USD']): MovementsReport {
  const codes = currencies as readonly Currency[];
  const wholes = codes.flatMap((currency) => MONTHS.map((month) => ({ month, ...whole(currency) })));
  const groups = codes.flatMap((currency) =>
    PLANS.flatMap((plan) => MONTHS.map((month) => ({ month, ...ofPlan(plan, currency) }))),
  );
  const [only] = codes;
  return {
    report: 'movements',
    policy: 'countinghouse',
    series: 'reported',
    currency: codes.length === 1 && only !== undefined ? only : null,
    timeZone: 'UTC' as MovementsReport['timeZone'],
    knownOn: null,
    dataThrough: '2026-10-31' as MovementsReport['dataThrough'],
    warnings: [],
    from: MONTHS[0] ?? null,
    to: MONTHS[1] ?? null,
    rows: groupBy === undefined ? wholes : groups,
    monthTotals: groupBy === undefined ? [] : wholes,
    totals: codes.map((currency) => period(whole(currency), 200)),
    groupTotals:
      groupBy === undefined ? [] : codes.flatMap((code) => PLANS.map((plan) => period(ofPlan(plan, code), 0))),
    compared: {
      from: '2025-09' as Month,
      to: '2025-10' as Month,
      rows: [],
      monthTotals: [],
      groupTotals: [],
      totals: codes.map((currency) => period(whole(currency), 150)),
      changes: codes.map((currency) => ({ groupId: null, currency, lines: changes() })),
    },
  };
}

/** The first of the blocks. */
export function shownBlock([first]: readonly Block[]): Block {
  if (first === undefined) throw new Error('no block');
  return first;
}

function whole(currency: Currency): Omit<MovementsRow, 'month'> {
  const amounts = { openingMinor: 900, newMinor: 200, churnMinor: 100, closingMinor: 1000 };
  return { ...NUMBERS, group: null, groupId: null, currency, ...amounts, transferInMinor: 0, transferOutMinor: 0 };
}

function ofPlan({ group, groupId, size }: (typeof PLANS)[number], currency: Currency): Omit<MovementsRow, 'month'> {
  return {
    ...whole(currency),
    group,
    groupId,
    closingMinor: 300 * size,
    transferInMinor: size === 2 ? 50 : 0,
    transferOutMinor: size === 1 ? 50 : 0,
  };
}

function period(row: Omit<MovementsRow, 'month'>, churnMinor: number): PeriodRow {
  return { ...row, churnMinor, from: MONTHS[0] ?? ('' as Month), to: MONTHS[1] ?? ('' as Month) };
}

function changes(): NonNullable<MovementsReport['compared']>['changes'][number]['lines'] {
  const none = { change: 0, rate: null };
  return {
    openingMinor: none,
    newMinor: none,
    reactivationMinor: none,
    expansionMinor: none,
    contractionMinor: none,
    churnMinor: { change: -50, rate: '-0.3333' },
    transferInMinor: none,
    transferOutMinor: none,
    fxMinor: none,
    closingMinor: none,
    customersOpening: none,
    customersNew: none,
    customersReactivated: none,
    customersChurned: none,
    customersTransferredIn: none,
    customersTransferredOut: none,
    customersClosing: none,
  };
}
