// What may happen to an unscripted customer in a month, with believable odds: some leave, some fail to pay, some grow.
import { DAY } from './calendar.ts';
import { itemsOf } from './population.ts';
import type { PriceOnSale } from './price-list.ts';
import { priceFor } from './scenarios/script.ts';
import { applyCoupon, cancelAtPeriodEnd, changeFirstItem, changeItems, keep, pause } from './simulator/alterations.ts';
import { creditInvoice, openDispute, refund } from './simulator/cash.ts';
import { endSubscription } from './simulator/changes.ts';
import { schedule } from './simulator/customer.ts';
import { monthsOf } from './simulator/periods.ts';
import { createSubscription, resumeWithCard } from './simulator/subscriptions.ts';
import type { Customer, Subscription } from './simulator/state.ts';

const FEEDBACK = [
  'too_expensive',
  'missing_features',
  'switched_service',
  'unused',
  'customer_service',
  'other',
] as const;

/** Draws what happens to the customer between two instants, and puts it into its queue. */
export function drawFate(customer: Customer, startAt: number, endAt: number): void {
  const { random } = customer;
  const anyTime = (): number => startAt + random.below(endAt - startAt);
  const running = customer.subscriptions.find((subscription) => subscription.endedAt === null);
  if (running === undefined) {
    const hasLeft = customer.subscriptions.some((subscription) => subscription.endedAt !== null);
    if (hasLeft && random.happens(130)) schedule(customer, anyTime(), (at) => comeBack(customer, at));
    return;
  }
  if (running.status === 'paused') {
    if (random.happens(1_500))
      schedule(customer, anyTime(), (at) => {
        if (running.status === 'paused') resumeWithCard(running, at);
      });
    return;
  }
  if (isFree(running)) return drawFreeFate(customer, running, anyTime());
  if (running.isCancelAtPeriodEnd) {
    if (random.happens(600))
      schedule(customer, anyTime(), (at) => {
        if (running.isCancelAtPeriodEnd) keep(running, at);
      });
    return;
  }
  drawPaidFate(customer, running, startAt, anyTime);
}

function drawFreeFate(customer: Customer, subscription: Subscription, at: number): void {
  const { random } = customer;
  if (random.happens(430)) {
    const price = priceFor(customer, random.happens(7_500) ? 'starter_monthly' : 'pro_monthly');
    schedule(customer, at, (now) => changeFirstItem(subscription, now, price, 1, { prorate: 'now' }));
  } else if (random.happens(250)) {
    schedule(customer, at, (now) => endSubscription(subscription, now, 'cancellation_requested'));
  }
}

function drawPaidFate(customer: Customer, subscription: Subscription, startAt: number, anyTime: () => number): void {
  const { random } = customer;
  const isYoung = startAt - subscription.createdAt < 90 * DAY;
  const isMonthly = monthsOf(subscription) === 1;
  if (random.happens(isMonthly ? (isYoung ? 410 : 205) : 120)) {
    const isAtOnce = random.happens(2_200);
    const feedback = random.pick(FEEDBACK);
    schedule(customer, anyTime(), (at) => {
      if (isAtOnce) endSubscription(subscription, at, 'cancellation_requested');
      else if (subscription.status !== 'past_due') cancelAtPeriodEnd(subscription, at, feedback);
    });
    return;
  }
  if (random.happens(300)) {
    customer.declinesAhead = random.weighted([
      [1, 52],
      [2, 20],
      [3, 10],
      [9, 18],
    ] as const);
    customer.declineCode = random.pick(['card_declined', 'insufficient_funds', 'expired_card']);
    customer.dunningEnds = random.weighted([
      ['canceled', 85],
      ['unpaid', 15],
    ] as const);
    schedule(customer, startAt + 55 * DAY, () => {
      customer.declinesAhead = 0;
    });
  }
  if (subscription.status !== 'active' || subscription.pause !== null) return;
  for (const [odds, happen] of HAPPENINGS) {
    if (!random.happens(odds)) continue;
    schedule(customer, anyTime(), (at) => {
      if (subscription.endedAt === null && subscription.status === 'active') happen(customer, subscription, at);
    });
    return;
  }
}

type Happening = (customer: Customer, subscription: Subscription, at: number) => void;

