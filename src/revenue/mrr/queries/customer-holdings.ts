// What customers hold at the end of a month, and how it is printed.
import { MRR_SCALE, mrrToMinor, roundToTarget } from '../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../kernel/index.ts';
import { closingDay } from '../projection/horizon.ts';
import { balancesOn } from './balances.ts';
import type { Balance } from './balances.ts';
import type { Basis } from './basis/resolve.ts';
import type { GroupBy } from './report-shapes.ts';
import { atRate } from './roll-forward/closing-balances.ts';
import type { GroupForward } from './roll-forward/index.ts';

/** One customer's balances in the currency that the report shows them in. */
export interface Holding {
  readonly customerId: string;
  readonly currency: Currency;
  readonly planIds: string[];
  readonly billingCurrencies: Currency[];
  /** Exact; null where a rate is missing. */
  amount: bigint | null;
  mrrMinor: number | null;
  arrMinor: number | null;
}

/** The one group that a list is of, or everything. */
export interface Scope {
  readonly groupBy: GroupBy | null;
  readonly groupId: string | null;
  /** Its roll-forward, one for each currency of the report. */
  readonly groups: readonly GroupForward[];
}

/** Ids asked for in one query. */
const PAGE_IDS = 5_000;

/** What the customers hold in the scope at the month's end, each amount rounded by itself; all customers when none are named. */
export async function holdingsOf(
  basis: Basis,
  month: Month,
  scope: Scope,
  customerIds?: readonly string[],
): Promise<Map<string, Holding>> {
  const { through } = basis;
  const holdings = new Map<string, Holding>();
  if (through === null) return holdings;
  const rate = await basis.sums.closingRates();
  for (const balance of await balancesIn(basis, closingDay(month, through), scope, customerIds)) {
    const currency = basis.into ?? balance.currency;
    const key = balance.customerId + currency;
    const holding = holdings.get(key) ?? emptyHolding(balance.customerId, currency);
    const shown = atRate(balance.amount, rate(month, balance.currency));
    holding.amount = holding.amount === null || shown === null ? null : holding.amount + shown;
    if (!holding.planIds.includes(balance.planId)) holding.planIds.push(balance.planId);
    if (!holding.billingCurrencies.includes(balance.currency)) holding.billingCurrencies.push(balance.currency);
    holdings.set(key, holding);
  }
  for (const holding of holdings.values()) {
    const { amount } = holding;
    holding.mrrMinor = amount === null ? null : mrrToMinor(amount);
    holding.arrMinor = amount === null ? null : mrrToMinor(12n * amount);
  }
  return holdings;
}

export function emptyHolding(customerId: string, currency: Currency): Holding {
  return { customerId, currency, planIds: [], billingCurrencies: [], amount: 0n, mrrMinor: 0, arrMinor: 0 };
}

/** Prints MRR that sums to the printed closing balance, and ARR that sums to twelve times the exact one, rounded. */
export function printToBalance(holdings: readonly Holding[], group: GroupForward, index: number): void {
  const exact = group.exact[index]?.closing ?? null;
  const printed = group.printed[index]?.closing ?? null;
  const amounts = holdings.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (exact === null || printed === null || amounts.length < holdings.length || amounts.length === 0) return;
  const mrr = roundToTarget(amounts, MRR_SCALE, BigInt(printed));
  const yearly = amounts.map((amount) => 12n * amount);
  const arr = roundToTarget(yearly, MRR_SCALE, BigInt(mrrToMinor(12n * exact)));
  for (const [at, holding] of holdings.entries()) {
    holding.mrrMinor = Number(mrr[at]);
    holding.arrMinor = Number(arr[at]);
  }
}

async function balancesIn(
  basis: Basis,
  on: CivilDay,
  { groupBy, groupId }: Scope,
  customerIds: readonly string[] | undefined,
): Promise<Balance[]> {
  const id = groupId ?? undefined;
  const filter = {
    currency: basis.only ?? (groupBy === 'currency' ? (id as Currency | undefined) : undefined),
    planId: groupBy === 'plan' ? id : undefined,
    country: groupBy === 'country' ? id : undefined,
  };
  if (customerIds === undefined) return balancesOn(basis, on, filter);
  const balances: Balance[] = [];
  for (let at = 0; at < customerIds.length; at += PAGE_IDS) {
    balances.push(...(await balancesOn(basis, on, { ...filter, customerIds: customerIds.slice(at, at + PAGE_IDS) })));
  }
  return balances;
}
