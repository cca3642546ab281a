// Subscriptions and their schedules as Stripe's API gives them, listed with discounts expanded.
import type { Item, Schedule, Subscription } from '../simulator/state.ts';
import type { WireSubscription, WireSubscriptionItem, WireSubscriptionSchedule } from '../wire.ts';
import { discountObject } from './customer-object.ts';

export function subscriptionObject(subscription: Subscription): WireSubscription {
  const { customer } = subscription;
  return {
    id: subscription.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: subscription.anchorAt,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: 'classic' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: subscription.isCancelAtPeriodEnd ? subscription.periodEndAt : subscription.cancelAt,
    cancel_at_period_end: subscription.isCancelAtPeriodEnd,
    canceled_at: subscription.canceledAt,
    cancellation_details: {
      comment: null,
      feedback: subscription.cancellationFeedback,
      feedback_option: null,
      reason: subscription.cancellationReason,
    },
    collection_method: subscription.isInvoiced ? 'send_invoice' : 'charge_automatically',
    created: subscription.createdAt,
    currency: customer.currency,
    customer: customer.id,
    customer_account: null,
    days_until_due: subscription.isInvoiced ? 30 : null,
    default_payment_method: subscription.isInvoiced || subscription.isCardMissing ? null : customer.card.id,
    default_source: null,
    default_tax_rates: customer.taxRate === null || customer.taxExempt !== 'none' ? [] : [customer.taxRate],
    description: null,
    discounts: subscription.discounts.map((discount) => discountObject(discount, customer.id)),
    ended_at: subscription.endedAt,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: subscription.items.map((item) => itemObject(item, subscription)),
      has_more: false,
      url: `/v1/subscription_items?subscription=${subscription.id}`,
    },
    latest_invoice: subscription.latestInvoiceId,
    livemode: false,
    managed_payments: null,
    metadata: { ...subscription.metadata },
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection:
      subscription.pause === null
        ? null
        : { behavior: subscription.pause.behavior, resumes_at: subscription.pause.resumesAt },
    payment_settings: { payment_method_options: null, payment_method_types: null, save_default_payment_method: 'off' },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: subscription.schedule?.status === 'active' ? subscription.schedule.id : null,
    start_date: subscription.startAt,
    status: subscription.status,
    test_clock: null,
    transfer_data: null,
    trial_end: subscription.trialEndAt,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: subscription.missingCardEnds },
    },
    trial_start: subscription.trialStartAt,
  };
}

function itemObject(item: Item, subscription: Subscription): WireSubscriptionItem {
  const { plan, wire } = item.price;
  if (plan === null) throw new RangeError('a one-off price on a subscription item');
  return {
    id: item.id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: item.createdAt,
    current_period_end: subscription.periodEndAt,
    current_period_start: subscription.periodStartAt,
    current_trial: null,
    discounts: item.discounts.map((discount) => discountObject(discount, subscription.customer.id)),
    metadata: {},
    plan,
    price: listedPrice(wire),
    ...(item.price.isMetered ? {} : { quantity: item.quantity }),
    subscription: subscription.id,
    tax_rates: [],
  };
}

/** Tiers are left out of a price unless they are asked for, also inside an item. */
function listedPrice(price: Item['price']['wire']): Item['price']['wire'] {
  if (price.tiers === undefined) return price;
  const { tiers: _, ...listed } = price;
  return listed;
}

export function scheduleObject(schedule: Schedule): WireSubscriptionSchedule {
  const { subscription, phases } = schedule;
  const { customer } = subscription;
  const current = phases.find(
    (phase) => phase.startAt <= subscription.periodStartAt && subscription.periodStartAt < phase.endAt,
  );
  return {
    id: schedule.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: { flexible: null, type: 'classic' },
    canceled_at: null,
    completed_at: null,
    created: schedule.createdAt,
    current_phase:
      schedule.status !== 'active' || current === undefined
        ? null
        : { start_date: current.startAt, end_date: current.endAt },
    customer: customer.id,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: 'release',
    livemode: false,
    metadata: {},
    pause_schedules: [],
    phases: phases.map((phase) => ({
      add_invoice_items: [],
      application_fee_percent: null,
      billing_cycle_anchor: null,
      billing_thresholds: null,
      collection_method: null,
      currency: customer.currency,
      default_payment_method: null,
      default_tax_rates: [],
      description: null,
      discounts: [],
      end_date: phase.endAt,
      invoice_settings: null,
      items: phase.items.map(({ price, quantity }) => ({
        billing_thresholds: null,
        discounts: [],
        metadata: {},
        plan: price.id,
        price: price.id,
        quantity,
        tax_rates: [],
      })),
      metadata: {},
      on_behalf_of: null,
      proration_behavior: 'none',
      start_date: phase.startAt,
      transfer_data: null,
      trial_end: null,
    })),
    released_at: schedule.releasedAt,
    released_subscription: schedule.status === 'released' ? subscription.id : null,
    status: schedule.status,
    subscription: schedule.status === 'released' ? null : subscription.id,
    test_clock: null,
  };
}
