// What a customer's movements add to the counts of customers and to the cohorts: the whole path matters here, from
// the first movement on.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { days } from './amounts.ts';
import { seriesOf } from './net-movements.ts';
import type { NetMovement, SeriesTag } from './net-movements.ts';
import type { CountDimension, CountKind, RollupSums } from './sums.ts';

/** Adds (or with `times` −1 takes back) one customer's activity. The movements are in order of day. */
export function addActivity(sums: RollupSums, nets: readonly NetMovement[], country: string, times: 1 | -1): void {
  if (nets.length === 0) return;
  if (nets.every((movement) => movement.series === 'both')) addPath(sums, nets, 'both', country, times);
  else {
    addPath(sums, seriesOf(nets, 'economic'), 'economic', country, times);
    addPath(sums, seriesOf(nets, 'reported'), 'reported', country, times);
  }
}

/** The first day that ends with MRR above zero in the economic series, or null. */
export function firstPositiveOn(nets: readonly NetMovement[]): CivilDay | null {
  const levels = new Levels();
  const isPlain = nets.every((movement) => movement.series === 'both');
  for (const day of days(isPlain ? nets : seriesOf(nets, 'economic'))) {
    levels.add(day);
    if (levels.isActive) return day[0]?.effectiveOn ?? null;
  }
  return null;
}

/** A customer's MRR by plan and currency, and how many of these are above zero in every view. */
class Levels {
  readonly #amounts = new Map<string, { readonly planId: string; readonly currency: Currency; amount: bigint }>();

  add(day: readonly NetMovement[]): void {
    for (const { planId, currency, amount } of day) {
      const key = currency + planId;
      const level = this.#amounts.get(key);
      if (level === undefined) this.#amounts.set(key, { planId, currency, amount });
      else level.amount += amount;
    }
  }

  /** MRR by currency, over all plans. */
  byCurrency(): Map<Currency, bigint> {
    const sums = new Map<Currency, bigint>();
    for (const { currency, amount } of this.#amounts.values()) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
    return sums;
  }

  get isActive(): boolean {
    for (const amount of this.byCurrency().values()) if (amount > 0n) return true;
    return false;
  }

  /** The views in which the customer is active: dimension, currency (empty for any) and group, as one text. */
  activeViews(country: string): Set<string> {
    const views = new Set<string>();
    for (const [currency, amount] of this.byCurrency()) {
      if (amount <= 0n) continue;
      views.add('total||').add(`country||${country}`);
      views.add(`total|${currency}|`).add(`country|${currency}|${country}`);
      views.add(`currency||${currency}`).add(`currency|${currency}|${currency}`);
    }
    for (const { planId, currency, amount } of this.#amounts.values()) {
      if (amount > 0n) views.add(`plan||${planId}`).add(`plan|${currency}|${planId}`);
    }
    return views;
  }
}

interface Path {
  readonly sums: RollupSums;
  readonly series: SeriesTag;
  readonly country: string;
  readonly times: 1 | -1;
  cohort: { readonly month: string; readonly currency: Currency } | null;
}

function addPath(
  sums: RollupSums,
  nets: readonly NetMovement[],
  series: SeriesTag,
  country: string,
  times: 1 | -1,
): void {
  const path: Path = { sums, series, country, times, cohort: null };
  const levels = new Levels();
  let views: ReadonlySet<string> = new Set();
  let month = '';
  let wasActiveAtStart = false;
  for (const day of days(nets)) {
    const next = (day[0]?.effectiveOn ?? '').slice(0, 7);
    const wasActive = views.has('total||');
    if (next !== month) {
      countLost(path, month, wasActiveAtStart, wasActive);
      month = next;
      wasActiveAtStart = wasActive;
    }
    levels.add(day);
    const after = levels.activeViews(country);
    const isActive = after.has('total||');
    const change: CountKind | null =
      isActive === wasActive ? null : wasActive ? 'churn' : path.cohort === null ? 'new' : 'reactivation';
    countViews(path, month, views, after, change);
    addCohort(path, month, day, levels, change);
    views = after;
  }
  countLost(path, month, wasActiveAtStart, views.has('total||'));
}

function countLost(
  { sums, series, times }: Path,
  month: string,
  wasActiveAtStart: boolean,
  isActiveAtEnd: boolean,
): void {
  if (wasActiveAtStart && !isActiveAtEnd) sums.addCount('total', series, '', month, '', 'lost', times);
}

function countViews(
  { sums, series, times }: Path,
  month: string,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  change: CountKind | null,
): void {
  for (const view of after) if (!before.has(view)) count(view, change === null || change === 'churn' ? 'in' : change);
  for (const view of before) if (!after.has(view)) count(view, change === 'churn' ? 'churn' : 'out');
  function count(view: string, kind: CountKind): void {
    const [dimension = '', currency = '', ...group] = view.split('|');
    sums.addCount(dimension as CountDimension, series, currency, month, group.join('|'), kind, times);
  }
}

function addCohort(
  path: Path,
  month: string,
  day: readonly NetMovement[],
  levels: Levels,
  change: CountKind | null,
): void {
  const { sums, series, times } = path;
  if (change === 'new') {
    const initial = [...levels.byCurrency()].filter(([, amount]) => amount > 0n).sort(([a], [b]) => (a < b ? -1 : 1));
    const [first] = initial;
    if (first === undefined) return;
    path.cohort = { month, currency: first[0] };
    sums.cohort(series, month, month, first[0]).joined += times;
    for (const [currency, amount] of initial)
      sums.cohort(series, month, month, currency).initial_mrr += BigInt(times) * amount;
  }
  if (path.cohort === null) return;
  for (const { currency, amount } of day) {
    sums.cohort(series, path.cohort.month, month, currency).amount_mrr += BigInt(times) * amount;
  }
  if (change === null) return;
  sums.cohort(series, path.cohort.month, month, path.cohort.currency).customers += change === 'churn' ? -times : times;
}
