// The only code that writes subscriptions, their items, states and schedules.
import type { WriteHandle } from '../../ledger/index.ts';
import {
  type SubscriptionItemRow,
  subscriptionItemsTable,
  type SubscriptionRow,
  type SubscriptionScheduleRow,
  subscriptionSchedulesTable,
  type SubscriptionStateRow,
  subscriptionStatesTable,
  subscriptionsTable,
} from './tables.ts';

/**
 * Puts subscriptions in place of those with the same id, and their items in place of whatever items they had.
 * `replacedIds` are the subscriptions among them that were stored before.
 */
export async function writeSubscriptions(
  write: WriteHandle,
  rows: readonly SubscriptionRow[],
  items: readonly SubscriptionItemRow[],
  replacedIds: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  if (replacedIds.length > 0) await write.deleteRows(subscriptionItemsTable, 'subscription_id', replacedIds);
  await write.upsertRows(subscriptionsTable, rows);
  if (items.length > 0) await write.insertRows(subscriptionItemsTable, items);
}

/** Puts the states in place of those of the same subscription and event. */
export async function writeSubscriptionStates(
  write: WriteHandle,
  rows: readonly SubscriptionStateRow[],
): Promise<void> {
  if (rows.length > 0) await write.upsertRows(subscriptionStatesTable, rows);
}

/** Puts the rows in place of those with the same id. */
export async function writeSchedules(write: WriteHandle, rows: readonly SubscriptionScheduleRow[]): Promise<void> {
  if (rows.length > 0) await write.upsertRows(subscriptionSchedulesTable, rows);
}
