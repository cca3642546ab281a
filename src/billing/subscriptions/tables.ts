// Subscriptions at present, their items, their dated earlier states, and schedules.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const subscriptionsTable = defineTable({
  name: 'subscriptions',
  columns: {
    id: 'text',
    customer_id: 'text',
    status: 'text',
    currency: 'text?',
    created_at: 'integer',
    start_at: 'integer',
    trial_start_at: 'integer?',
    trial_end_at: 'integer?',
    current_period_start_at: 'integer?',
    current_period_end_at: 'integer?',
    cancel_at: 'integer?',
    canceled_at: 'integer?',
    is_cancel_at_period_end: 'integer',
    ended_at: 'integer?',
    cancellation_reason: 'text?',
    pause_behavior: 'text?',
    pause_resumes_at: 'integer?',
    collection_method: 'text?',
    schedule_id: 'text?',
    /** JSON array of discount ids. */
    discount_ids: 'text',
    /** JSON `SubscriptionStateRecord`. */
    state: 'text',
    metadata: 'text',
    /** When this state was true; a lower bound unless `is_dated`. */
    as_of_at: 'integer',
    /** 1 when an event dates the state, 0 when the object stands alone. */
    is_dated: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { subscriptions_by_customer: ['customer_id'] },
});

/** Items of the present state only. */
export const subscriptionItemsTable = defineTable({
  name: 'subscription_items',
  columns: {
    id: 'text',
    subscription_id: 'text',
    customer_id: 'text',
    price_id: 'text',
    quantity: 'integer?',
    discount_ids: 'text',
    created_at: 'integer',
    current_period_start_at: 'integer?',
    current_period_end_at: 'integer?',
  },
  primaryKey: ['id', 'subscription_id'],
  indexes: {
    subscription_items_by_subscription: ['subscription_id'],
    subscription_items_by_customer: ['customer_id'],
    subscription_items_by_price: ['price_id'],
  },
});

/** One per event about a subscription: its state then, and just before where the event tells. */
export const subscriptionStatesTable = defineTable({
  name: 'subscription_states',
  columns: {
    subscription_id: 'text',
    event_id: 'text',
    customer_id: 'text',
    as_of_at: 'integer',
    state: 'text',
    before: 'text?',
  },
  primaryKey: ['subscription_id', 'event_id'],
  indexes: { subscription_states_by_customer: ['customer_id'] },
});

export const subscriptionSchedulesTable = defineTable({
  name: 'subscription_schedules',
  columns: {
    id: 'text',
    customer_id: 'text',
    subscription_id: 'text?',
    status: 'text',
    /** JSON array of Stripe's phases. */
    phases: 'text',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { subscription_schedules_by_customer: ['customer_id'] },
});

export type SubscriptionRow = RowOf<typeof subscriptionsTable>;
export type SubscriptionItemRow = RowOf<typeof subscriptionItemsTable>;
export type SubscriptionStateRow = RowOf<typeof subscriptionStatesTable>;
export type SubscriptionScheduleRow = RowOf<typeof subscriptionSchedulesTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    subscriptions: SubscriptionRow;
    subscription_items: SubscriptionItemRow;
    subscription_states: SubscriptionStateRow;
    subscription_schedules: SubscriptionScheduleRow;
  }
}

/** Every table of this area. */
export const subscriptionTables: readonly TableDefinition[] = [
  subscriptionsTable,
  subscriptionItemsTable,
  subscriptionStatesTable,
  subscriptionSchedulesTable,
];
