// A customer's page: who they are, where they stand, and what their MRR is made of.
import type { z } from 'zod';
import { pricesByIds, productsByIds } from '../../billing/catalog/index.ts';
import { customerById } from '../../billing/customers/index.ts';
import {
  itemsOfCustomer,
  subscriptionsOfCustomers,
  type SubscriptionItemRow,
  type SubscriptionRow,
} from '../../billing/subscriptions/index.ts';
import { CountinghouseError, mrrToMinor } from '../../kernel/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import { customerDrill, customerStanding, freshness } from '../../revenue/mrr/index.ts';
import type { CustomerSpan } from '../../revenue/mrr/index.ts';
import type { CustomerOpened, OpenedItem, OpenedSubscription } from '../answers.ts';
import type { customerOpenInput } from '../inputs.ts';
import { customerAnswer, subscriptionAnswer } from './customer-drill.ts';

/** Everything on the customer's page but their documents. Raises `not_found`. */
export function openCustomer(
  ledger: ReadableLedger,
  { customerId, currency }: z.output<typeof customerOpenInput>,
): Promise<CustomerOpened> {
  return ledger.snapshot(async (read) => {
    const row = await customerById(read, customerId);
    if (row === null) {
      throw new CountinghouseError('not_found', {
        what: `There is no customer ${customerId} in this ledger`,
        where: 'customerId',
      });
    }
    const { currency: amountCurrency, ...standing } = await customerStanding(read, customerId, currency);
    const { spans, movements } = await customerDrill(read, customerId);
    return {
      customer: { ...customerAnswer(row), ...standing, amountCurrency },
      spans: spans.map(({ amountMrr: _exact, ...span }) => span),
      movements: movements.map(({ amountMrr: _exact, ...movement }) => movement),
      subscriptions: await subscriptionsOpened(read, customerId, spans),
    };
  });
}

async function subscriptionsOpened(
  read: ReadHandle,
  customerId: string,
  spans: readonly CustomerSpan[],
): Promise<OpenedSubscription[]> {
  const { dataThrough } = await freshness(read);
  const today = spans.filter(
    ({ startsOn, endsOn }) =>
      dataThrough !== null && startsOn <= dataThrough && (endsOn === null || endsOn > dataThrough),
  );
  const itemOf = await itemsNamed(read, await itemsOfCustomer(read, customerId));
  return (await subscriptionsOfCustomers(read, [customerId])).map((row: SubscriptionRow) => {
    const own = today.filter(({ subscriptionId }) => subscriptionId === row.id);
    return {
      ...subscriptionAnswer(row),
      currency: row.currency?.toUpperCase() ?? null,
      createdAt: row.created_at,
      canceledAt: row.canceled_at,
      isCancelAtPeriodEnd: row.is_cancel_at_period_end === 1,
      trialEndAt: row.trial_end_at,
      currentPeriodEndAt: row.current_period_end_at,
      items: itemOf(row.id),
      mrrMinor: own.length === 0 ? null : mrrToMinor(own.reduce((sum, { amountMrr }) => sum + amountMrr, 0n)),
    };
  });
}

async function itemsNamed(
  read: ReadHandle,
  rows: readonly SubscriptionItemRow[],
): Promise<(subscriptionId: string) => OpenedItem[]> {
  const prices = await pricesByIds(read, [...new Set(rows.map((row) => row.price_id))]);
  const planOf = (row: SubscriptionItemRow) => prices.get(row.price_id)?.product_id ?? row.price_id;
  const products = await productsByIds(read, [...new Set(rows.map(planOf))]);
  const bySubscription = Map.groupBy(rows, (row) => row.subscription_id);
  return (subscriptionId) =>
    (bySubscription.get(subscriptionId) ?? []).map((row) => ({
      itemId: row.id,
      priceId: row.price_id,
      planId: planOf(row),
      plan: products.get(planOf(row))?.name || planOf(row),
      quantity: row.quantity,
    }));
}
