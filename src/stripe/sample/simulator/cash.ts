// Money that goes back, is contested or was billed in error: refunds, credit notes, disputes, voids, write-offs, one-off invoices.
import { known } from '../../../kernel/index.ts';
import { DAY } from '../calendar.ts';
import { eventObject } from '../objects/event-object.ts';
import { creditedBy, creditNoteObject, type CreditNote } from '../objects/credit-note-object.ts';
import { disputeObject, refundObject, type Dispute, type Refund } from '../objects/refund-object.ts';
import { customerObject } from '../objects/customer-object.ts';
import { chargeObject } from '../objects/payment-object.ts';
import { shareOf, type PriceOnSale } from '../price-list.ts';
import { balance } from './account-balance.ts';
import { changeSubscription, endSubscription } from './changes.ts';
import { schedule, touch, touchCustomer } from './customer.ts';
import { draftInvoice, dropInvoice, finalizeInvoice, touchInvoice } from './invoicing.ts';
import { oneOffLine } from './lines.ts';
import type { Charge, Customer, Invoice } from './state.ts';

const DISPUTE_FEE_MINOR = 1_500;
const REVIEW_DAYS = 9;
const DECISION_DAYS = 30;

/** Gives back part of a charge, at most what is left of it. */
export function refund(
  charge: Charge,
  at: number,
  wantedMinor: number,
  reason: Refund['reason'] = 'requested_by_customer',
): Refund {
  const { customer } = charge.invoice;
  const amountMinor = Math.min(wantedMinor, charge.amountMinor - charge.refundedMinor);
  const id = `re_3${customer.random.letters(23)}`;
  const transaction = balance(customer, {
    amountMinor: -amountMinor,
    at,
    source: id,
    type: 'refund',
    category: 'refund',
    description: 'Refund for charge',
  });
  const made: Refund = { id, charge, createdAt: at, amountMinor, reason, transactionId: transaction.id };
  charge.refundedMinor += amountMinor;
  touch(customer, charge.id, () => chargeObject(charge));
  touch(customer, id, () => refundObject(made));
  return made;
}

/**
 * Credits a share (in hundredths) of an invoice's first line. An open invoice is owed that much less; of a paid one,
 * the money goes back.
 */
export function creditInvoice(invoice: Invoice, at: number, percent: number, reason: CreditNote['reason']): void {
  const { customer } = invoice;
  const line = known(invoice.lines[0], 'an invoice with a line');
  const netMinor = line.discountAmounts.reduce((net, { amountMinor }) => net - amountMinor, line.amountMinor);
  const amountMinor = shareOf(netMinor, percent, 100);
  const taxMinor = invoice.exclusiveTaxMinor === 0 ? 0 : shareOf(line.taxMinor, percent, 100);
  const isBeforePayment = invoice.status === 'open';
  const charge = invoice.payment?.charges.find((candidate) => candidate.failureCode === null) ?? null;
  const note: CreditNote = {
    id: `cn_1${customer.random.letters(23)}`,
    number: `${invoice.number ?? ''}-CN-01`,
    invoice,
    createdAt: at,
    isBeforePayment,
    reason,
    lines: [{ id: `cnli_1${customer.random.letters(23)}`, invoiceLineId: line.id, amountMinor, taxMinor }],
    refund: isBeforePayment || charge === null ? null : refund(charge, at, amountMinor + taxMinor),
  };
  const { netMinor: creditedNet, taxMinor: creditedTax } = creditedBy(note);
  if (isBeforePayment) {
    invoice.creditedBeforeMinor += creditedNet + creditedTax;
    invoice.amountDueMinor = Math.max(0, invoice.amountDueMinor - creditedNet - creditedTax);
    if (invoice.payment !== null) invoice.payment.amountMinor = invoice.amountDueMinor;
  } else {
    invoice.creditedAfterMinor += creditedNet + creditedTax;
  }
  touchInvoice(invoice);
  touch(customer, note.id, () => creditNoteObject(note));
}

/** The bank contests a charge: the money is taken at once, and returned if we win. */
export function openDispute(charge: Charge, at: number, outcome: 'won' | 'lost', endsSubscription: boolean): void {
  const { customer, subscription } = charge.invoice;
  const id = `dp_1${customer.random.letters(23)}`;
  const dispute: Dispute = { id, charge, createdAt: at, status: 'needs_response', transactions: [] };
  const amountMinor = charge.amountMinor - charge.refundedMinor;
  dispute.transactions.push(
    balance(customer, {
      amountMinor: -amountMinor,
      at,
      source: id,
      type: 'adjustment',
      category: 'dispute',
      description: 'Chargeback withdrawal',
      feeOf: () => DISPUTE_FEE_MINOR,
    }),
  );
  charge.isDisputed = true;
  const show = (): void => touch(customer, id, () => disputeObject(dispute, customer.world.monthEndAt));
  show();
  touch(customer, charge.id, () => chargeObject(charge));
  if (endsSubscription && subscription !== null) endSubscription(subscription, at + 60, 'payment_disputed');
  schedule(customer, at + REVIEW_DAYS * DAY, () => {
    dispute.status = 'under_review';
    show();
  });
  schedule(customer, at + DECISION_DAYS * DAY, (now) => {
    dispute.status = outcome;
    show();
    if (outcome === 'lost') return;
    dispute.transactions.push(
      balance(customer, {
        amountMinor,
        at: now,
        source: id,
        type: 'adjustment',
        category: 'dispute_reversal',
        description: 'Chargeback reversal',
      }),
    );
  });
}

/** Voids an open invoice; a subscription that was past due for it is active again. */
export function voidByHand(invoice: Invoice, at: number): void {
  const { customer, subscription } = invoice;
  dropInvoice(invoice, at, 'void');
  if (customer.isDelinquent) {
    customer.isDelinquent = false;
    touchCustomer(customer);
  }
  if (subscription?.status !== 'past_due') return;
  changeSubscription(subscription, at, () => {
    subscription.status = 'active';
  });
}

/** An invoice for something that is sold once. */
export function invoiceOnce(customer: Customer, at: number, price: PriceOnSale): Invoice {
  const invoice = draftInvoice({
    customer,
    subscription: null,
    at,
    billingReason: 'manual',
    lines: [oneOffLine(customer, price, at)],
    periodStartAt: at,
    periodEndAt: at,
  });
  finalizeInvoice(invoice, at + 30);
  return invoice;
}

/** Deletes a customer at Stripe, which ends what it subscribes to. */
export function deleteCustomer(customer: Customer, at: number): void {
  for (const subscription of customer.subscriptions) endSubscription(subscription, at, null);
  customer.events.push(eventObject(customer, 'customer.deleted', at, customerObject(customer), null));
  customer.isDeleted = true;
  customer.changed.delete(customer.id);
}

/** Changes where a customer is, with an event that tells of the earlier place. */
export function moveCustomer(customer: Customer, at: number, address: Customer['address']): void {
  const before = customerObject(customer);
  customer.address = address;
  touchCustomer(customer);
  if (at >= customer.world.eventsFrom)
    customer.events.push(eventObject(customer, 'customer.updated', at, customerObject(customer), before));
}
