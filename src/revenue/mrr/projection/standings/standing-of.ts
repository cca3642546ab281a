// Where one customer stands at the horizon: what they pay for, since when, and how their subscriptions are.
import type { CustomerRow } from '../../../../billing/customers/index.ts';
import type { SubscriptionRow } from '../../../../billing/subscriptions/index.ts';
import type { CivilDay, Currency, Fraction } from '../../../../kernel/index.ts';
import { atRate } from '../../queries/roll-forward/closing-balances.ts';
import type { CustomerStatus } from '../../queries/customer-shapes.ts';
import type { NetMovement } from '../../rollups/index.ts';
import type { HoldingRecord, StandingRecord } from '../../tables.ts';

/** The rate into the reporting currency at the horizon; null where there is none. */
export type StandingRate = (currency: Currency) => Fraction | null;

export interface Stander {
  readonly customerId: string;
  /** Null for a customer of whom only subscriptions or invoices are known. */
  readonly customer: CustomerRow | null;
  readonly subscriptions: readonly SubscriptionRow[];
  /** All net movements, in order of day. */
  readonly nets: readonly NetMovement[];
}

export interface Standing {
  readonly standing: StandingRecord;
  readonly holdings: readonly HoldingRecord[];
}

/** Where the customer stands at the end of the day, by the reported series. */
export function standingOf(of: Stander, through: CivilDay, rateOf: StandingRate): Standing {
  const { customerId, customer, subscriptions } = of;
  const { holdings, activeSinceOn } = reportedOf(of, through);
  const key = (customer?.name ?? customer?.email ?? customerId).toLowerCase();
  return {
    standing: {
      customer_id: customerId,
      search_text: searchText(customerId, customer?.name ?? null, customer?.email ?? null),
      name_key: key,
      country: customer?.country ?? '',
      created_at: customer?.created_at ?? 0,
      is_deleted: customer?.is_deleted ?? 0,
      status: statusOf(subscriptions),
      ...mainCurrency(holdings, rateOf),
      converted_mrr: convertedSum(holdings, rateOf),
      active_since_on: activeSinceOn,
    },
    holdings,
  };
}

/** What a search looks through. */
export function searchText(customerId: string, name: string | null, email: string | null): string {
  return [name, email, customerId].flatMap((part) => (part === null ? [] : [part.toLowerCase()])).join('\n');
}

/** What the holdings come to at the rates; null where one has none. */
export function convertedSum(holdings: readonly HoldingRecord[], rateOf: StandingRate): bigint | null {
  let sum = 0n;
  for (const { currency, amount_mrr: amount } of holdings) {
    const shown = atRate(amount, rateOf(currency as Currency));
    if (shown === null) return null;
    sum += shown;
  }
  return sum;
}

/** The currency with the most MRR, compared at the rates; those without one count last, ties by code. */
export function mainCurrency(
  holdings: readonly HoldingRecord[],
  rateOf: StandingRate,
): Pick<StandingRecord, 'currency' | 'amount_mrr' | 'is_mixed'> {
  const sums = new Map<string, bigint>();
  for (const { currency, amount_mrr: amount } of holdings) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  const worth = (currency: string, amount: bigint) => atRate(amount, rateOf(currency as Currency)) ?? -1n;
  const [main] = [...sums].sort(([a, ofA], [b, ofB]) => {
    const difference = worth(b, ofB) - worth(a, ofA);
    return difference === 0n ? (a < b ? -1 : 1) : difference > 0n ? 1 : -1;
  });
  return { currency: main?.[0] ?? '', amount_mrr: main?.[1] ?? 0n, is_mixed: sums.size > 1 ? 1 : 0 };
}

function reportedOf(
  { customerId, nets }: Stander,
  through: CivilDay,
): { readonly holdings: HoldingRecord[]; readonly activeSinceOn: string } {
  const holdings = new Map<string, HoldingRecord>();
  const levels = new Map<string, bigint>();
  let activeSinceOn = '';
  const due = nets.filter(({ series, effectiveOn }) => series !== 'economic' && effectiveOn <= through);
  for (const [index, { planId, currency, amount, effectiveOn }] of due.entries()) {
    const key = `${planId}|${currency}`;
    const holding = holdings.get(key);
    if (holding === undefined)
      holdings.set(key, { customer_id: customerId, plan_id: planId, currency, amount_mrr: amount });
    else holding.amount_mrr += amount;
    levels.set(currency, (levels.get(currency) ?? 0n) + amount);
    if (due[index + 1]?.effectiveOn === effectiveOn) continue;
    const isActive = [...levels.values()].some((level) => level > 0n);
    activeSinceOn = isActive ? activeSinceOn || effectiveOn : '';
  }
  return { holdings: [...holdings.values()].filter((holding) => holding.amount_mrr !== 0n), activeSinceOn };
}

const ENDED = new Set(['canceled', 'incomplete_expired']);

/** The status of a customer with these subscriptions (docs/formulas.md: a customer's status). */
export function statusOf(subscriptions: readonly SubscriptionRow[]): CustomerStatus {
  const begun = subscriptions.filter(({ status }) => status !== 'incomplete' && status !== 'incomplete_expired');
  const live = begun.filter((row) => row.ended_at === null && !ENDED.has(row.status));
  if (live.some(({ status }) => status === 'past_due' || status === 'unpaid')) return 'past_due';
  const running = live.filter((row) => row.status !== 'paused' && row.pause_behavior === null);
  if (running.some(({ status }) => status === 'active')) return 'active';
  if (running.some(({ status }) => status === 'trialing')) return 'trialing';
  if (live.length > 0) return 'paused';
  return begun.length > 0 ? 'canceled' : 'none';
}
