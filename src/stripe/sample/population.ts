// Everybody who is not scripted: who they are, when they sign up and what they begin with.
import { splitByLargestRemainder } from '../../kernel/index.ts';
import { monthBounds, type Calendar } from './calendar.ts';
import type { CouponKey } from './coupons.ts';
import { negotiatedPrice, type PriceOnSale } from './price-list.ts';
import { Random } from './random.ts';
import { priceFor } from './scenarios/script.ts';
import { newCustomer, schedule, touch } from './simulator/customer.ts';
import { newDiscount } from './simulator/discounts.ts';
import { createSubscription, type NewSubscription } from './simulator/subscriptions.ts';
import type { Customer, World } from './simulator/state.ts';

const SIGN_UP_STREAM = 31;
const MINUTE = 60;

/** How sign-ups swing over the year, January first, in percent of the trend. */
const SEASON = [112, 101, 106, 99, 97, 94, 86, 88, 110, 106, 103, 82];

const COUNTRIES = [
  ['US', 50],
  ['GB', 11],
  ['DE', 10],
  ['FR', 5],
  ['NL', 4],
  ['ES', 3],
  ['AT', 2],
  ['IE', 2],
  ['JP', 6],
  ['CA', 4],
  ['AU', 2],
  ['BR', 1],
] as const;
const EU = new Set(['DE', 'FR', 'NL', 'ES', 'AT', 'IE']);
const COUPONS: readonly (readonly [CouponKey, number])[] = [
  ['launch_25_three_months', 34],
  ['welcome_once', 30],
  ['loyal_20_forever', 16],
  ['first_month_half', 12],
  ['twenty_off_once', 8],
];

/** How many sign up in each month: growing evenly with the seasons, summing to the count exactly. */
export function signUpsByMonth(calendar: Calendar, months: number, count: number): number[] {
  const first = Number(calendar.firstMonth.slice(5, 7)) - 1 + calendar.months - months;
  const weights = Array.from({ length: months }, (_, index) =>
    BigInt((80 + index * 2) * (SEASON[(first + index) % 12] ?? 100)),
  );
  return splitByLargestRemainder(BigInt(count), weights).map(Number);
}

/** The customers numbered from `firstNumber` that sign up in the company's month, each with its beginning ahead of it. */
export function signUps(
  world: World,
  seed: number,
  calendar: Calendar,
  monthIndex: number,
  firstNumber: number,
  count: number,
): Customer[] {
  const { startAt, endAt } = monthBounds(calendar, monthIndex);
  return Array.from({ length: count }, (_, index) => {
    const random = new Random(seed, SIGN_UP_STREAM, firstNumber + index);
    const country = random.weighted(COUNTRIES);
    const createdAt = startAt + random.below(endAt - startAt - 3 * 3_600);
    const customer = newCustomer(world, seed, firstNumber + index, {
      country,
      createdAt,
      isNonprofit: country === 'US' && random.happens(500),
      isReverseCharged: EU.has(country) && random.happens(4_500),
    });
    if (random.happens(9_650)) {
      schedule(customer, createdAt + random.between(2, 50) * MINUTE, (at) =>
        begin(customer, at, monthIndex / calendar.months),
      );
    }
    return customer;
  });
}

/** A customer's first subscription. `age` runs from 0 to 1 over the company's life; old customers have the legacy plan. */
function begin(customer: Customer, at: number, age: number): void {
  const { random } = customer;
  if (random.happens(330))
    customer.declinesAhead = random.weighted([
      [1, 70],
      [9, 30],
    ] as const);
  const way = random.weighted([
    ['free', 17],
    ['trial', 33],
    ['paid', 50],
  ] as const);
  if (way === 'free') {
    createSubscription(customer, at, { items: [{ price: priceFor(customer, 'free_monthly') }] });
    return;
  }
  const plan = random.weighted([
    ['starter', 52],
    ['pro', 37],
    ['enterprise', 11],
  ] as const);
  const terms = {
    items: itemsOf(customer, plan, age, at),
    isInvoiced: plan === 'enterprise' && random.happens(4_000),
    ...couponOf(customer, plan),
  };
  if (way === 'paid') {
    createSubscription(customer, at, terms);
    return;
  }
  const isCardMissing = random.happens(3_800);
  const missingCardEnds = random.happens(8_500) ? 'cancel' : 'pause';
  createSubscription(customer, at, { ...terms, trialDays: 14, isCardMissing, missingCardEnds });
}

/** What a customer of the plan buys: the price for its interval and some number of seats. */
export function itemsOf(
  customer: Customer,
  plan: 'starter' | 'pro' | 'enterprise',
  age: number,
  at: number,
): NewSubscription['items'] {
  const { random } = customer;
  const quantity =
    plan === 'pro'
      ? random.weighted([
          [1, 58],
          [2, 16],
          [3, 10],
          [5, 9],
          [8, 5],
          [15, 2],
        ] as const)
      : 1;
  return [{ price: priceOf(customer, plan, age, at), quantity }];
}

function priceOf(customer: Customer, plan: 'starter' | 'pro' | 'enterprise', age: number, at: number): PriceOnSale {
  const { random, currency } = customer;
  if (customer.taxExempt === 'exempt' && plan !== 'enterprise') return priceFor(customer, `${plan}_nonprofit_monthly`);
  const interval = random.weighted([
    ['monthly', 76],
    ['annual', 19],
    ['quarterly', 5],
  ] as const);
  if (interval === 'monthly' && plan === 'starter' && currency === 'usd' && age < 0.45)
    return priceFor(customer, 'starter_2022_monthly');
  if (interval === 'quarterly' && currency === 'usd') return priceFor(customer, `${plan}_quarterly`);
  const listed = priceFor(customer, `${plan}_${interval === 'annual' ? 'annual' : 'monthly'}`);
  if (plan !== 'enterprise' || currency !== 'usd' || !random.happens(1_800)) return listed;
  const unitMinor = random.between(3, 12) * 5_000 * listed.months + 900;
  const price = negotiatedPrice(listed, `price_1${random.letters(23)}`, unitMinor, 'Negotiated', at - 5 * MINUTE);
  touch(customer, price.id, () => price.wire);
  return price;
}

function couponOf(customer: Customer, plan: string): Partial<NewSubscription> {
  const { random, currency } = customer;
  if (plan === 'enterprise' || !random.happens(1_700)) return {};
  const [firstChoice = ['welcome_once', 1] as const, ...others] = COUPONS.filter(
    ([key]) => currency === 'usd' || key !== 'twenty_off_once',
  );
  const key = random.weighted([firstChoice, ...others]);
  return {
    discounts: (subscription) => [
      newDiscount(customer, key, subscription.createdAt, { subscription, byCode: random.happens(6_000) }),
    ],
  };
}
