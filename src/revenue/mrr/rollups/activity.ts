// What a customer's movements add to the counts of customers and to the cohorts: the whole path matters here, from
// the first movement on.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import { days } from './amounts.ts';
import { monthNumber } from './lanes.ts';
import type { MonthNumber } from './lanes.ts';
import { Levels } from './levels.ts';
import { isCommon, seriesOf } from './net-movements.ts';
import type { NetMovement, SeriesTag } from './net-movements.ts';
import type { CountKind, RollupSums } from './sums.ts';

/** Where activity is added to. */
export type ActivitySums = Pick<RollupSums, 'addCount' | 'addLost' | 'cohort'>;

/** Adds (or with `times` −1 takes back) one customer's activity. The movements are in order of day. */
export function addActivity(sums: ActivitySums, nets: readonly NetMovement[], country: string, times: 1 | -1): void {
  if (nets.length === 0) return;
  if (isCommon(nets)) new Path(sums, 'both', country, times).follow(nets);
  else {
    new Path(sums, 'economic', country, times).follow(seriesOf(nets, 'economic'));
    new Path(sums, 'reported', country, times).follow(seriesOf(nets, 'reported'));
  }
}

/** The first day that ends with MRR above zero in the economic series, or null. */
export function firstPositiveOn(nets: readonly NetMovement[]): CivilDay | null {
  const levels = new Levels();
  for (const day of days(isCommon(nets) ? nets : seriesOf(nets, 'economic'))) {
    levels.add(day);
    if (levels.isActive()) return day[0]?.effectiveOn ?? null;
  }
  return null;
}

/** One customer's way through the days of one series. */
class Path {
  readonly #sums: ActivitySums;
  readonly #series: SeriesTag;
  readonly #country: string;
  readonly #times: 1 | -1;
  readonly #levels = new Levels();
  #month: MonthNumber = 0;
  #isActive = false;
  #wasActiveAtStart = false;
  #cohort: { readonly month: MonthNumber; readonly currency: Currency } | null = null;

  constructor(sums: ActivitySums, series: SeriesTag, country: string, times: 1 | -1) {
    this.#sums = sums;
    this.#series = series;
    this.#country = country;
    this.#times = times;
  }

  follow(nets: readonly NetMovement[]): void {
    for (const day of days(nets)) {
      this.#enterMonth(monthNumber(day[0]?.effectiveOn ?? ''));
      this.#levels.add(day);
      const isActive = this.#levels.isActive();
      const change =
        isActive === this.#isActive ? null : this.#isActive ? 'churned' : this.#cohort === null ? 'new' : 'reactivated';
      this.#isActive = isActive;
      this.#countGroups(change);
      this.#addCohort(day, change);
    }
    this.#enterMonth(0);
  }

  #enterMonth(month: MonthNumber): void {
    if (month === this.#month) return;
    if (this.#wasActiveAtStart && !this.#isActive) this.#sums.addLost(this.#series, this.#month, this.#times);
    this.#month = month;
    this.#wasActiveAtStart = this.#isActive;
  }

  #countGroups(change: CountKind | null): void {
    const kindOf = (isActive: boolean): CountKind => {
      if (isActive) return change === null || change === 'churned' ? 'transferred_in' : change;
      return change === 'churned' ? 'churned' : 'transferred_out';
    };
    if (change !== null) this.#count('country', null, this.#country, change);
    for (const { currency, isActive } of this.#levels.changedCurrencies()) {
      this.#count('country', currency, this.#country, kindOf(isActive));
    }
    for (const { planId, currency, isActive } of this.#levels.changedPlans()) {
      this.#count('plan', currency, planId, kindOf(isActive));
    }
  }

  #count(dimension: 'plan' | 'country', currency: Currency | null, groupId: string, kind: CountKind): void {
    this.#sums.addCount(dimension, this.#series, currency, this.#month, groupId, kind, this.#times);
  }

  #addCohort(day: readonly NetMovement[], change: CountKind | null): void {
    const isAdded = this.#times === 1;
    if (change === 'new') {
      const initial = this.#levels.positiveCurrencies();
      const [first] = initial;
      if (first === undefined) return;
      this.#cohort = { month: this.#month, currency: first.currency };
      this.#cohortCell(first.currency).joined += this.#times;
      for (const { currency, amount } of initial) this.#cohortCell(currency).initial_mrr += isAdded ? amount : -amount;
    }
    if (this.#cohort === null) return;
    for (const { currency, amount } of day) this.#cohortCell(currency).amount_mrr += isAdded ? amount : -amount;
    if (change !== null) {
      this.#cohortCell(this.#cohort.currency).customers += change === 'churned' ? -this.#times : this.#times;
    }
  }

  #cohortCell(currency: Currency) {
    return this.#sums.cohort(this.#series, this.#cohort?.month ?? 0, this.#month, currency);
  }
}
