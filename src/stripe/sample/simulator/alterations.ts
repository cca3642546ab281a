// What people do to running subscriptions: other items, discounts, pauses, cancellations, schedules.
import type { CouponKey } from '../coupons.ts';
import { scheduleObject } from '../objects/subscription-object.ts';
import type { PriceOnSale } from '../price-list.ts';
import { changeSubscription, endSubscription } from './changes.ts';
import { schedule, touch, touchCustomer } from './customer.ts';
import { finalizeInvoice } from './invoicing.ts';
import { periodLines, prorationLine } from './lines.ts';
import { newDiscount } from './discounts.ts';
import { monthsOf, nextPeriodEnd } from './periods.ts';
import { billNow, scheduleRenewal } from './subscriptions.ts';
import type { Customer, Item, Line, PauseBehavior, Schedule, SchedulePhase, Subscription } from './state.ts';

export type Wanted = readonly { readonly price: PriceOnSale; readonly quantity: number }[];

export interface ChangeTerms {
  /** Bill the difference at once, with the next invoice, or not at all. */
  readonly prorate: 'now' | 'later' | 'never';
  /** An earlier instant of the current period from which the change is to count. */
  readonly backdatedTo?: number;
}

/** Gives a subscription other items, matched by position: more are added, fewer are removed. */
export function changeItems(subscription: Subscription, at: number, wanted: Wanted, terms: ChangeTerms): void {
  if (subscription.endedAt !== null) return;
  const isOtherInterval = (wanted[0]?.price.months ?? 0) !== monthsOf(subscription);
  changeSubscription(subscription, at, () => {
    const effectiveAt = terms.backdatedTo ?? at;
    const isProrated = terms.prorate !== 'never' && subscription.status !== 'trialing';
    const old = subscription.items.map((item) => ({ ...item }));
    const changed = subscription.items.map((item, index) => alters(item, wanted[index]));
    const credits = isProrated
      ? old.flatMap((item, index) =>
          changed[index] === true ? prorate(subscription, item, 'credit', at, effectiveAt) : [],
        )
      : [];
    subscription.items = wanted.map(({ price, quantity }, index) => itemOf(subscription, index, price, quantity, at));
    if (isOtherInterval) return restart(subscription, at, credits);
    const debits = isProrated
      ? subscription.items.flatMap((item, index) =>
          changed[index] !== false ? prorate(subscription, item, 'debit', at, effectiveAt) : [],
        )
      : [];
    subscription.pending.push(...credits, ...debits);
    if (terms.prorate === 'now' && isProrated)
      finalizeInvoice(billNow(subscription, at, 'subscription_update', []), at);
  });
  if (isOtherInterval) scheduleRenewal(subscription);
}

/** Of one item: another price or quantity. */
export function changeFirstItem(
  subscription: Subscription,
  at: number,
  price: PriceOnSale,
  quantity: number,
  terms: ChangeTerms,
): void {
  const others = subscription.items.slice(1).map((item) => ({ price: item.price, quantity: item.quantity }));
  changeItems(subscription, at, [{ price, quantity }, ...others], terms);
}

function alters(item: Item, wanted: Wanted[number] | undefined): boolean {
  return wanted === undefined || wanted.price.id !== item.price.id || wanted.quantity !== item.quantity;
}

function itemOf(subscription: Subscription, index: number, price: PriceOnSale, quantity: number, at: number): Item {
  const item = subscription.items[index];
  if (item !== undefined) return { ...item, price, quantity };
  return { id: `si_${subscription.customer.random.letters(14)}`, price, quantity, createdAt: at, discounts: [] };
}

function prorate(
  subscription: Subscription,
  item: Item,
  kind: 'credit' | 'debit',
  at: number,
  effectiveAt: number,
): Line[] {
  if (item.price.isMetered || item.price.wire.unit_amount === 0) return [];
  return [prorationLine(subscription, item, kind, at, effectiveAt, subscription.billed.get(item.id) ?? null)];
}

/** Another interval begins a new billing period at once. */
function restart(subscription: Subscription, at: number, credits: readonly Line[]): void {
  if (subscription.status !== 'trialing') subscription.anchorAt = at;
  subscription.periodStartAt = at;
  subscription.periodEndAt = nextPeriodEnd(subscription, at);
  subscription.pending.push(...credits);
  const lines = subscription.items.flatMap((item) => periodLines(subscription, item, false));
  finalizeInvoice(billNow(subscription, at, 'subscription_update', lines), at);
}

/** Adds a discount of the coupon to the subscription, or to one of its items. */
export function applyCoupon(subscription: Subscription, at: number, key: CouponKey, item?: Item): void {
  changeSubscription(subscription, at, () => {
    const discount = newDiscount(subscription.customer, key, at, {
      subscription,
      ...(item === undefined ? {} : { item }),
    });
    if (item === undefined) subscription.discounts.push(discount);
    else item.discounts.push(discount);
  });
}

/** A discount on the customer, for every subscription that has none of its own. */
export function applyCouponToCustomer(customer: Customer, at: number, key: CouponKey): void {
  customer.discount = newDiscount(customer, key, at, {});
  touchCustomer(customer);
}

/** Pauses collection; with `resumesAt` it ends by itself. */
export function pause(
  subscription: Subscription,
  at: number,
  behavior: PauseBehavior,
  resumesAt: number | null = null,
): void {
  if (subscription.endedAt !== null) return;
  changeSubscription(subscription, at, () => {
    subscription.pause = { behavior, resumesAt };
  });
  if (resumesAt !== null) schedule(subscription.customer, resumesAt, (now) => resume(subscription, now));
}

export function resume(subscription: Subscription, at: number): void {
  if (subscription.endedAt !== null || subscription.pause === null) return;
  changeSubscription(subscription, at, () => {
    subscription.pause = null;
  });
}

export function cancelAtPeriodEnd(subscription: Subscription, at: number, feedback: string | null = null): void {
  if (subscription.endedAt !== null) return;
  changeSubscription(subscription, at, () => {
    subscription.isCancelAtPeriodEnd = true;
    subscription.canceledAt = at;
    subscription.cancellationReason = 'cancellation_requested';
    subscription.cancellationFeedback = feedback;
  });
}

/** Takes back a cancellation that has not happened yet. */
export function keep(subscription: Subscription, at: number): void {
  if (subscription.endedAt !== null) return;
  changeSubscription(subscription, at, () => {
    subscription.isCancelAtPeriodEnd = false;
    subscription.cancelAt = null;
    subscription.canceledAt = null;
    subscription.cancellationReason = null;
    subscription.cancellationFeedback = null;
  });
}

/** Sets the instant at which the subscription will end. */
export function cancelAt(subscription: Subscription, at: number, endAt: number): void {
  changeSubscription(subscription, at, () => {
    subscription.cancelAt = endAt;
    subscription.canceledAt = at;
    subscription.cancellationReason = 'cancellation_requested';
  });
  schedule(subscription.customer, endAt, (now) => {
    if (subscription.cancelAt === endAt) endSubscription(subscription, now, 'cancellation_requested');
  });
}

/** Hands the subscription to a schedule whose phases begin at the ends of billing periods. */
export function followSchedule(subscription: Subscription, at: number, phases: readonly SchedulePhase[]): void {
  const { customer } = subscription;
  const plan: Schedule = {
    id: `sub_sched_1${customer.random.letters(23)}`,
    subscription,
    createdAt: at,
    phases,
    status: 'active',
    releasedAt: null,
  };
  changeSubscription(subscription, at, () => {
    subscription.schedule = plan;
  });
  touch(customer, plan.id, () => scheduleObject(plan));
}
