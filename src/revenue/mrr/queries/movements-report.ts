// The roll-forward by month: opening, five movements, transfers, exchange rates, closing.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { envelope, resolveBasis } from './basis/resolve.ts';
import { groupNames } from './names.ts';
import { KINDS, rollForward } from './roll-forward/index.ts';
import type { GroupForward } from './roll-forward/index.ts';
import type { MovementsRequest, MovementsRow, ReportEnvelope, RollForwardKind } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

/**
 * The roll-forward of the months asked for. Every printed row adds up, closings are the next month's openings, and the
 * rows of groups sum to those of the same report without groups. Raises `not_known` for a day before the first import
 * and `bad_input` when the months are the wrong way round.
 */
export async function movementsReport(
  read: ReadHandle,
  request: MovementsRequest = {},
): Promise<ReportEnvelope<MovementsRow>> {
  const { from, to, groupBy = null } = request;
  if (from !== undefined && to !== undefined && from > to) {
    throw new CountinghouseError('bad_input', { what: `The months run from ${from} back to ${to}`, where: 'from, to' });
  }
  const basis = await resolveBasis(read, request);
  const { months, groups } = await rollForward(basis, groupBy);
  const isAsked = (month: Month) => (from === undefined || month >= from) && (to === undefined || month <= to);
  const nameOf = await groupNames(
    read,
    groupBy,
    groups.map((group) => group.groupId ?? ''),
  );
  const named = groups
    .map((group) => ({ group, name: group.groupId === null ? null : nameOf(group.groupId) }))
    .sort((a, b) => compare(a.name ?? '', b.name ?? '') || compare(a.group.groupId ?? '', b.group.groupId ?? ''));
  const rows = months.flatMap((month, index) =>
    isAsked(month)
      ? named
          .filter(({ group }) => group.groupId === null || hasBegun(group, index))
          .map(({ group, name }) => rowOf(group, name, month, index))
      : [],
  );
  return envelope(
    'movements',
    basis,
    rows,
    missingRates(
      rows.filter(isIncomplete).map((row) => row.month),
      basis.into,
    ),
  );
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

function rowOf(group: GroupForward, name: string | null, month: Month, index: number): MovementsRow {
  const printed = group.printed[index];
  const customers = group.customers[index];
  const part = (kind: RollForwardKind) => printed?.parts[KINDS.indexOf(kind)] ?? null;
  return {
    month,
    group: name,
    groupId: group.groupId,
    currency: group.currency,
    openingMinor: printed?.opening ?? null,
    newMinor: part('new'),
    reactivationMinor: part('reactivation'),
    expansionMinor: part('expansion'),
    contractionMinor: negated(part('contraction')),
    churnMinor: negated(part('churn')),
    transferInMinor: part('transfer_in'),
    transferOutMinor: negated(part('transfer_out')),
    fxMinor: part('fx'),
    closingMinor: printed?.closing ?? null,
    customersOpening: customers?.opening ?? 0,
    customersNew: customers?.new ?? 0,
    customersReactivated: customers?.reactivated ?? 0,
    customersChurned: customers?.churned ?? 0,
    customersTransferredIn: customers?.transferredIn ?? 0,
    customersTransferredOut: customers?.transferredOut ?? 0,
    customersClosing: customers?.closing ?? 0,
  };
}

function negated(amount: number | null): number | null {
  return amount === null ? null : 0 - amount;
}

function isIncomplete(row: MovementsRow): boolean {
  return row.openingMinor === null || row.closingMinor === null || row.fxMinor === null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
