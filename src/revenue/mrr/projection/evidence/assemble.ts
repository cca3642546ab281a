// Puts one customer's evidence together from what was read.
import { currency, instant } from '../../../../kernel/index.ts';
import type { Currency, Fraction, Instant } from '../../../../kernel/index.ts';
import type { SubscriptionStateRecord } from '../../../../billing/subscriptions/index.ts';
import type { CustomerEvidence, LineEvidence, SubscriptionEvidence, SubscriptionState } from '../../rules/index.ts';
import { customerDiscounts, discountTerms } from './discount-terms.ts';
import { inclusiveTaxRate, inclusiveTaxRates } from './inclusive-tax.ts';
import type { BillingRecords, LineRecord } from './load.ts';
import { isRecurring, priceTerms } from './price-terms.ts';
import type { PriceCache } from './price-terms.ts';

/** Who puts evidence together: what was read for all customers of a step. */
export interface Assembly {
  readonly billing: BillingRecords;
  readonly prices: PriceCache;
}

/** Everything that is known about the customer's subscriptions; empty when there are none. */
export function assembleEvidence(assembly: Assembly, customerId: string): CustomerEvidence {
  const { billing } = assembly;
  const present = billing.subscriptions.get(customerId) ?? [];
  const states = billing.states.get(customerId) ?? [];
  const lines = (billing.lines.get(customerId) ?? []).filter((line) =>
    isRecurring(billing.prices, line.row.price_id ?? ''),
  );
  const ids = new Set<string>();
  for (const { row } of present) ids.add(row.id);
  for (const { row } of states) ids.add(row.subscription_id);
  for (const { row } of lines) ids.add(row.subscription_id ?? '');
  const customer = billing.customers.get(customerId);
  const isTaxed = (customer?.tax_exempt ?? 'none') === 'none';
  const subscriptions = [...ids].sort().map((subscriptionId) =>
    subscriptionEvidence(assembly, subscriptionId, isTaxed, {
      present: present.find(({ row }) => row.id === subscriptionId),
      states: states.filter(({ row }) => row.subscription_id === subscriptionId),
      lines: lines.filter(({ row }) => row.subscription_id === subscriptionId),
    }),
  );
  const billedIn = knownCurrency(customer?.currency) ?? currencyOfEvidence(subscriptions) ?? currency('USD');
  return {
    customerId,
    subscriptions,
    discounts: customerDiscounts(billing, customerId, billedIn),
    deletedAt: customer?.is_deleted === 1 ? instantOrNull(customer.deleted_at) : null,
  };
}

interface SubscriptionRecords {
  readonly present: ReturnType<NonNullable<ReturnType<BillingRecords['subscriptions']['get']>>['at']>;
  readonly states: NonNullable<ReturnType<BillingRecords['states']['get']>>;
  readonly lines: readonly LineRecord[];
}

function subscriptionEvidence(
  assembly: Assembly,
  subscriptionId: string,
  isTaxed: boolean,
  records: SubscriptionRecords,
): SubscriptionEvidence {
  const { present, states, lines } = records;
  const billedIn = knownCurrency(present?.row.currency) ?? knownCurrency(lines[0]?.row.currency) ?? currency('USD');
  const reader = new SubscriptionReader(
    assembly,
    billedIn,
    inclusiveTaxRates(lines, isTaxed ? statesInOrder(records) : []),
  );
  return {
    subscriptionId,
    present:
      present === undefined
        ? null
        : reader.state(
            present.state,
            present.row.as_of_at,
            present.row.is_dated === 1,
            present.row.id,
            present.row.canceled_at,
          ),
    dated: states.map(({ row, state, before }) => ({
      state: reader.state(state, row.as_of_at, true, row.event_id),
      before: before === null ? null : reader.state(before, row.as_of_at, true, row.event_id),
    })),
    lines: lines.map((line) => reader.line(line)),
  };
}

/** Reads the records of one subscription, with its currency and the inclusive taxes of its prices. */
class SubscriptionReader {
  readonly #assembly: Assembly;
  readonly #billedIn: Currency;
  readonly #taxRates: ReadonlyMap<string, Fraction>;

  constructor(assembly: Assembly, billedIn: Currency, taxRates: ReadonlyMap<string, Fraction>) {
    this.#assembly = assembly;
    this.#billedIn = billedIn;
    this.#taxRates = taxRates;
  }

