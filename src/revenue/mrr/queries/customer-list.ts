// Every customer where they stand now: filtered, sorted and paged.
import { mrrToMinor } from '../../../kernel/index.ts';
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { customersByIds } from '../../../billing/customers/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import type { HoldingRecord, StandingRecord } from '../tables.ts';
import { envelope, lastMonth, resolveBasis } from './basis/resolve.ts';
import type { Basis } from './basis/resolve.ts';
import { pageOfIds, requireKnownFilter } from './customer-filter.ts';
import type { CustomerListAnswer, CustomerListRequest, CustomerListRow, CustomerStatus } from './customer-shapes.ts';
import { totalsOf } from './customer-totals.ts';
import { inPages, planNames } from './names.ts';
import { holdingsOf, showingIn, shownSum } from './present.ts';
import type { Show } from './present.ts';
import { missingRates } from './warnings.ts';

/**
 * The customers that the filter lets through, each amount rounded by itself; the total is rounded once, and without a
 * filter it is the MRR of the Overview. Raises `bad_input` for a plan or country that is none.
 */
export async function customerList(read: ReadHandle, request: CustomerListRequest = {}): Promise<CustomerListAnswer> {
  await requireKnownFilter(read, request);
  const basis = await resolveBasis(read, { currency: request.currency });
  const into = basis.into ?? basis.workspace.reportingCurrency;
  const show = await showingIn(read, into, basis.through);
  const { sort = 'mrr', isDescending = true, offset = 0, limit } = request;
  const { search, status, plan, country, billingCurrency } = request;
  const filter = { search, status, plan, country, billingCurrency };
  const { customers: total, held } = await totalsOf(read, filter);
  const exact = shownSum(held, show);
  const ids = await pageOfIds(read, filter, { sort, isDescending, offset, limit, total });
  const { policy, timeZone, knownOn, dataThrough } = envelope('customers', basis, [], []);
  return {
    report: 'customer-list',
    policy,
    currency: into,
    timeZone,
    knownOn,
    dataThrough,
    rows: await rowsOf(read, ids, into, show),
    total,
    totalMrrMinor: exact === null ? null : mrrToMinor(exact),
    warnings: exact === null ? lackOf(basis) : [],
  };
}

function lackOf(basis: Basis): string[] {
  const month = lastMonth(basis);
  return missingRates(month === null ? [] : [month], basis.into);
}

/** The rows of the customers, in the order of the ids. */
export async function rowsOf(
  read: ReadHandle,
  ids: readonly string[],
  into: Currency,
  show: Show,
): Promise<CustomerListRow[]> {
  const standings = await inPages(ids, (page) => standingsByIds(read, page));
  const customers = await inPages(ids, (page) => customersByIds(read, page));
  const held = await inPages(ids, (page) => holdingsOf(read, page));
  const planOf = await planNames(
    read,
    [...held.values()].flatMap((holdings) => holdings.map((row) => row.plan_id)),
  );
  return ids.flatMap((id) => {
    const standing = standings.get(id);
    if (standing === undefined) return [];
    const customer = customers.get(id);
    const holdings = held.get(id) ?? [];
    const exact = shownSum(holdings, show);
    return [
      {
        customerId: id,
        name: customer?.name ?? null,
        email: customer?.email ?? null,
        country: standing.country === '' ? null : standing.country,
        currency: into,
        billingCurrency: standing.currency === '' ? null : (standing.currency as Currency),
        billed: billedOf(holdings),
        status: standing.status as CustomerStatus,
        plans: [...new Set(holdings.map((row) => planOf(row.plan_id)))].sort(),
        mrrMinor: exact === null ? null : mrrToMinor(exact),
        arrMinor: exact === null ? null : mrrToMinor(12n * exact),
        activeSinceOn: standing.active_since_on === '' ? null : (standing.active_since_on as CivilDay),
        createdAt: standing.created_at,
        isDeleted: standing.is_deleted === 1,
      },
    ];
  });
}

function billedOf(holdings: readonly HoldingRecord[]): CustomerListRow['billed'] {
  return [...Map.groupBy(holdings, (row) => row.currency)].map(([currency, rows]) => ({
    currency: currency as Currency,
    mrrMinor: mrrToMinor(rows.reduce((sum, row) => sum + row.amount_mrr, 0n)),
  }));
}

async function standingsByIds(read: ReadHandle, ids: readonly string[]): Promise<Map<string, StandingRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await read.selectFrom('mrr_standings').selectAll().where('customer_id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.customer_id, row]));
}
