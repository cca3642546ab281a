// Every change of a subscription goes through here, so that it is delivered and, where Stripe would tell, told as an event.
import { eventObject } from '../objects/event-object.ts';
import { subscriptionObject } from '../objects/subscription-object.ts';
import { touch } from './customer.ts';
import type { CancellationReason, Subscription } from './state.ts';

/** Of ten thousand renewals, how many are told by an event; changes that nothing else would date always are. */
const RENEWALS_TOLD = 2_500;

export function touchSubscription(subscription: Subscription): void {
  touch(subscription.customer, subscription.id, () => subscriptionObject(subscription));
}

export function tellCreated(subscription: Subscription, at: number): void {
  const { customer } = subscription;
  touchSubscription(subscription);
  if (at < customer.world.eventsFrom) return;
  customer.events.push(
    eventObject(customer, 'customer.subscription.created', at, subscriptionObject(subscription), null),
  );
}

/** Changes a subscription and tells of it when the event is young enough to be read with the month's delivery. */
export function changeSubscription(
  subscription: Subscription,
  at: number,
  mutate: () => void,
  isRenewal = false,
): void {
  const { customer } = subscription;
  const isTold = at >= customer.world.eventsFrom && (!isRenewal || customer.random.happens(RENEWALS_TOLD));
  const before = isTold ? subscriptionObject(subscription) : null;
  mutate();
  touchSubscription(subscription);
  if (before === null) return;
  customer.events.push(
    eventObject(customer, 'customer.subscription.updated', at, subscriptionObject(subscription), before),
  );
}

/** Ends a subscription at once. */
export function endSubscription(subscription: Subscription, at: number, reason: CancellationReason | null): void {
  if (subscription.endedAt !== null) return;
  const { customer } = subscription;
  touchSubscription(subscription);
  subscription.status = 'canceled';
  subscription.endedAt = at;
  subscription.canceledAt ??= at;
  subscription.cancellationReason ??= reason;
  if (at < subscription.periodEndAt) subscription.isCancelAtPeriodEnd = false;
  if (at < customer.world.eventsFrom) return;
  customer.events.push(
    eventObject(customer, 'customer.subscription.deleted', at, subscriptionObject(subscription), null),
  );
}
