// The roll-forward of a request, exact and printed, by group: what every report and figure reads.
import { monthsFrom } from '../../../../kernel/index.ts';
import type { Currency, Month } from '../../../../kernel/index.ts';
import type { AmountDimension, CountDimension } from '../../rollups/index.ts';
import { lastMonth } from '../basis/resolve.ts';
import type { Basis } from '../basis/resolve.ts';
import type { AmountCell } from '../basis/sums.ts';
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
}

/** Computes and prints the roll-forward of a basis; without groups it is one group, in a native report one a currency. */
export async function rollForward(basis: Basis, groupBy: GroupBy | null): Promise<RollForward> {
  const totals = await basis.sums.amounts('total');
  const last = lastMonth(basis);
  const first = totals.reduce<Month | null>((least, cell) => (least === null || cell.month < least ? cell.month : least), null);
  if (first === null || last === null) return { months: [], groups: [] };
  const months = monthsFrom(first, last);
  const closingRate = await basis.sums.closingRates();
  const isNative = basis.into === null;
  const forwardOf = (cells: readonly AmountCell[]) => exactRollForward(cells, months, closingRate, isNative);
  const ungrouped = byCurrencyOf(basis, totals).map(([currency, cells]) => {
    const exact = forwardOf(cells);
    return { currency, exact, printed: exact.map(printMonth) };
  });
  const dimension: CountDimension = groupBy ?? 'total';
  const counts = await basis.sums.counts(dimension, isNative);
  const customersOf = (groupId: string, currency: Currency) => customerRollForward(
    counts.filter((cell) => cell.groupId === groupId && (!isNative || cell.currency === currency)), months);
  if (groupBy === null) {
    return { months, groups: ungrouped.map((forward) => ({ ...forward, groupId: null, customers: customersOf('', forward.currency) })) };
  }
  const cells = groupBy === 'currency' ? totals : await basis.sums.amounts(groupBy satisfies AmountDimension);
  const byCurrency = new Map(byCurrencyOf(basis, cells));
  return {
    months,
    groups: ungrouped.flatMap(({ currency, printed }) => {
      const groups = groupsOf(byCurrency.get(currency) ?? [], groupBy);
      const exact = groups.map(([, own]) => forwardOf(own));
      const rows = printGroups(exact, printed);
      return groups.map(([groupId], index): GroupForward => ({
        groupId, currency, exact: exact[index] ?? [], printed: rows[index] ?? [], customers: customersOf(groupId, currency),
      }));
    }),
  };
}

/** The cells of each currency that rows are shown in: the one converted into, or each billing currency. */
function byCurrencyOf(basis: Basis, cells: readonly AmountCell[]): [Currency, AmountCell[]][] {
  if (basis.into !== null) return [[basis.into, [...cells]]];
  const own = new Map<Currency, AmountCell[]>();
  for (const cell of cells) {
    if (basis.only !== null && cell.currency !== basis.only) continue;
    own.set(cell.currency, [...(own.get(cell.currency) ?? []), cell]);
  }
  return [...own].sort(([a], [b]) => (a < b ? -1 : 1));
}

function groupsOf(cells: readonly AmountCell[], groupBy: GroupBy): [string, AmountCell[]][] {
  const groups = new Map<string, AmountCell[]>();
  for (const cell of cells) {
    const groupId = groupBy === 'currency' ? cell.currency : cell.groupId;
    const group = groups.get(groupId);
    if (group === undefined) groups.set(groupId, [cell]);
    else group.push(cell);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

