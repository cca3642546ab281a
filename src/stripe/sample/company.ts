// The sample company: its customers' lives played month by month, and what a polling reader would get at each month's end.
import { CountinghouseError, known, type CivilDay } from '../../kernel/index.ts';
import { calendarOf, EVENT_LIFE, monthBounds, type Calendar } from './calendar.ts';
import { readListBackup } from './catalog-file.ts';
import { openCouponBook } from './coupons.ts';
import { drawFate } from './fates.ts';
import { signUps, signUpsByMonth } from './population.ts';
import { priceListOf } from './price-list.ts';
import { ratesByDay, syntheticRates, type SampleRate } from './rates.ts';
import { enact, SCRIPTS, type Script } from './scenarios/index.ts';
import { PayoutSchedule } from './simulator/account-balance.ts';
import { playUntil, takeChanged } from './simulator/customer.ts';
import type { Customer, World } from './simulator/state.ts';
import { sampleTaxRates } from './tax.ts';
import type { SampleObject } from './wire.ts';

export interface SampleOptions {
  /** How many customers there ever are, scripted ones first. */
  readonly customers: number;
  /** Over how many months, the last of them being October 2026. */
  readonly months: number;
  readonly seed: number;
}

export const SAMPLE_DEFAULTS: SampleOptions = { customers: 2_400, months: 36, seed: 1 };

/** What is read at the end of one month: every object made or changed since the last time, as it is then, and events. */
export interface Delivery {
  readonly on: CivilDay;
  readonly objects: readonly SampleObject[];
}

export interface SampleCompany {
  /** Exchange rates of every weekday, made up and labelled so. */
  readonly rates: readonly SampleRate[];
  /** Month by month, each made when it is asked for. */
  deliveries(): Generator<Delivery, void>;
}

/** Scripted lives reach back this far; in a younger company the first delivery brings what came before. */
const SCRIPTED_MONTHS = 15;

/** The company of these options, the same to the byte whenever and wherever it is made. Raises `bad_input`. */
export function sampleCompany(options: SampleOptions = SAMPLE_DEFAULTS): SampleCompany {
  checkOptions(options);
  const calendar = calendarOf(Math.max(options.months, SCRIPTED_MONTHS));
  const rates = syntheticRates(calendar, options.seed);
  return { rates, deliveries: () => play(options, calendar, rates) };
}

function* play(options: SampleOptions, calendar: Calendar, rates: readonly SampleRate[]): Generator<Delivery, void> {
  const { seed, months } = options;
  const payouts = new PayoutSchedule(seed);
  const { world, catalogObjects } = openWorld(seed, calendar, rates, payouts);
  const scripts = SCRIPTS.slice(0, options.customers);
  const scripted = scripts.map((script, number) => ({ script, customer: enact(world, seed, number, script) }));
  const crowd: Customer[] = [];
  const skipped = calendar.months - months;
  const counts = signUpsByMonth(calendar, months, options.customers - scripts.length);
  const deliveryOf = (objects: SampleObject[], on: CivilDay): Delivery => ({ on, objects });
  let waiting: SampleObject[] = catalogObjects;
  for (let index = 0; index < calendar.months; index += 1) {
    const { startAt, endAt, lastOn } = monthBounds(calendar, index);
    world.monthEndAt = endAt;
    world.eventsFrom = index < skipped ? Number.POSITIVE_INFINITY : endAt - EVENT_LIFE;
    const objects = waiting;
    for (const { script, customer } of scripted) {
      playUntil(customer, endAt);
      if (index >= skipped && isLearned(script, calendar, index)) append(objects, takeChanged(customer));
    }
    for (const customer of crowd) drawFate(customer, startAt, endAt);
    if (index >= skipped) {
      const firstNumber = scripts.length + crowd.length;
      append(
        crowd,
        signUps(world, seed, calendar, index, firstNumber, known(counts[index - skipped], 'a count for every month')),
      );
    }
    for (const customer of crowd) {
      playUntil(customer, endAt);
      append(objects, takeChanged(customer));
    }
    append(objects, world.coupons.takeChanged());
    append(objects, payouts.closeMonth(startAt, endAt));
    waiting = index < skipped ? objects : [];
    if (index >= skipped) yield deliveryOf(objects, lastOn);
  }
}

function isLearned(script: Script, calendar: Calendar, index: number): boolean {
  return script.learnedBack === undefined || calendar.months - 1 - index <= script.learnedBack;
}

function openWorld(
  seed: number,
  calendar: Calendar,
  rates: readonly SampleRate[],
  payouts: PayoutSchedule,
): { readonly world: World; readonly catalogObjects: SampleObject[] } {
  const createdAt = calendar.startAt - 30 * 86_400;
  const prices = priceListOf(readListBackup(), seed, createdAt);
  const productIdOf = (name: string): string =>
    known(
      prices.products.find((product) => product.name === name),
      `product ${name}`,
    ).id;
  const coupons = openCouponBook(seed, createdAt, productIdOf);
  const taxRates = sampleTaxRates(seed, createdAt);
  return {
    world: {
      prices,
      coupons,
      taxRates,
      rateAt: ratesByDay(rates),
      bank: (transaction) => payouts.take(transaction),
      eventsFrom: 0,
      monthEndAt: 0,
    },
    catalogObjects: [
      ...prices.products,
      ...[...prices.prices.values()].map((price) => price.wire),
      ...taxRates,
      ...coupons.all(),
    ],
  };
}

function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

function checkOptions({ customers, months, seed }: SampleOptions): void {
  const isGood =
    [customers, months, seed].every(Number.isSafeInteger) &&
    customers >= 1 &&
    customers <= 1_000_000 &&
    months >= 1 &&
    months <= 120;
  if (isGood) return;
  throw new CountinghouseError('bad_input', {
    what: `A sample of ${customers} customers over ${months} months with seed ${seed} cannot be made`,
    fix: 'Use 1 to 1,000,000 customers, 1 to 120 months and a whole number as seed',
  });
}
