// The lines of a roll-forward as they are shown: by month, and for a whole period.
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import type { MovementsPeriod, Period, PeriodRow } from './figure-shapes.ts';
import { groupNames } from './names.ts';
import type { GroupBy, MovementsRow, RollForwardKind } from './report-shapes.ts';
import { KINDS } from './roll-forward/index.ts';
import type { CustomerMonth, GroupForward, PrintedMonth, RollForward } from './roll-forward/index.ts';

/** A roll-forward whose groups have names, in the order in which they are shown. */
export interface NamedForward {
  readonly months: readonly Month[];
  readonly groups: readonly NamedGroup[];
  /** The same without groups; empty where there are none anyway. */
  readonly ungrouped: readonly NamedGroup[];
}

interface NamedGroup {
  readonly group: GroupForward;
  readonly name: string | null;
}

/** Names the groups and puts them in order of name. */
export async function namedForward(
  read: ReadHandle,
  { months, groups, ungrouped }: RollForward,
  groupBy: GroupBy | null,
): Promise<NamedForward> {
  const nameOf = await groupNames(
    read,
    groupBy,
    groups.map((group) => group.groupId ?? ''),
  );
  const named = groups
    .map((group) => ({ group, name: group.groupId === null ? null : nameOf(group.groupId) }))
    .sort((a, b) => compare(a.name ?? '', b.name ?? '') || compare(a.group.groupId ?? '', b.group.groupId ?? ''));
  return {
    months,
    groups: named,
    ungrouped: groupBy === null ? [] : ungrouped.map((group) => ({ group, name: null })),
  };
}

/** The lines of the period's known months; every line adds up, and those of groups sum to those without. */
export function linesOfPeriod({ months, groups, ungrouped }: NamedForward, period: Period): MovementsPeriod {
  const first = months.findIndex((month) => month >= period.from);
  const last = months.findLastIndex((month) => month <= period.to);
  const asked = first === -1 ? [] : months.slice(first, last + 1);
  const [from] = asked;
  const to = asked.at(-1);
  if (from === undefined || to === undefined) return { rows: [], monthTotals: [], totals: [], groupTotals: [] };
  const byMonth = (of: readonly NamedGroup[]) =>
    asked.flatMap((month, at) =>
      of
        .filter(({ group }) => group.groupId === null || hasBegun(group, first + at))
        .map(({ group, name }) => ({ month, ...lineOf(group, name, first + at, first + at) })),
    );
  const whole = (of: readonly NamedGroup[]): PeriodRow[] =>
    of
      .filter(({ group }) => group.groupId === null || hasBegun(group, last))
      .map(({ group, name }) => ({ from, to, ...lineOf(group, name, first, last) }));
  const isGrouped = ungrouped.length > 0;
  return {
    rows: byMonth(groups),
    monthTotals: byMonth(ungrouped),
    totals: whole(isGrouped ? ungrouped : groups),
    groupTotals: isGrouped ? whole(groups) : [],
  };
}

/** A group is shown from its first month on that is not empty. */
function hasBegun({ printed, customers }: GroupForward, until: number): boolean {
  for (let index = 0; index <= until; index += 1) {
    const month = printed[index];
    const count = customers[index];
    if (month === undefined || count === undefined) return false;
    if (month.opening !== 0 || month.closing !== 0 || month.parts.some((part) => part !== 0)) return true;
    if (
      count.opening !== 0 ||
      count.closing !== 0 ||
      count.new !== 0 ||
      count.transferredIn !== 0 ||
      count.reactivated !== 0
    )
      return true;
  }
  return false;
}

/** The line from the first month's opening to the last one's closing. */
function lineOf(group: GroupForward, name: string | null, first: number, last: number): Omit<MovementsRow, 'month'> {
  const printed = group.printed.slice(first, last + 1);
  const customers = group.customers.slice(first, last + 1);
  const part = (kind: RollForwardKind) => partOf(printed, kind);
  const count = (of: (month: CustomerMonth) => number) => customers.reduce((sum, month) => sum + of(month), 0);
  return {
    group: name,
    groupId: group.groupId,
    currency: group.currency,
    openingMinor: printed[0]?.opening ?? null,
    newMinor: part('new'),
    reactivationMinor: part('reactivation'),
    expansionMinor: part('expansion'),
    contractionMinor: negated(part('contraction')),
    churnMinor: negated(part('churn')),
    transferInMinor: part('transfer_in'),
    transferOutMinor: negated(part('transfer_out')),
    fxMinor: part('fx'),
    closingMinor: printed.at(-1)?.closing ?? null,
    customersOpening: customers[0]?.opening ?? 0,
    customersNew: count((month) => month.new),
    customersReactivated: count((month) => month.reactivated),
    customersChurned: count((month) => month.churned),
    customersTransferredIn: count((month) => month.transferredIn),
    customersTransferredOut: count((month) => month.transferredOut),
    customersClosing: customers.at(-1)?.closing ?? 0,
  };
}

/** The months' printed parts of the kind together, losses below zero; null where one is missing. */
export function partOf(printed: readonly PrintedMonth[], kind: RollForwardKind): number | null {
  let sum = 0;
  for (const month of printed) {
    const part = month.parts[KINDS.indexOf(kind)] ?? null;
    if (part === null) return null;
    sum += part;
  }
  return sum;
}

export function negated(amount: number | null): number | null {
  return amount === null ? null : 0 - amount;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
