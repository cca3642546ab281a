// One customer opened: spans, movements, subscriptions and invoice lines.
import { type CustomerRow, customerById } from '../../billing/customers/index.ts';
import { linesOfCustomers } from '../../billing/invoicing/index.ts';
import { type SubscriptionRow, subscriptionsOfCustomers } from '../../billing/subscriptions/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { ReadableLedger, ReadHandle } from '../../ledger/index.ts';
import { customerDrill } from '../../revenue/mrr/index.ts';
import type { CustomerDrill, DrillCustomer, DrillMovement, DrillSpan, DrillSubscription } from '../answers.ts';
import { lineAnswer } from './invoice-line.ts';

/** Everything behind the customer's figures. Raises `not_found`. */
export function readCustomerDrill(ledger: ReadableLedger, customerId: string): Promise<CustomerDrill> {
  return ledger.snapshot(async (read) => {
    const row = await customerById(read, customerId);
    if (row === null)
      throw new CountinghouseError('not_found', { what: `There is no customer ${customerId} in this ledger` });
    const subscriptions = await subscriptionsOfCustomers(read, [customerId]);
    const lines = await linesOfCustomers(read, [customerId]);
    return {
      customer: customerAnswer(row),
      ...(await figuresOf(read, customerId)),
      subscriptions: subscriptions.map(subscriptionAnswer),
      invoiceLines: lines.map(lineAnswer).sort((a, b) => b.periodStartAt - a.periodStartAt),
    };
  });
}

async function figuresOf(
  read: ReadHandle,
  customerId: string,
): Promise<{ spans: DrillSpan[]; movements: DrillMovement[] }> {
  const { spans, movements } = await customerDrill(read, customerId);
  return {
    spans: spans.map(({ amountMrr: _exact, ...span }) => span),
    movements: movements.map(({ amountMrr: _exact, ...movement }) => movement),
  };
}

export function customerAnswer(row: CustomerRow): DrillCustomer {
  return {
    customerId: row.id,
    name: row.name,
    email: row.email,
    country: row.country,
    currency: row.currency,
    createdAt: row.created_at,
    isDeleted: row.is_deleted === 1,
    isErased: row.is_erased === 1,
  };
}

export function subscriptionAnswer(row: SubscriptionRow): DrillSubscription {
  return {
    subscriptionId: row.id,
    status: row.status,
    startAt: row.start_at,
    cancelAt: row.cancel_at,
    endedAt: row.ended_at,
  };
}
