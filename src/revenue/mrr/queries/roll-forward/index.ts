// The roll-forward of a request, exact and printed, by group: what every report and figure reads.
import { monthsFrom } from '../../../../kernel/index.ts';
import type { Currency, Month } from '../../../../kernel/index.ts';
import { lastMonth } from '../basis/resolve.ts';
import type { Basis } from '../basis/resolve.ts';
import type { MonthRecord } from '../../tables.ts';
import type { GroupBy } from '../report-shapes.ts';
import { customerRollForward } from './counts.ts';
import type { CustomerMonth } from './counts.ts';
import { exactRollForward } from './exact.ts';
import type { ExactMonth } from './exact.ts';
import { printGroups, printMonth } from './printed.ts';
import type { PrintedMonth } from './printed.ts';

export { KINDS } from './exact.ts';
export type { ExactMonth } from './exact.ts';
export type { PrintedMonth } from './printed.ts';
export type { CustomerMonth } from './counts.ts';

/** One group's roll-forward over all `months`. */
export interface GroupForward {
  /** Null in a report without groups. */
  readonly groupId: string | null;
  /** The currency of its amounts. */
  readonly currency: Currency;
  readonly exact: readonly ExactMonth[];
  readonly printed: readonly PrintedMonth[];
  readonly customers: readonly CustomerMonth[];
}

export interface RollForward {
  /** From the first month with a movement to the last month known. */
  readonly months: readonly Month[];
  readonly groups: readonly GroupForward[];
  /** Without groups: one, in a native report one a currency. */
  readonly ungrouped: readonly GroupForward[];
}

/** Computes and prints the roll-forward of a basis; without groups it is one group, in a native report one a currency. */
export async function rollForward(basis: Basis, groupBy: GroupBy | null): Promise<RollForward> {
  const totals = await basis.sums.amounts('total');
  const last = lastMonth(basis);
  const first = firstMonth(totals);
  if (first === null || last === null) return { months: [], groups: [], ungrouped: [] };
  const months = monthsFrom(first, last);
  const closingRate = await basis.sums.closingRates();
  const isNative = basis.into === null;
  const forwardOf = (cells: readonly MonthRecord[]) => exactRollForward(cells, months, closingRate, isNative);
  const customersOfTotal = await customersByGroup(basis, null, months);
  const ungrouped = byShownCurrency(basis, totals).map(([currency, cells]) => {
    const exact = forwardOf(cells);
    return {
      groupId: null,
      currency,
      exact,
      printed: exact.map(printMonth),
      customers: customersOfTotal('', currency),
    };
  });
  if (groupBy === null) return { months, groups: ungrouped, ungrouped };
  const customersOf = await customersByGroup(basis, groupBy, months);
  const cells = groupBy === 'currency' ? totals : await basis.sums.amounts(groupBy);
  const byCurrency = new Map(byShownCurrency(basis, cells));
  const groups = ungrouped.flatMap(({ currency, printed }) => {
    const own = byId(byCurrency.get(currency) ?? [], (cell) =>
      groupBy === 'currency' ? cell.currency : cell.group_id,
    );
    const exact = own.map(([, of]) => forwardOf(of));
    const rows = printGroups(exact, printed);
    return own.map(
      ([groupId], index): GroupForward => ({
        groupId,
        currency,
        exact: exact[index] ?? [],
        printed: rows[index] ?? [],
        customers: customersOf(groupId, currency),
      }),
    );
  });
  return { months, groups, ungrouped };
}

/** The first month that any sum is of; null when there are none. */
export function firstMonth(cells: readonly { readonly month: string }[]): Month | null {
  let first: string | null = null;
  for (const { month } of cells) if (first === null || month < first) first = month;
  return first as Month | null;
}

/** The roll-forward of customers of a group, and of a currency where amounts are not converted. */
async function customersByGroup(
  basis: Basis,
  groupBy: GroupBy | null,
  months: readonly Month[],
): Promise<(groupId: string, currency: Currency) => CustomerMonth[]> {
  const isNative = basis.into === null;
  const isByCurrency = groupBy === 'currency';
  const cells = await basis.sums.counts(groupBy === null || isByCurrency ? 'total' : groupBy, isNative || isByCurrency);
  const groups = Map.groupBy(cells, (cell) => `${cell.currency}|${cell.group_id}`);
  return (groupId, currency) => {
    const key = isByCurrency ? `${groupId}|` : `${isNative ? currency : ''}|${groupId}`;
    return customerRollForward(groups.get(key) ?? [], months);
  };
}

/** The cells of each currency that rows are shown in: the one converted into, or each billing currency. */
function byShownCurrency(basis: Basis, cells: readonly MonthRecord[]): [Currency, MonthRecord[]][] {
  if (basis.into !== null) return [[basis.into, [...cells]]];
  const asked = basis.only === null ? cells : cells.filter((cell) => cell.currency === basis.only);
  return byId(asked, (cell) => cell.currency as Currency);
}

function byId<K extends string>(cells: readonly MonthRecord[], idOf: (cell: MonthRecord) => K): [K, MonthRecord[]][] {
  return [...Map.groupBy(cells, idOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}
