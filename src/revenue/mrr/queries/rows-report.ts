// The customer movements behind a line of the roll-forward; what is printed sums to the printed cells.
import {
  MRR_SCALE,
  dayOfInstant,
  instant,
  lastDayOf,
  monthOfDay,
  mrrToMinor,
  roundToTarget,
} from '../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { rateBook } from '../../rates/index.ts';
import { converter } from '../rollups/index.ts';
import { envelope, resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import { groupsAsked } from './asked-groups.ts';
import { fxEntries } from './fx-entries.ts';
import { Memory } from './memory.ts';
import type { Period } from './figure-shapes.ts';
import { periodEntries } from './period-entries.ts';
import type { PeriodEntry } from './period-entries.ts';
import { customerNames, planNames } from './names.ts';
import { askedPeriod } from './periods.ts';
import { KINDS, rollForward } from './roll-forward/index.ts';
import type { GroupForward, RollForward } from './roll-forward/index.ts';
import type { MovementRow, RollForwardKind, RowsRequest, SummedEnvelope } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

interface PrintedRow {
  readonly entry: Shown['entry'];
  readonly currency: Currency;
  readonly amountMinor: number | null;
}

/** The lists looked at last are enough for paging through them. */
const memory = new Memory<PrintedRow[]>(6);

/** An entry in the report's currency, exact; null where a rate is missing. */
interface Shown {
  readonly entry: Omit<PeriodEntry, 'kind' | 'amount' | 'reason'> & {
    readonly kind: RollForwardKind;
    readonly reason: MovementRow['reason'];
  };
  readonly amount: bigint | null;
}

/**
 * The movements of a month or several, of a kind and a group. With a kind, amounts are as the roll-forward prints them,
 * losses positive, and sum to its cells; without one they are signed and sum to the net change at constant rates. Raises
 * `not_known` for months of which nothing is known and `bad_input` for a group that the report does not have.
 */
export async function rowsReport(read: ReadHandle, request: RowsRequest): Promise<SummedEnvelope<MovementRow>> {
  const basis = await resolveBasis(read, request);
  const { kind, groupBy = null } = request;
  const forward = await rollForward(basis, groupBy);
  const [first] = forward.months;
  const last = forward.months.at(-1);
  if (first === undefined || last === undefined) return { ...envelope('rows', basis, [], []), total: 0, totalMinor: 0 };
  const period = askedPeriod(request, { from: first, to: last });
  const groups = await groupsAsked(read, forward, request);
  const key = JSON.stringify([
    period,
    kind,
    groupBy,
    request.group,
    basis.series,
    basis.into,
    basis.only,
    basis.knownOn,
  ]);
  const rows = await memory.recall(read, key, () => printedRows(basis, { ...request, period }, forward, groups));
  const page = rows.slice(
    request.offset ?? 0,
    request.limit === undefined ? rows.length : (request.offset ?? 0) + request.limit,
  );
  const lacksRate = rows.some((row) => row.amountMinor === null);
  return {
    ...envelope('rows', basis, await named(basis, page), lacksRate ? missingRates(lacking(rows), basis.into) : []),
    total: rows.length,
    totalMinor: lacksRate ? null : rows.reduce((sum, row) => sum + (row.amountMinor ?? 0), 0),
  };
}

/** Months with an amount that cannot be shown. */
function lacking(rows: readonly PrintedRow[]): Month[] {
  return rows.flatMap(({ amountMinor, entry }) => (amountMinor === null ? [monthOfDay(entry.effectiveOn)] : []));
}

type PeriodRequest = RowsRequest & { readonly period: Period };

/** All rows of the report in their order, as they are printed. */
async function printedRows(
  basis: Basis,
  request: PeriodRequest,
  { months }: RollForward,
  groups: readonly GroupForward[],
): Promise<PrintedRow[]> {
  const { period, kind } = request;
  const isGrouped = request.groupBy !== undefined;
  const cellOf = (month: Month, column: RollForwardKind, groupId: string | null, currency: Currency) =>
    [month, column, isGrouped ? groupId : '', basis.into ?? currency].join('|');
  const cells = Map.groupBy(
    (await shownEntries(basis, request)).filter(({ entry }) =>
      kind === undefined ? entry.kind !== 'fx' : entry.kind === kind,
    ),
    ({ entry }) => cellOf(monthOfDay(entry.effectiveOn), entry.kind, entry.groupId, entry.currency),
  );
  const isLoss = kind === 'contraction' || kind === 'churn' || kind === 'transfer_out';
  const rows: PrintedRow[] = [];
  for (const group of groups) {
    for (const [index, month] of months.entries()) {
      if (month < period.from || month > period.to) continue;
      for (const [position, column] of KINDS.entries()) {
        const own = cells.get(cellOf(month, column, group.groupId, group.currency)) ?? [];
        const amounts = printEntries(own, group.printed[index]?.parts[position] ?? null);
        for (const [at, { entry }] of own.entries()) {
          rows.push({ entry, currency: group.currency, amountMinor: signed(amounts[at] ?? null, isLoss) });
        }
      }
    }
  }
  return rows.sort(
    (a, b) =>
      compare(a.entry.effectiveOn, b.entry.effectiveOn) ||
      compare(a.entry.customerId, b.entry.customerId) ||
      compare(a.entry.priceId, b.entry.priceId),
  );
}

/** The months' entries in the report's currency, the exchange-rate residuals alone when they are asked for. */
async function shownEntries(basis: Basis, { period, kind, ...request }: PeriodRequest): Promise<Shown[]> {
  const groupBy = request.groupBy ?? null;
  const entries = await periodEntries(basis, period, groupBy);
  const convert = await conversion(basis, entries);
  const movements = entries.map((entry) => ({ entry, amount: convert(entry) }));
  if (kind !== 'fx') return movements;
  return (await fxEntries(basis, period, groupBy, movements)).map(({ amount, month, ...of }) => ({
    entry: {
      ...of,
      kind: 'fx',
      effectiveOn: lastDayOf(month),
      recordedAt: 0,
      priceId: '',
      reason: 'exchange_rate',
      originOn: null,
    },
    amount,
  }));
}

async function conversion(
  basis: Basis,
  entries: readonly PeriodEntry[],
): Promise<(entry: PeriodEntry) => bigint | null> {
  const { into, read, recordedBy } = basis;
  if (into === null) return (entry) => entry.amount;
  const days = entries
    .filter((entry) => entry.currency !== into)
    .map((entry) => entry.effectiveOn)
    .sort();
  const [from] = days;
  const to = days.at(-1);
  if (from === undefined || to === undefined) return (entry) => entry.amount;
  const book = await rateBook(read, { from, to, ...(recordedBy === null ? {} : { recordedBy }) });
  const convert = converter((on: CivilDay, currency: Currency) => book.rate(on, currency, into), into);
  return (entry) => convert(entry.amount, entry.effectiveOn, entry.currency);
}

/** Minor units that sum to the printed cell; each by itself where the cell cannot be shown. */
function printEntries(entries: readonly Shown[], cell: number | null): (number | null)[] {
  const amounts = entries.map(({ amount }) => amount);
  const known = amounts.filter((amount) => amount !== null);
  if (cell === null || known.length < amounts.length)
    return amounts.map((amount) => (amount === null ? null : mrrToMinor(amount)));
  return roundToTarget(known, MRR_SCALE, BigInt(known.length === 0 ? 0 : cell)).map(Number);
}

async function named(basis: Basis, rows: readonly PrintedRow[]): Promise<MovementRow[]> {
  const nameOf = await customerNames(
    basis.read,
    rows.map(({ entry }) => entry.customerId),
  );
  const planOf = await planNames(
    basis.read,
    rows.map(({ entry }) => entry.planId),
  );
  return rows.map(({ entry, currency, amountMinor }) => ({
    customerId: entry.customerId,
    customerName: nameOf(entry.customerId),
    effectiveOn: entry.effectiveOn,
    recordedOn:
      entry.recordedAt === 0 ? entry.effectiveOn : dayOfInstant(instant(entry.recordedAt), basis.workspace.timeZone),
    kind: entry.kind,
    amountMinor,
    currency,
    billingCurrency: entry.currency,
    priceId: entry.priceId,
    plan: planOf(entry.planId),
    reason: entry.reason,
    originOn: entry.originOn,
  }));
}

function signed(amountMinor: number | null, isLoss: boolean): number | null {
  return amountMinor === null ? null : isLoss ? 0 - amountMinor : amountMinor;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
