// Subscriptions, their items, states and schedules as rows.
import type {
  SubscriptionItemRecord,
  SubscriptionItemRow,
  SubscriptionRow,
  SubscriptionScheduleRow,
  SubscriptionStateRecord,
  TaxRateRecord,
} from '../../../billing/subscriptions/index.ts';
import {
  currencyCodeOrNull,
  decimalOrNull,
  elements,
  id,
  idOf,
  idOrNull,
  integer,
  integerOrNull,
  isObject,
  jsonText,
  listed,
  objectOrNull,
  refuse,
  text,
  textOrNull,
  type JsonObject,
} from '../fields.ts';

/** The whole state that a subscription in the pinned shape tells of. Raises `bad_input`. */
export function stateRecord(subscription: JsonObject): SubscriptionStateRecord {
  const pause = objectOrNull(subscription, 'pause_collection');
  const details = objectOrNull(subscription, 'cancellation_details');
  const items = listed(subscription, 'items');
  return {
    status: text(subscription, 'status'),
    startAt: integerOrNull(subscription, 'start_date') ?? integer(subscription, 'created'),
    trialStartAt: integerOrNull(subscription, 'trial_start'),
    trialEndAt: integerOrNull(subscription, 'trial_end'),
    currentPeriodStartAt: periodBound(subscription, items, 'current_period_start', Math.min),
    currentPeriodEndAt: periodBound(subscription, items, 'current_period_end', Math.max),
    cancelAt: integerOrNull(subscription, 'cancel_at'),
    isCancelAtPeriodEnd: subscription['cancel_at_period_end'] === true,
    endedAt: integerOrNull(subscription, 'ended_at'),
    cancellationReason: details === null ? null : textOrNull(details, 'reason', 'cancellation_details.'),
    pause:
      pause === null
        ? null
        : {
            behavior: text(pause, 'behavior', 'pause_collection.'),
            resumesAt: integerOrNull(pause, 'resumes_at', 'pause_collection.'),
          },
    discountIds: discountIds(subscription, ''),
    ...taxRates(subscription, 'default_tax_rates', ''),
    items: items.map((item, index) => itemRecord(item, `items.data[${index}].`)),
  };
}

/** The subscription's own period where an older shape gives one, else what its items' periods span. */
function periodBound(
  subscription: JsonObject,
  items: readonly JsonObject[],
  key: string,
  pick: (a: number, b: number) => number,
): number | null {
  const own = integerOrNull(subscription, key);
  if (own !== null) return own;
  let bound: number | null = null;
  for (const item of items) {
    const value = integerOrNull(item, key, 'items.');
    if (value !== null) bound = bound === null ? value : pick(bound, value);
  }
  return bound;
}

function itemRecord(item: JsonObject, path: string): SubscriptionItemRecord {
  return {
    itemId: text(item, 'id', path),
    priceId: id(item, 'price', path),
    quantity: integerOrNull(item, 'quantity', path),
    discountIds: discountIds(item, path),
    ...taxRates(item, 'tax_rates', path),
  };
}

/** Stripe gives the rates of a subscription whole; one that is only named says nothing. */
function taxRates(owner: JsonObject, key: string, path: string): { readonly taxRates?: readonly TaxRateRecord[] } {
  const rates = elements(owner, key, path).flatMap((rate, index): TaxRateRecord[] => {
    if (!isObject(rate)) return [];
    const at = `${path}${key}[${index}].`;
    const percentage = decimalOrNull(rate, 'percentage', at);
    return percentage === null
      ? []
      : [{ taxRateId: text(rate, 'id', at), percentage, isInclusive: rate['inclusive'] === true }];
  });
  return rates.length === 0 ? {} : { taxRates: rates };
}

const NONE: readonly string[] = [];

/** The ids of an owner's discounts, given as ids or objects. */
export function discountIds(owner: JsonObject, path: string): readonly string[] {
  const entries = elements(owner, 'discounts', path);
  if (entries.length === 0) return NONE;
  return entries.map(
    (entry, index) => idOf(entry) ?? refuse(`${path}discounts[${index}]`, 'must be an id or a discount'),
  );
}

export interface SubscriptionRows {
  readonly row: SubscriptionRow;
  readonly items: readonly SubscriptionItemRow[];
}

/** The rows of a subscription in the pinned shape, and of its items. Raises `bad_input`. */
export function subscriptionRows(subscription: JsonObject, state: SubscriptionStateRecord): SubscriptionRows {
  const row: SubscriptionRow = {
    id: text(subscription, 'id'),
    customer_id: id(subscription, 'customer'),
    status: state.status,
    currency: currencyCodeOrNull(subscription, 'currency'),
    created_at: integer(subscription, 'created'),
    start_at: state.startAt,
    trial_start_at: state.trialStartAt,
    trial_end_at: state.trialEndAt,
    current_period_start_at: state.currentPeriodStartAt,
    current_period_end_at: state.currentPeriodEndAt,
    cancel_at: state.cancelAt,
    canceled_at: integerOrNull(subscription, 'canceled_at'),
    is_cancel_at_period_end: state.isCancelAtPeriodEnd ? 1 : 0,
    ended_at: state.endedAt,
    cancellation_reason: state.cancellationReason,
    pause_behavior: state.pause?.behavior ?? null,
    pause_resumes_at: state.pause?.resumesAt ?? null,
    collection_method: textOrNull(subscription, 'collection_method'),
    schedule_id: idOrNull(subscription, 'schedule'),
    discount_ids: JSON.stringify(state.discountIds),
    state: JSON.stringify(state),
    metadata: jsonText(subscription['metadata']),
    as_of_at: 0,
    is_dated: 0,
    fact_seq: 0,
  };
  const items = listed(subscription, 'items').map((item, index): SubscriptionItemRow => {
    const record = state.items[index] ?? itemRecord(item, 'items.');
    return {
      id: record.itemId,
      subscription_id: row.id,
      customer_id: row.customer_id,
      price_id: record.priceId,
      quantity: record.quantity,
      discount_ids: JSON.stringify(record.discountIds),
      created_at: integerOrNull(item, 'created', 'items.') ?? row.created_at,
      current_period_start_at: integerOrNull(item, 'current_period_start', 'items.'),
      current_period_end_at: integerOrNull(item, 'current_period_end', 'items.'),
    };
  });
  refuseTwins(items, 'items');
  return { row, items };
}

/** Raises `bad_input` when two rows of one list have the same id. */
export function refuseTwins(rows: readonly { readonly id: string }[], key: string): void {
  if (rows.length < 2) return;
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    if (seen.has(row.id)) refuse(`${key}.data[${index}].id`, `"${row.id}" is there twice`);
    seen.add(row.id);
  });
}

/** The row of a subscription schedule. Raises `bad_input`. */
export function scheduleRow(schedule: JsonObject): SubscriptionScheduleRow {
  return {
    id: text(schedule, 'id'),
    customer_id: id(schedule, 'customer'),
    subscription_id: idOrNull(schedule, 'subscription'),
    status: text(schedule, 'status'),
    phases: JSON.stringify(elements(schedule, 'phases')),
    created_at: integer(schedule, 'created'),
    fact_seq: 0,
  };
}
