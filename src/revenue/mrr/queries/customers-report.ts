// Who pays what at the end of a month, and whom a count of customers counts.
import type { Currency, Month } from '../../../kernel/index.ts';
import { customersByIds } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { groupsAsked } from './asked-groups.ts';
import { envelope, lastMonth, resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import { countOf, countedCustomers } from './counted-customers.ts';
import { standingsIn } from './customer-filter.ts';
import { emptyHolding, holdingsOf, printToBalance } from './customer-holdings.ts';
import type { Holding, Scope } from './customer-holdings.ts';
import { customerStandings } from './customer-standings.ts';
import type { Period } from './figure-shapes.ts';
import { Memory } from './memory.ts';
import { inPages, planNames } from './names.ts';
import { periodEntries } from './period-entries.ts';
import { askedPeriod } from './periods.ts';
import { presentCustomers } from './present-customers.ts';
import { rollForward } from './roll-forward/index.ts';
import type { RollForward } from './roll-forward/index.ts';
import type { CustomerRow, CustomersKind, CustomersRequest, PagedEnvelope } from './report-shapes.ts';
import { missingRates } from './warnings.ts';

/** A customer in the list. */
type Listed = Holding & { readonly countedIn?: Month };

/** A part of a list, and how many there are in all. */
interface Page {
  readonly page: readonly Listed[];
  readonly total: number;
  readonly lacksRate: boolean;
}

/** Whole lists are large: those looked at last are enough for paging through them. */
const memory = new Memory<{ readonly lacksRate: boolean; readonly inOrder: readonly Listed[] }>(2);

/**
 * The customers with MRR at the end of the months, the largest first; what is printed sums to the printed balance. With a
 * `kind` those with such a movement in the months, or as often as they are counted in them, at the MRR that they have at
 * the end. Raises `not_known` for months of which nothing is known and `bad_input` for a group that there is not.
 */
export async function customersReport(
  read: ReadHandle,
  request: CustomersRequest = {},
): Promise<PagedEnvelope<CustomerRow>> {
  const basis = await resolveBasis(read, request);
  const last = lastMonth(basis);
  const groupBy = request.group === undefined ? null : (request.groupBy ?? null);
  const forward = await rollForward(basis, groupBy);
  const [first] = forward.months;
  if (first === undefined || last === null) return { ...envelope('customers', basis, [], []), total: 0 };
  const isNamed = (request.month ?? request.from ?? request.to) !== undefined;
  const period = askedPeriod(isNamed ? request : { month: last }, { from: first, to: last });
  const asked = groupBy === null ? forward.groups : await groupsAsked(read, forward, { groupBy, group: request.group });
  const groupId = asked[0]?.groupId ?? null;
  const scope = { groupBy, groupId, groups: asked.filter((group) => group.groupId === groupId) };
  const { page, total, lacksRate } = await pageOf(basis, forward, scope, { ...request, period });
  const rows = await rowsOf(basis, page, period.to);
  return { ...envelope('customers', basis, rows, lacksRate ? missingRates([period.to], basis.into) : []), total };
}

type PeriodRequest = CustomersRequest & { readonly period: Period };

async function pageOf(basis: Basis, forward: RollForward, scope: Scope, request: PeriodRequest): Promise<Page> {
  const { period, kind, search, offset = 0, limit } = request;
  const index = forward.months.indexOf(period.to);
  if (kind === undefined) {
    const present = await presentCustomers(basis, period.to, index, scope, { search, offset, limit });
    if (present !== null) return { ...present, lacksRate: false };
  }
  const { series, into, only, recordedBy, through } = basis;
  const { groupBy, groupId } = scope;
  const key = JSON.stringify([period, kind, groupBy, groupId, series, into, only, recordedBy, through]);
  const { lacksRate, inOrder } = await memory.recall(basis.read, key, async () => {
    const listed =
      kind === undefined
        ? await balanceOf(basis, period.to, index, scope)
        : await customersOfKind(basis, period, kind, scope);
    return { lacksRate: listed.some(({ amount }) => amount === null), inOrder: listed.sort(byAmount) };
  });
  const matching = await searched(basis, inOrder, search);
  const page = matching.slice(offset, limit === undefined ? matching.length : offset + limit);
  return { page, total: matching.length, lacksRate };
}

/** Everybody with MRR at the month's end, printed to sum to the balance. */
async function balanceOf(basis: Basis, month: Month, index: number, scope: Scope): Promise<Listed[]> {
  const holdings = [...(await holdingsOf(basis, month, scope)).values()];
  for (const group of scope.groups) {
    const own = holdings.filter(({ currency }) => currency === group.currency);
    printToBalance(own, group, index);
  }
  return holdings.filter(({ amount }) => amount !== 0n);
}

/** Those with a movement of the kind or counted so, who may hold nothing any more. */
async function customersOfKind(basis: Basis, period: Period, kind: CustomersKind, scope: Scope): Promise<Listed[]> {
  const moved = await movedCustomers(basis, period, kind, scope);
  const holdings = await holdingsOf(basis, period.to, scope, [...new Set(moved.map(({ customerId }) => customerId))]);
  return moved.map(({ customerId, currency, billingCurrency, countedIn }) => {
    const holding = holdings.get(customerId + currency) ?? emptyHolding(customerId, currency);
    const isBilled = billingCurrency === null || holding.billingCurrencies.includes(billingCurrency);
    return {
      ...holding,
      billingCurrencies: isBilled ? holding.billingCurrencies : [...holding.billingCurrencies, billingCurrency],
      ...(countedIn === null ? {} : { countedIn }),
    };
  });
}

interface Moved {
  readonly customerId: string;
  /** The currency that they are shown in. */
  readonly currency: Currency;
  readonly billingCurrency: Currency | null;
  readonly countedIn: Month | null;
}

async function movedCustomers(basis: Basis, period: Period, kind: CustomersKind, scope: Scope): Promise<Moved[]> {
  const { into, only, workspace } = basis;
  const count = countOf(kind);
  if (count !== null) {
    return (await countedCustomers(basis, period, count, scope)).map(({ customerId, month, currency }) => ({
      customerId,
      currency: into ?? currency ?? workspace.reportingCurrency,
      billingCurrency: currency,
      countedIn: month,
    }));
  }
  const { groupBy, groupId } = scope;
  const isTransfer = kind === 'transfer_in' || kind === 'transfer_out';
  const moved = new Map<string, Moved>();
  for (const entry of await periodEntries(basis, period, groupBy ?? (isTransfer ? 'plan' : null))) {
    if (groupBy !== null && entry.groupId !== groupId) continue;
    if (entry.kind !== kind || (only !== null && entry.currency !== only)) continue;
    const { customerId, currency: billingCurrency } = entry;
    const currency = into ?? billingCurrency;
    moved.set(customerId + currency, { customerId, currency, billingCurrency, countedIn: null });
  }
  return [...moved.values()];
}

async function searched(basis: Basis, listed: readonly Listed[], search: string | undefined): Promise<Listed[]> {
  if ((search?.trim() ?? '') === '') return [...listed];
  const rows = await standingsIn(basis.read, { search }).select('standing.customer_id').execute();
  const found = new Set(rows.map((row) => row.customer_id));
  return listed.filter(({ customerId }) => found.has(customerId));
}

function byAmount(a: Listed, b: Listed): number {
  const difference = (b.amount ?? 0n) - (a.amount ?? 0n);
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  const [keyOfA, keyOfB] = [keyOf(a), keyOf(b)];
  return keyOfA < keyOfB ? -1 : keyOfA > keyOfB ? 1 : 0;
}

function keyOf({ customerId, currency, countedIn }: Listed): string {
  return `${customerId}|${currency}|${countedIn ?? ''}`;
}

async function rowsOf(basis: Basis, page: readonly Listed[], month: Month): Promise<CustomerRow[]> {
  const ids = [...new Set(page.map((listed) => listed.customerId))];
  const customers = await inPages(ids, (some) => customersByIds(basis.read, some));
  const standings = await customerStandings(basis, ids, month);
  const planOf = await planNames(
    basis.read,
    page.flatMap((listed) => listed.planIds),
  );
  return page.map((listed) => {
    const customer = customers.get(listed.customerId);
    const standing = standings.get(listed.customerId);
    return {
      customerId: listed.customerId,
      customerName: customer?.name ?? null,
      country: customer?.country ?? null,
      countedIn: listed.countedIn ?? null,
      currency: listed.currency,
      billingCurrencies: listed.billingCurrencies,
      plans: listed.planIds.map(planOf).sort(),
      mrrMinor: listed.mrrMinor,
      arrMinor: listed.arrMinor,
      activeSince: standing?.activeSince ?? null,
      status: standing?.status ?? 'churned',
    };
  });
}