/** Times in ten thousand a month, and what then happens. */
const HAPPENINGS: readonly (readonly [number, Happening])[] = [
  [185, (customer, subscription, at) => moveTo(customer, subscription, at, 'up')],
  [65, (customer, subscription, at) => moveTo(customer, subscription, at, 'down')],
  [240, changeSeats],
  [
    30,
    (customer, subscription, at) =>
      pause(
        subscription,
        at,
        customer.random.weighted([
          ['void', 60],
          ['keep_as_draft', 20],
          ['mark_uncollectible', 20],
        ] as const),
        at + customer.random.between(35, 120) * DAY,
      ),
  ],
  [75, (customer, _, at) => giveBack(customer, at)],
  [
    8,
    (customer, _, at) => {
      if (customer.latestPaid !== null && !customer.latestPaid.charge.isDisputed)
        openDispute(customer.latestPaid.charge, at, customer.random.happens(4_000) ? 'won' : 'lost', false);
    },
  ],
  [
    35,
    (_, subscription, at) => {
      if (subscription.discounts.length === 0) applyCoupon(subscription, at, 'rescue_30_six_months');
    },
  ],
  [40, addStorage],
  [45, goAnnual],
  [
    20,
    (customer, _, at) => {
      createSubscription(customer, at, { items: [{ price: priceFor(customer, 'starter_monthly') }] });
    },
  ],
];

const LADDER = ['starter', 'pro', 'enterprise'] as const;

/** One plan up or down on the same interval and in the same currency. */
function moveTo(customer: Customer, subscription: Subscription, at: number, direction: 'up' | 'down'): void {
  const item = subscription.items[0];
  if (item === undefined || item.price.key.includes('nonprofit') || item.price.wire.nickname !== null) return;
  const rung = LADDER.findIndex((plan) => item.price.key.startsWith(plan));
  const plan = LADDER[rung + (direction === 'up' ? 1 : -1)];
  const interval = /_(monthly|quarterly|annual)/.exec(item.price.key)?.[1];
  if (rung < 0 || plan === undefined || interval === undefined) return;
  const price = priceFor(customer, `${plan}_${interval}`);
  changeFirstItem(subscription, at, price, 1, { prorate: customer.random.happens(6_500) ? 'now' : 'later' });
}

function changeSeats(customer: Customer, subscription: Subscription, at: number): void {
  const item = subscription.items[0];
  if (item === undefined || !item.price.key.startsWith('pro')) return;
  const more = customer.random.happens(7_000) ? customer.random.between(1, 4) : -customer.random.between(1, 3);
  const quantity = Math.max(1, item.quantity + more);
  if (quantity !== item.quantity)
    changeFirstItem(subscription, at, item.price, quantity, {
      prorate: customer.random.happens(5_000) ? 'now' : 'later',
    });
}

function giveBack(customer: Customer, at: number): void {
  const { latestPaid, random } = customer;
  if (latestPaid === null || latestPaid.charge.refundedMinor > 0 || latestPaid.charge.isDisputed) return;
  const way = random.weighted([
    ['whole', 45],
    ['part', 30],
    ['note', 25],
  ] as const);
  const { charge, invoice } = latestPaid;
  if (way === 'whole') refund(charge, at, charge.amountMinor);
  else if (way === 'part') refund(charge, at, Math.max(1, Math.floor(charge.amountMinor / random.between(2, 5))));
  else if ((invoice.lines[0]?.amountMinor ?? 0) > 0 && invoice.amountPaidMinor === invoice.totalMinor)
    creditInvoice(invoice, at, 30, 'product_unsatisfactory');
}

function addStorage(customer: Customer, subscription: Subscription, at: number): void {
  if (customer.currency !== 'usd' || monthsOf(subscription) !== 1 || subscription.items.length > 1) return;
  const items = subscription.items.map(({ price, quantity }) => ({ price, quantity }));
  const price = priceFor(customer, customer.random.happens(5_000) ? 'extra_sources_monthly' : 'archive_seats_monthly');
  changeItems(subscription, at, [...items, { price, quantity: customer.random.between(3, 24) }], { prorate: 'later' });
}

function goAnnual(customer: Customer, subscription: Subscription, at: number): void {
  const item = subscription.items[0];
  const plan = LADDER.find((candidate) => item?.price.key.startsWith(candidate));
  const isPlain = item !== undefined && subscription.items.length === 1 && !item.price.key.includes('nonprofit');
  if (!isPlain || plan === undefined || monthsOf(subscription) !== 1) return;
  changeFirstItem(subscription, at, priceFor(customer, `${plan}_annual`), item.quantity, { prorate: 'now' });
}

function comeBack(customer: Customer, at: number): void {
  if (customer.subscriptions.some((subscription) => subscription.endedAt === null)) return;
  customer.declinesAhead = 0;
  createSubscription(customer, at, {
    items: itemsOf(customer, customer.random.happens(6_000) ? 'starter' : 'pro', 1, at),
  });
}

function isFree(subscription: Subscription): boolean {
  return subscription.items.every(({ price }: { price: PriceOnSale }) => price.wire.unit_amount === 0);
}
