// The customers of the last day known by what they pay, paged by the standings: nothing is read but the page, and how
// often each remainder occurs, from which it follows who is rounded up.
import { sql } from 'kysely';
import { MRR_SCALE, mrrToMinor } from '../../../kernel/index.ts';
import type { Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import type { Basis } from './basis/resolve.ts';
import { holdingsOf } from './customer-holdings.ts';
import type { Holding, Scope } from './customer-holdings.ts';
import { standingsIn } from './customer-filter.ts';
import { Memory } from './memory.ts';

/** Who of the customers is rounded up: those with a larger remainder, and of those with this one the first in order. */
interface Rounding {
  /** How many times MRR is rounded. */
  readonly times: bigint;
  readonly remainder: bigint;
  /** The last that is rounded up of those with the remainder; null when all of them are. */
  readonly until: { readonly customerId: string; readonly amount: bigint } | null;
}

interface Roundings {
  readonly mrr: Rounding;
  readonly arr: Rounding;
}

interface RemainderCount {
  readonly remainder: bigint;
  readonly customers: number;
  /** Their whole minor units. */
  readonly whole: bigint;
}

export interface PageRequest {
  readonly search?: string | undefined;
  readonly offset: number;
  readonly limit: number | undefined;
}

const memory = new Memory<Roundings | null>(16);
const found = new Memory<readonly { readonly customer_id: string; readonly converted_mrr: bigint | null }[]>(4);

/** The page as `customersReport` lists it; null when it cannot be had from the standings. */
export async function presentCustomers(
  basis: Basis,
  month: Month,
  index: number,
  scope: Scope,
  { search, offset, limit }: PageRequest,
): Promise<{ readonly page: readonly Holding[]; readonly total: number } | null> {
  const { into, series, recordedBy, through, workspace } = basis;
  const [group] = scope.groups;
  const closing = group?.printed[index]?.closing ?? null;
  const exact = group?.exact[index]?.closing ?? null;
  if (into !== workspace.reportingCurrency || series !== 'reported' || recordedBy !== null) return null;
  if (scope.groupBy === 'plan' || scope.groupBy === 'currency') return null;
  if (through === null || closingDay(month, through) !== through) return null;
  if (group === undefined || closing === null || exact === null) return null;
  const targets = { mrr: BigInt(closing), arr: BigInt(mrrToMinor(12n * exact)) };
  const key = [scope.groupId, targets.mrr, targets.arr].join('|');
  const roundings = await memory.recall(basis.read, key, () => roundingsOf(basis, scope, targets));
  if (roundings === null) return null;
  const isSearched = (search?.trim() ?? '') !== '';
  const isPaged = !isSearched && limit !== undefined;
  const ask = () =>
    paying(basis, scope, isSearched ? search : undefined)
      .select(['standing.customer_id', 'standing.converted_mrr'])
      .orderBy('standing.converted_mrr', 'desc')
      .orderBy('standing.customer_id')
      .$if(isPaged, (query) => query.limit(limit ?? 0).offset(offset))
      .execute();
  // Texts are looked through once, for all pages and the total; without a search the total is known.
  const rows = isSearched ? await found.recall(basis.read, JSON.stringify([scope.groupId, search]), ask) : await ask();
  const page = isPaged ? rows : rows.slice(offset, limit === undefined ? rows.length : offset + limit);
  const total = isSearched ? rows.length : (group.customers[index]?.closing ?? 0);
  const ids = page.map((row) => row.customer_id);
  const holdings = await holdingsOf(basis, month, { ...scope, groupBy: null }, ids);
  return {
    total,
    page: page.flatMap(({ customer_id: id, converted_mrr: amount }) => {
      const holding = holdings.get(id + into);
      if (holding === undefined || amount === null) return [];
      return [
        { ...holding, mrrMinor: rounded(id, amount, roundings.mrr), arrMinor: rounded(id, amount, roundings.arr) },
      ];
    }),
  };
}

/** Customers with MRR in the reporting currency. */
function paying({ read }: Pick<Basis, 'read'>, { groupBy, groupId }: Scope, search?: string) {
  const query = standingsIn(read, { search }).where('standing.converted_mrr', '>', 0n);
  return groupBy === 'country' ? query.where('standing.country', '=', groupId ?? '') : query;
}

async function roundingsOf(
  basis: Basis,
  scope: Scope,
  targets: { readonly mrr: bigint; readonly arr: bigint },
): Promise<Roundings | null> {
  const remainder = sql<bigint>`standing.converted_mrr % ${sql.lit(Number(MRR_SCALE))}`;
  const rows = await paying(basis, scope)
    .select(({ fn }) => [
      remainder.as('remainder_mrr'),
      fn.countAll<number>().as('customers'),
      fn.sum<bigint>('standing.converted_mrr').as('sum_mrr'),
    ])
    .groupBy(remainder)
    .execute();
  const counts = rows.map((row) => {
    const customers = Number(row.customers);
    const whole = (row.sum_mrr - BigInt(customers) * row.remainder_mrr) / MRR_SCALE;
    return { remainder: row.remainder_mrr, customers, whole };
  });
  const mrr = await roundingTo(basis, scope, counts, 1n, targets.mrr);
  const arr = await roundingTo(basis, scope, counts, 12n, targets.arr);
  return mrr === null || arr === null ? null : { mrr, arr };
}

/** Null where the target is not between all rounded down and all rounded up. */
async function roundingTo(
  basis: Basis,
  scope: Scope,
  counts: readonly RemainderCount[],
  times: bigint,
  target: bigint,
): Promise<Rounding | null> {
  const down = counts.reduce(
    (sum, { remainder, customers, whole }) =>
      sum + times * whole + BigInt(customers) * ((times * remainder) / MRR_SCALE),
    0n,
  );
  const left = Map.groupBy(counts, ({ remainder }) => (times * remainder) % MRR_SCALE);
  let missing = Number(target - down);
  if (missing === 0) return { times, remainder: MRR_SCALE, until: null };
  if (missing < 0) return null;
  for (const [remainder, own] of [...left].sort(([a], [b]) => (a > b ? -1 : 1))) {
    const customers = own.reduce((sum, of) => sum + of.customers, 0);
    if (missing === customers) return { times, remainder, until: null };
    if (missing < customers) return { times, remainder, until: await nthOf(basis, scope, own, missing) };
    missing -= customers;
  }
  return null;
}

async function nthOf(
  basis: Basis,
  scope: Scope,
  counts: readonly RemainderCount[],
  place: number,
): Promise<Rounding['until']> {
  const remainders = sql.join(counts.map(({ remainder }) => sql.lit(Number(remainder))));
  const row = await paying(basis, scope)
    .select(['standing.customer_id', 'standing.converted_mrr'])
    .where(sql<boolean>`standing.converted_mrr % ${sql.lit(Number(MRR_SCALE))} in (${remainders})`)
    .orderBy('standing.converted_mrr', 'desc')
    .orderBy('standing.customer_id')
    .limit(1)
    .offset(place - 1)
    .executeTakeFirst();
  return row === undefined ? null : { customerId: row.customer_id, amount: row.converted_mrr ?? 0n };
}

function rounded(customerId: string, amount: bigint, { times, remainder, until }: Rounding): number {
  const down = (times * amount) / MRR_SCALE;
  const own = (times * amount) % MRR_SCALE;
  const isUp =
    own > remainder ||
    (own === remainder &&
      (until === null || amount > until.amount || (amount === until.amount && customerId <= until.customerId)));
  return Number(isUp ? down + 1n : down);
}
