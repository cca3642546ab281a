// Who pays what at the end of a month; what is printed sums to the printed closing balance.
import { MRR_SCALE, mrrToMinor, roundToTarget } from '../../../kernel/index.ts';
import type { Currency, Month } from '../../../kernel/index.ts';
import { customersByIds } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { groupsAsked } from './asked-groups.ts';
import { balancesOn, groupOf } from './balances.ts';
import { envelope, lastMonth, resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import { standingsIn } from './customer-filter.ts';
import { customerStandings } from './customer-standings.ts';
import { Memory } from './memory.ts';
import { monthEntries } from './month-entries.ts';
import { inPages, planNames } from './names.ts';
import { requireKnownMonth } from './periods.ts';
import { atRate } from './roll-forward/closing-balances.ts';
import { rollForward } from './roll-forward/index.ts';
import type { GroupForward, RollForward } from './roll-forward/index.ts';
import type { CustomerRow, CustomersRequest, GroupBy, PagedEnvelope } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

/** One customer's balances in the currency that the report shows them in. */
interface Holding {
  readonly customerId: string;
  readonly currency: Currency;
  readonly planIds: string[];
  readonly billingCurrencies: Currency[];
  /** Exact; null where a rate is missing. */
  amount: bigint | null;
  mrrMinor: number | null;
  arrMinor: number | null;
}

/** Whole lists are large: those looked at last are enough for paging through them. */
const memory = new Memory<{ readonly lacksRate: boolean; readonly inOrder: readonly Holding[] }>(2);

/**
 * The customers with MRR at the end of the month, the largest first; with `kind`, those with such a movement in the
 * month, at whatever MRR they ended it. Raises `not_known` for a month that nothing is known of.
 */
export async function customersReport(
  read: ReadHandle,
  request: CustomersRequest = {},
): Promise<PagedEnvelope<CustomerRow>> {
  const basis = await resolveBasis(read, request);
  const last = lastMonth(basis);
  const month = request.month ?? last;
  if (month === null || last === null) return { ...envelope('customers', basis, [], []), total: 0 };
  const groupBy = request.group === undefined ? null : (request.groupBy ?? null);
  const forward = await rollForward(basis, groupBy);
  requireKnownMonth(month, { from: forward.months[0] ?? month, to: last });
  const scope = await scopeOf(read, forward, { ...request, groupBy });
  const { series, into, only, recordedBy, through } = basis;
  const key = [month, request.kind, groupBy, scope.groupId, series, into, only, recordedBy, through].join('|');
  const { lacksRate, inOrder } = await memory.recall(read, key, async () => {
    const holdings = await holdingsOf(basis, month, forward, scope);
    const inOrder = (await ofKind(basis, month, holdings, request.kind, scope)).sort(byAmount);
    return { lacksRate: holdings.some((holding) => holding.amount === null), inOrder };
  });
  const asked = await matching(basis, inOrder, request.search);
  const offset = request.offset ?? 0;
  const page = asked.slice(offset, request.limit === undefined ? asked.length : offset + request.limit);
  const rows = await rowsOf(basis, page, month);
  return {
    ...envelope('customers', basis, rows, lacksRate ? missingRates([month], basis.into) : []),
    total: asked.length,
  };
}

/** The one group that is asked for, or everything. */
interface Scope {
  readonly groupBy: GroupBy | null;
  readonly groupId: string | null;
  /** Its roll-forward, one for each currency of the report. */
  readonly groups: readonly GroupForward[];
}

async function scopeOf(
  read: ReadHandle,
  forward: RollForward,
  { groupBy, group }: { readonly groupBy: GroupBy | null; readonly group?: string | undefined },
): Promise<Scope> {
  if (groupBy === null) return { groupBy, groupId: null, groups: forward.groups };
  const asked = await groupsAsked(read, forward, { groupBy, group });
  const groupId = asked[0]?.groupId ?? null;
  return { groupBy, groupId, groups: asked.filter((one) => one.groupId === groupId) };
}

async function holdingsOf(
  basis: Basis,
  month: Month,
  { months }: RollForward,
  { groupBy, groupId, groups }: Scope,
): Promise<Holding[]> {
  const { through } = basis;
  if (through === null) return [];
  const rate = await basis.sums.closingRates();
  const holdings = new Map<string, Holding>();
  for (const balance of await balancesOn(basis, closingDay(month, through))) {
    if (basis.only !== null && balance.currency !== basis.only) continue;
    if (groupBy !== null && groupOf(balance, groupBy) !== groupId) continue;
    const currency = basis.into ?? balance.currency;
    const key = balance.customerId + currency;
    const holding = holdings.get(key) ?? emptyHolding(balance.customerId, currency);
    const shown = atRate(balance.amount, rate(month, balance.currency));
    holding.amount = holding.amount === null || shown === null ? null : holding.amount + shown;
    if (!holding.planIds.includes(balance.planId)) holding.planIds.push(balance.planId);
    if (!holding.billingCurrencies.includes(balance.currency)) holding.billingCurrencies.push(balance.currency);
    holdings.set(key, holding);
  }
  for (const group of groups)
    print(
      [...holdings.values()].filter((holding) => holding.currency === group.currency),
      group,
      months.indexOf(month),
    );
  return [...holdings.values()].filter((holding) => holding.amount !== 0n);
}

function emptyHolding(customerId: string, currency: Currency): Holding {
  return { customerId, currency, planIds: [], billingCurrencies: [], amount: 0n, mrrMinor: 0, arrMinor: 0 };
}

/** MRR that sums to the printed closing balance, and ARR that sums to twelve times the exact one, rounded. */
function print(holdings: readonly Holding[], group: GroupForward, index: number): void {
  const exact = group.exact[index]?.closing ?? null;
  const mrr = spread(holdings, 1n, group.printed[index]?.closing ?? null);
  const arr = spread(holdings, 12n, exact === null ? null : mrrToMinor(12n * exact));
  for (const [at, holding] of holdings.entries()) {
    holding.mrrMinor = mrr[at] ?? null;
    holding.arrMinor = arr[at] ?? null;
  }
}

function spread(holdings: readonly Holding[], times: bigint, target: number | null): (number | null)[] {
  const known = holdings.flatMap(({ amount }) => (amount === null ? [] : [times * amount]));
  if (target === null || known.length < holdings.length) {
    return holdings.map(({ amount }) => (amount === null ? null : mrrToMinor(times * amount)));
  }
  return roundToTarget(known, MRR_SCALE, BigInt(known.length === 0 ? 0 : target)).map(Number);
}

/** The holdings of customers with a movement of the kind in the month, those included that hold nothing any more. */
async function ofKind(
  basis: Basis,
  month: Month,
  holdings: readonly Holding[],
  kind: CustomersRequest['kind'],
  { groupBy, groupId }: Scope,
): Promise<Holding[]> {
  if (kind === undefined) return [...holdings];
  const isTransfer = kind === 'transfer_in' || kind === 'transfer_out';
  const entries = await monthEntries(basis, month, groupBy ?? (isTransfer ? 'plan' : null));
  const held = new Map(holdings.map((holding) => [holding.customerId + holding.currency, holding]));
  const moved = new Map<string, Holding>();
  for (const entry of entries) {
    if (groupBy !== null && entry.groupId !== groupId) continue;
    if (entry.kind !== kind || (basis.only !== null && entry.currency !== basis.only)) continue;
    const key = entry.customerId + (basis.into ?? entry.currency);
    const holding = moved.get(key) ?? held.get(key) ?? emptyHolding(entry.customerId, basis.into ?? entry.currency);
    if (!holding.billingCurrencies.includes(entry.currency)) holding.billingCurrencies.push(entry.currency);
    moved.set(key, holding);
  }
  return [...moved.values()];
}

async function matching(basis: Basis, holdings: readonly Holding[], search: string | undefined): Promise<Holding[]> {
  if ((search?.trim() ?? '') === '') return [...holdings];
  const rows = await standingsIn(basis.read, { search }).select('standing.customer_id').execute();
  const found = new Set(rows.map((row) => row.customer_id));
  return holdings.filter(({ customerId }) => found.has(customerId));
}

function byAmount(a: Holding, b: Holding): number {
  const difference = (b.amount ?? 0n) - (a.amount ?? 0n);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  const [keyOfA, keyOfB] = [a.customerId + a.currency, b.customerId + b.currency];
  return keyOfA < keyOfB ? -1 : keyOfA > keyOfB ? 1 : 0;
}

async function rowsOf(basis: Basis, page: readonly Holding[], month: Month): Promise<CustomerRow[]> {
  const ids = [...new Set(page.map((holding) => holding.customerId))];
  const customers = await inPages(ids, (some) => customersByIds(basis.read, some));
  const standings = await customerStandings(basis, ids, month);
  const planOf = await planNames(
    basis.read,
    page.flatMap((holding) => holding.planIds),
  );
  return page.map((holding) => {
    const customer = customers.get(holding.customerId);
    const standing = standings.get(holding.customerId);
    return {
      customerId: holding.customerId,
      customerName: customer?.name ?? null,
      country: customer?.country ?? null,
      currency: holding.currency,
      billingCurrencies: holding.billingCurrencies,
      plans: holding.planIds.map(planOf).sort(),
      mrrMinor: holding.mrrMinor,
      arrMinor: holding.arrMinor,
      activeSince: standing?.activeSince ?? null,
      status: standing?.status ?? 'churned',
    };
  });
}
