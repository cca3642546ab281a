// Begins subscriptions and carries them from one billing period to the next.
import { DAY, HOUR } from '../calendar.ts';
import { scheduleObject } from '../objects/subscription-object.ts';
import { shareOf, type PriceOnSale } from '../price-list.ts';
import { changeSubscription, endSubscription, tellCreated, touchSubscription } from './changes.ts';
import { schedule, touch } from './customer.ts';
import { draftInvoice, dropInvoice, finalizeInvoice, touchInvoice } from './invoicing.ts';
import { isInForce, periodLines, prorationLine, usageLine } from './lines.ts';
import { nextPeriodEnd } from './periods.ts';
import type { Customer, Discount, Invoice, Item, Line, Subscription } from './state.ts';

export interface NewSubscription {
  readonly items: readonly { readonly price: PriceOnSale; readonly quantity?: number }[];
  readonly trialDays?: number;
  /** An earlier start, which bills the time since then as well. */
  readonly backdatedTo?: number;
  readonly isInvoiced?: boolean;
  readonly isCardMissing?: boolean;
  readonly missingCardEnds?: Subscription['missingCardEnds'];
  /** Made once the subscription has its ids. */
  readonly discounts?: (subscription: Subscription) => Discount[];
  readonly extraLines?: readonly Line[];
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Starts a subscription and bills its first period, or its trial. */
export function createSubscription(customer: Customer, at: number, wanted: NewSubscription): Subscription {
  const { random } = customer;
  const isTrial = wanted.trialDays !== undefined;
  const trialEndAt = isTrial ? at + (wanted.trialDays ?? 0) * DAY : null;
  const subscription: Subscription = {
    id: `sub_1${random.letters(23)}`,
    customer,
    createdAt: at,
    startAt: wanted.backdatedTo ?? at,
    status: isTrial ? 'trialing' : 'active',
    anchorAt: trialEndAt ?? at,
    periodStartAt: at,
    periodEndAt: at,
    items: wanted.items.map(({ price, quantity }) => ({
      id: `si_${random.letters(14)}`,
      price,
      quantity: quantity ?? 1,
      createdAt: at,
      discounts: [],
    })),
    discounts: [],
    trialStartAt: isTrial ? at : null,
    trialEndAt,
    isCancelAtPeriodEnd: false,
    cancelAt: null,
    canceledAt: null,
    endedAt: null,
    cancellationReason: null,
    cancellationFeedback: null,
    pause: null,
    isInvoiced: wanted.isInvoiced ?? false,
    missingCardEnds: wanted.missingCardEnds ?? 'create_invoice',
    isCardMissing: wanted.isCardMissing ?? false,
    schedule: null,
    latestInvoiceId: null,
    pending: [],
    billed: new Map(),
    metadata: { ...wanted.metadata },
  };
  subscription.periodEndAt = trialEndAt ?? nextPeriodEnd(subscription, at);
  subscription.discounts = wanted.discounts?.(subscription) ?? [];
  customer.subscriptions.push(subscription);
  const invoice = draftInvoice({
    customer,
    subscription,
    at,
    billingReason: 'subscription_create',
    periodStartAt: at,
    periodEndAt: at,
    lines: [
      ...(wanted.extraLines ?? []),
      ...backdatedLines(subscription, at),
      ...subscription.items
        .filter((item) => !item.price.isMetered)
        .flatMap((item) => periodLines(subscription, item, isTrial)),
    ],
  });
  finalizeInvoice(invoice, at);
  tellCreated(subscription, at);
  scheduleRenewal(subscription);
  return subscription;
}

export function scheduleRenewal(subscription: Subscription): void {
  schedule(subscription.customer, subscription.periodEndAt, (at) => {
    if (subscription.endedAt === null && subscription.periodEndAt === at) renew(subscription, at);
  });
}

/** Bills pending lines and drafts whatever else a subscription owes for its current period. */
export function billNow(
  subscription: Subscription,
  at: number,
  billingReason: Invoice['billingReason'],
  lines: readonly Line[],
): Invoice {
  const pending = subscription.pending;
  subscription.pending = [];
  return draftInvoice({
    customer: subscription.customer,
    subscription,
    at,
    billingReason,
    lines: [...pending, ...lines],
    periodStartAt: subscription.periodStartAt,
    periodEndAt: at,
  });
}

function renew(subscription: Subscription, at: number): void {
  if (subscription.isCancelAtPeriodEnd) return endSubscription(subscription, at, 'cancellation_requested');
  if (endsForWantOfCard(subscription, at)) return;
  const before = subscription.periodStartAt;
  changeSubscription(
    subscription,
    at,
    () => {
      if (subscription.status === 'trialing') subscription.status = 'active';
      subscription.discounts = subscription.discounts.filter((discount) => isInForce(discount, at));
      enterPhase(subscription, at);
      subscription.periodStartAt = at;
      subscription.periodEndAt = nextPeriodEnd(subscription, at);
      const lines = subscription.items.flatMap((item) =>
        item.price.isMetered
          ? [usageLine(subscription, item, usageOf(item, subscription.customer), before, at)]
          : periodLines(subscription, item, false),
      );
      deliver(subscription, billNow(subscription, at, 'subscription_cycle', lines), at);
    },
    true,
  );
  scheduleRenewal(subscription);
}

/** What happens to a renewal's invoice depends on the subscription's state; usually it is finalized after an hour. */
function deliver(subscription: Subscription, invoice: Invoice, at: number): void {
  const { customer, pause } = subscription;
  const isHeld = subscription.status === 'unpaid' || pause?.behavior === 'keep_as_draft';
  if (isHeld) {
    invoice.isAutoAdvancing = false;
    invoice.nextAttemptAt = null;
    return;
  }
  schedule(customer, at + HOUR + customer.random.between(0, 900), (now) => {
    if (invoice.status !== 'draft') return;
    if (pause === null) finalizeInvoice(invoice, now);
    else dropInvoice(invoice, now, pause.behavior === 'void' ? 'void' : 'uncollectible');
  });
  touchInvoice(invoice);
}

/** At the end of a trial without a card: ends or pauses the subscription as it was set up to. */
function endsForWantOfCard(subscription: Subscription, at: number): boolean {
  if (subscription.status !== 'trialing' || !subscription.isCardMissing) return false;
  if (subscription.missingCardEnds === 'create_invoice') return false;
  if (subscription.missingCardEnds === 'cancel') endSubscription(subscription, at, null);
  else {
    changeSubscription(subscription, at, () => {
      subscription.status = 'paused';
    });
  }
  return true;
}

/** Takes on the items of the schedule's phase that begins now; after the last one the schedule lets go. */
function enterPhase(subscription: Subscription, at: number): void {
  const { schedule: plan } = subscription;
  if (plan === null || plan.status !== 'active') return;
  touch(subscription.customer, plan.id, () => scheduleObject(plan));
  const phase = plan.phases.find((candidate) => candidate.startAt === at);
  if (phase !== undefined) {
    for (const [index, item] of subscription.items.entries()) {
      item.price = phase.items[index]?.price ?? item.price;
      item.quantity = phase.items[index]?.quantity ?? item.quantity;
    }
  }
  if (at < (plan.phases.at(-1)?.endAt ?? at)) return;
  plan.status = 'released';
  plan.releasedAt = at;
}

/** Lines for the time between a backdated start and now. */
function backdatedLines(subscription: Subscription, at: number): Line[] {
  if (subscription.startAt >= at) return [];
  const [startAt, endAt] = [subscription.startAt, at];
  return subscription.items.map((item) => {
    const line = prorationLine(subscription, item, 'debit', at, at, null);
    const [whole] = periodLines(subscription, item, false);
    const period = subscription.periodEndAt - subscription.periodStartAt;
    return { ...line, amountMinor: shareOf(whole?.amountMinor ?? 0, endAt - startAt, period), startAt, endAt };
  });
}

function usageOf(item: Item, customer: Customer): number {
  return item.quantity * 1_000 + customer.random.below(9_000);
}

/** Resumes a subscription whose trial ended without a card: a card arrives and a new billing period begins. */
export function resumeWithCard(subscription: Subscription, at: number): void {
  changeSubscription(subscription, at, () => {
    subscription.isCardMissing = false;
    subscription.status = 'active';
    subscription.anchorAt = at;
    subscription.periodStartAt = at;
    subscription.periodEndAt = nextPeriodEnd(subscription, at);
    const lines = subscription.items.flatMap((item) => periodLines(subscription, item, false));
    finalizeInvoice(billNow(subscription, at, 'subscription_update', lines), at);
  });
  touchSubscription(subscription);
  scheduleRenewal(subscription);
}