  state(
    record: SubscriptionStateRecord,
    at: number,
    isDated: boolean,
    sourceId: string,
    canceledAt?: number | null,
  ): SubscriptionState {
    const discounts = (ids: readonly string[]) => ids.map((id) => this.#discount(id, record.startAt));
    return {
      at: instant(at),
      isDated,
      sourceId,
      status: record.status as SubscriptionState['status'],
      items: record.items.map((item) => ({
        itemId: item.itemId,
        price: this.#price(item.priceId, this.#taxRates.get(item.priceId) ?? null),
        quantity: item.quantity ?? 1,
        discounts: discounts(item.discountIds),
      })),
      discounts: discounts(record.discountIds),
      startAt: instant(record.startAt),
      trialStartAt: instantOrNull(record.trialStartAt),
      trialEndAt: instantOrNull(record.trialEndAt),
      currentPeriodStartAt: instantOrNull(record.currentPeriodStartAt),
      currentPeriodEndAt: instantOrNull(record.currentPeriodEndAt),
      cancelAt: instantOrNull(record.cancelAt),
      ...(canceledAt === undefined ? {} : { canceledAt: instantOrNull(canceledAt) }),
      isCancelAtPeriodEnd: record.isCancelAtPeriodEnd,
      endedAt: instantOrNull(record.endedAt),
      cancellationReason: record.cancellationReason,
      pause:
        record.pause === null
          ? null
          : {
              behavior: record.pause.behavior as 'keep_as_draft' | 'void' | 'mark_uncollectible',
              resumesAt: instantOrNull(record.pause.resumesAt),
            },
    };
  }

  line(line: LineRecord): LineEvidence {
    const { row, invoice } = line;
    const tax = inclusiveTaxRate(line);
    return {
      lineId: row.id,
      invoiceId: row.invoice_id,
      itemId: row.subscription_item_id,
      price: this.#price(row.price_id ?? '', tax ?? this.#taxRates.get(row.price_id ?? '') ?? null),
      quantity: row.quantity ?? 1,
      isProration: row.is_proration === 1,
      amountMinor: row.amount_minor,
      startAt: instant(row.period_start_at),
      endAt: instant(row.period_end_at),
      discounts: line.discounts.map(({ discountId, amountMinor }) => ({
        terms: this.#discount(discountId, row.period_start_at),
        amountMinor,
      })),
      inclusiveTaxRate: tax,
      billingReason: invoice.billing_reason,
      invoiceStatus: invoice.status as LineEvidence['invoiceStatus'],
      finalizedAt: instantOrNull(invoice.finalized_at),
      closedAt: instantOrNull(closedAt(invoice)),
      wasAttempted: invoice.was_attempted === 1,
      isSentForPayment: invoice.collection_method === 'send_invoice',
    };
  }

  #price(priceId: string, tax: Fraction | null) {
    return priceTerms(this.#assembly.billing.prices, this.#assembly.prices, priceId, this.#billedIn, tax);
  }

  #discount(discountId: string, fallbackStart: number) {
    return discountTerms(this.#assembly.billing, discountId, this.#billedIn, fallbackStart);
  }
}

/** When an invoice was first voided or written off; one that is written off may be voided later. */
function closedAt({ voided_at: voidedAt, uncollectible_at: uncollectibleAt }: LineRecord['invoice']): number | null {
  if (voidedAt === null || uncollectibleAt === null) return voidedAt ?? uncollectibleAt;
  return Math.min(voidedAt, uncollectibleAt);
}

/** All states, the latest last: the dated by instant and event, an undated present after them. */
function statesInOrder({ present, states }: SubscriptionRecords): SubscriptionStateRecord[] {
  const dated = [...states].sort(
    (a, b) => a.row.as_of_at - b.row.as_of_at || (a.row.event_id < b.row.event_id ? -1 : 1),
  );
  const ordered = dated.flatMap(({ state, before }) => (before === null ? [state] : [before, state]));
  return present === undefined ? ordered : [...ordered, present.state];
}

function currencyOfEvidence(subscriptions: readonly SubscriptionEvidence[]): Currency | null {
  for (const { present, lines } of subscriptions) {
    const price = present?.items[0]?.price ?? lines[0]?.price;
    if (price !== undefined) return price.currency;
  }
  return null;
}

function knownCurrency(code: string | null | undefined): Currency | null {
  return code === null || code === undefined ? null : currency(code);
}

function instantOrNull(seconds: number | null): Instant | null {
  return seconds === null ? null : instant(seconds);
}
