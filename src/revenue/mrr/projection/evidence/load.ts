// Reads the evidence of many customers at once from the billing tables.
import { customersTable } from '../../../../billing/customers/index.ts';
import { couponsTable, discountsTable } from '../../../../billing/discounts/index.ts';
import type { CouponRow, DiscountRow } from '../../../../billing/discounts/index.ts';
import { pricesTable } from '../../../../billing/catalog/index.ts';
import type { PriceRow } from '../../../../billing/catalog/index.ts';
import { invoiceLinesTable, invoicesTable, lineDiscounts } from '../../../../billing/invoicing/index.ts';
import type { InvoiceLineRow, InvoiceRow, LineDiscountRecord } from '../../../../billing/invoicing/index.ts';
import {
  subscriptionState,
  subscriptionStatesTable,
  subscriptionsTable,
} from '../../../../billing/subscriptions/index.ts';
import type {
  SubscriptionRow,
  SubscriptionStateRecord,
  SubscriptionStateRow,
} from '../../../../billing/subscriptions/index.ts';
import type { CustomerRow } from '../../../../billing/customers/index.ts';
import type { WriteHandle } from '../../../../ledger/index.ts';
import { discountRecords } from './discount-terms.ts';
import { withInvoiceDiscounts } from './invoice-discounts.ts';

/** A dated state as stored, with its JSON read. */
export interface StateRecord {
  readonly row: SubscriptionStateRow;
  readonly state: SubscriptionStateRecord;
  readonly before: SubscriptionStateRecord | null;
}

export interface PresentRecord {
  readonly row: SubscriptionRow;
  readonly state: SubscriptionStateRecord;
}

export interface LineRecord {
  readonly row: InvoiceLineRow;
  readonly invoice: InvoiceRow;
  readonly discounts: readonly LineDiscountRecord[];
}

/** What the billing tables hold about some customers, by customer and id. */
export interface BillingRecords {
  readonly customers: ReadonlyMap<string, CustomerRow>;
  readonly subscriptions: ReadonlyMap<string, readonly PresentRecord[]>;
  readonly states: ReadonlyMap<string, readonly StateRecord[]>;
  /** Lines of finalized invoices that bill a subscription. */
  readonly lines: ReadonlyMap<string, readonly LineRecord[]>;
  readonly discountsByCustomer: ReadonlyMap<string, readonly DiscountRow[]>;
  readonly discounts: ReadonlyMap<string, DiscountRow>;
  readonly coupons: ReadonlyMap<string, CouponRow>;
  readonly prices: ReadonlyMap<string, PriceRow>;
  /** Prices that the evidence names, by customer. */
  readonly pricesNamed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything about the customers that their MRR can depend on, in a fixed number of queries. */
export async function loadBilling(write: WriteHandle, customerIds: readonly string[]): Promise<BillingRecords> {
  const present = (await write.selectRows(subscriptionsTable, 'customer_id', customerIds)).map((row) => ({
    row,
    state: subscriptionState(row.state),
  }));
  const states = (await write.selectRows(subscriptionStatesTable, 'customer_id', customerIds)).map((row) => ({
    row,
    state: subscriptionState(row.state),
    before: row.before === null ? null : subscriptionState(row.before),
  }));
  const lines = await loadLines(write, customerIds);
  const ofCustomers = await write.selectRows(discountsTable, 'customer_id', customerIds);
  const everyState = [
    ...present.map((entry) => entry.state),
    ...states.flatMap(({ state, before }) => (before === null ? [state] : [state, before])),
  ];
  const discounts = new Map(ofCustomers.map((row) => [row.id, row]));
  const elsewhere = discountRecords(everyState, lines).filter((id) => !discounts.has(id));
  for (const row of await write.selectRows(discountsTable, 'id', elsewhere)) discounts.set(row.id, row);
  const couponIds = distinct([...discounts.values()].map((row) => row.coupon_id));
  const coupons = byId(await write.selectRows(couponsTable, 'id', couponIds));
  const pricesNamed = namedPrices(present, states, lines);
  const priceIds = new Set([...pricesNamed.values()].flatMap((ids) => [...ids]));
  return {
    customers: byId(await write.selectRows(customersTable, 'id', customerIds)),
    subscriptions: grouped(present, (entry) => entry.row.customer_id),
    states: grouped(states, (entry) => entry.row.customer_id),
    lines: grouped(withInvoiceDiscounts({ discounts, coupons }, lines), (entry) => entry.row.customer_id ?? ''),
    discountsByCustomer: grouped(ofCustomers, (row) => row.customer_id ?? ''),
    discounts,
    coupons,
    prices: byId(await write.selectRows(pricesTable, 'id', [...priceIds])),
    pricesNamed,
  };
}

async function loadLines(write: WriteHandle, customerIds: readonly string[]): Promise<LineRecord[]> {
  const invoices = byId(await write.selectRows(invoicesTable, 'customer_id', customerIds));
  const rows = await write.selectRows(invoiceLinesTable, 'customer_id', customerIds);
  return rows.flatMap((row) => {
    const invoice = invoices.get(row.invoice_id);
    if (invoice === undefined || invoice.status === 'draft' || invoice.is_deleted === 1) return [];
    if (row.subscription_id === null || row.price_id === null) return [];
    return [
      {
        row,
        invoice,
        discounts: lineDiscounts(row.discount_amounts),
      },
    ];
  });
}

function namedPrices(
  present: readonly PresentRecord[],
  states: readonly StateRecord[],
  lines: readonly LineRecord[],
): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const { row, state } of present) name(row.customer_id, state);
  for (const { row, state, before } of states) {
    name(row.customer_id, state);
    if (before !== null) name(row.customer_id, before);
  }
  for (const { row } of lines) if (row.price_id !== null) of(row.customer_id ?? '').add(row.price_id);
  return named;
  function name(customerId: string, state: SubscriptionStateRecord): void {
    for (const item of state.items) of(customerId).add(item.priceId);
  }
  function of(customerId: string): Set<string> {
    const ids = named.get(customerId) ?? new Set<string>();
    named.set(customerId, ids);
    return ids;
  }
}

function byId<R extends { readonly id: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.id, row]));
}

function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
