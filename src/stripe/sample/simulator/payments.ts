// Collects invoices: payment intents, charges that succeed or are declined, retries, and what becomes of the subscription.
import { DAY } from '../calendar.ts';
import { invoiceObject, invoicePaymentObject } from '../objects/invoice-object.ts';
import { chargeObject, paymentIntentObject } from '../objects/payment-object.ts';
import { shareOf } from '../price-list.ts';
import { balance } from './account-balance.ts';
import { changeSubscription, endSubscription } from './changes.ts';
import { schedule, touch, touchCustomer } from './customer.ts';
import type { Charge, Invoice, Payment, Subscription } from './state.ts';

/** Days after each failed attempt until the next one; after the last, dunning ends. */
const RETRY_AFTER_DAYS = [3, 5, 7];
const BANK_TRANSFER_DAYS = [12, 33] as const;
/** How long a first payment may stay open. */
const INCOMPLETE_LIFE = 23 * 3_600;
const RETRY_BY_CUSTOMER_SECONDS = 1_200;

/** Opens a payment intent for what is due and charges the card, or waits for a bank transfer. */
export function collect(invoice: Invoice, at: number): void {
  const { customer } = invoice;
  invoice.payment = {
    id: `pi_3${customer.random.letters(23)}`,
    invoicePaymentId: `inpay_1${customer.random.letters(23)}`,
    createdAt: at,
    amountMinor: invoice.amountDueMinor,
    charges: [],
    canceledAt: null,
  };
  touchPayment(invoice);
  if (!invoice.isInvoiced) return attempt(invoice, at);
  const [soonest, latest] = BANK_TRANSFER_DAYS;
  schedule(customer, at + customer.random.between(soonest, latest) * DAY, (now) => attempt(invoice, now));
}

/** The customer pays an open invoice of their own accord, or a retry finds it. */
export function attempt(invoice: Invoice, at: number): void {
  const { customer, payment, subscription } = invoice;
  if (invoice.status !== 'open' || payment === null) return;
  touch(customer, invoice.id, () => invoiceObject(invoice));
  touchPayment(invoice);
  invoice.attempts += 1;
  invoice.wasAttempted = true;
  const isDeclined = customer.declinesAhead > 0 || subscription?.isCardMissing === true;
  if (customer.declinesAhead > 0) customer.declinesAhead -= 1;
  const charge = newCharge(invoice, payment, at, isDeclined ? customer.declineCode : null);
  payment.charges.push(charge);
  touch(customer, charge.id, () => chargeObject(charge));
  if (isDeclined) return declined(invoice, at);
  invoice.amountPaidMinor = payment.amountMinor;
  customer.latestPaid = { invoice, charge };
  markPaid(invoice, at);
}

/** Marks an invoice paid, which reinstates a subscription that waited for it. */
export function markPaid(invoice: Invoice, at: number): void {
  const { customer, subscription } = invoice;
  invoice.status = 'paid';
  invoice.paidAt = at;
  invoice.wasAttempted = true;
  invoice.nextAttemptAt = null;
  invoice.isAutoAdvancing = false;
  if (customer.isDelinquent) {
    customer.isDelinquent = false;
    touchCustomer(customer);
  }
  if (subscription === null || !['past_due', 'incomplete', 'unpaid'].includes(subscription.status)) return;
  changeSubscription(subscription, at, () => {
    subscription.status = 'active';
  });
}

/** Gives up an intent that has not succeeded, as when its invoice is voided. */
export function cancelPayment(invoice: Invoice, at: number): void {
  const { payment } = invoice;
  if (payment === null || invoice.status === 'paid') return;
  payment.canceledAt = at;
  touchPayment(invoice);
}

function declined(invoice: Invoice, at: number): void {
  const { customer, subscription } = invoice;
  if (subscription === null || subscription.endedAt !== null) return;
  if (invoice.billingReason === 'subscription_create') return firstPaymentFailed(invoice, subscription, at);
  if (subscription.status === 'active' || subscription.status === 'trialing') {
    changeSubscription(subscription, at, () => {
      subscription.status = 'past_due';
    });
  }
  if (!customer.isDelinquent) {
    customer.isDelinquent = true;
    touchCustomer(customer);
  }
  const wait = RETRY_AFTER_DAYS[invoice.attempts - 1];
  invoice.nextAttemptAt = wait === undefined ? null : at + wait * DAY;
  if (invoice.nextAttemptAt !== null) schedule(customer, invoice.nextAttemptAt, (now) => attempt(invoice, now));
  else schedule(customer, at + 60, (now) => dunningEnded(invoice, subscription, now));
}

function firstPaymentFailed(invoice: Invoice, subscription: Subscription, at: number): void {
  const { customer } = invoice;
  invoice.nextAttemptAt = null;
  if (invoice.attempts > 1) return;
  subscription.status = 'incomplete';
  schedule(customer, at + RETRY_BY_CUSTOMER_SECONDS, (now) => attempt(invoice, now));
  schedule(customer, subscription.createdAt + INCOMPLETE_LIFE, (now) => {
    if (subscription.status !== 'incomplete') return;
    cancelPayment(invoice, now);
    touch(customer, invoice.id, () => invoiceObject(invoice));
    invoice.status = 'void';
    invoice.voidedAt = now;
    invoice.isAutoAdvancing = false;
    changeSubscription(subscription, now, () => {
      subscription.status = 'incomplete_expired';
      subscription.endedAt = now;
    });
  });
}

function dunningEnded(invoice: Invoice, subscription: Subscription, at: number): void {
  const { customer } = invoice;
  if (invoice.status !== 'open' || subscription.endedAt !== null) return;
  if (customer.dunningEnds === 'canceled') return endSubscription(subscription, at, 'payment_failed');
  if (customer.dunningEnds === 'past_due') return;
  changeSubscription(subscription, at, () => {
    subscription.status = 'unpaid';
  });
}

function newCharge(invoice: Invoice, payment: Payment, at: number, failureCode: string | null): Charge {
  const { customer } = invoice;
  const id = `${invoice.isInvoiced ? 'py' : 'ch'}_3${customer.random.letters(23)}`;
  const amountMinor = payment.amountMinor;
  const settled = failureCode === null ? settleCharge(invoice, id, amountMinor, at) : null;
  return {
    id,
    payment,
    invoice,
    createdAt: at,
    amountMinor,
    failureCode,
    transactionId: settled,
    refundedMinor: 0,
    isDisputed: false,
  };
}

function settleCharge(invoice: Invoice, chargeId: string, amountMinor: number, at: number): string {
  return balance(invoice.customer, {
    amountMinor,
    at,
    source: chargeId,
    type: 'charge',
    category: 'charge',
    description: 'Subscription update',
    feeOf: (dollarsMinor) =>
      invoice.isInvoiced ? Math.min(500, shareOf(dollarsMinor, 80, 10_000)) : shareOf(dollarsMinor, 290, 10_000) + 30,
  }).id;
}

function touchPayment(invoice: Invoice): void {
  const { customer, payment } = invoice;
  if (payment === null) return;
  touch(customer, payment.id, () => paymentIntentObject(payment, invoice));
  touch(customer, payment.invoicePaymentId, () => invoicePaymentObject(payment, invoice));
}
