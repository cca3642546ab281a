// Invoices and invoice payments as Stripe's API gives them.
import type { Invoice, Payment } from '../simulator/state.ts';
import type { WireInvoice, WireInvoicePayment } from '../wire.ts';
import { discountObject } from './customer-object.ts';
import { lineObject, taxOf } from './invoice-line-object.ts';

export function invoiceObject(invoice: Invoice): WireInvoice {
  const { customer, subscription } = invoice;
  const netMinor = invoice.totalMinor - invoice.exclusiveTaxMinor;
  return {
    id: invoice.id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'ListBackup.ai',
    account_tax_ids: null,
    amount_due: invoice.amountDueMinor,
    amount_overpaid: 0,
    amount_paid: invoice.amountPaidMinor,
    amount_remaining: remainingOf(invoice),
    amount_shipping: 0,
    application: null,
    attempt_count: invoice.attempts,
    attempted: invoice.wasAttempted,
    auto_advance: invoice.isAutoAdvancing,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at:
      invoice.status === 'draft' && invoice.isAutoAdvancing ? invoice.createdAt + 3_600 : null,
    billing_reason: invoice.billingReason,
    collection_method: invoice.isInvoiced ? 'send_invoice' : 'charge_automatically',
    created: invoice.createdAt,
    currency: customer.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: { ...customer.address },
    customer_email: customer.email,
    customer_name: customer.name,
    customer_phone: customer.phone,
    customer_shipping: null,
    customer_tax_exempt: customer.taxExempt,
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: invoice.discounts.map((discount) => discountObject(discount, customer.id)),
    due_date: invoice.dueAt,
    effective_at: invoice.finalizedAt,
    ending_balance: invoice.endingBalanceMinor,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: invoice.lines.map((line) => lineObject(line, invoice)),
      has_more: false,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: invoice.nextAttemptAt,
    number: invoice.number,
    on_behalf_of: null,
    parent:
      subscription === null
        ? null
        : {
            quote_details: null,
            subscription_details: { metadata: {}, subscription: subscription.id },
            type: 'subscription_details',
          },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: invoice.periodEndAt,
    period_start: invoice.periodStartAt,
    post_payment_credit_notes_amount: invoice.creditedAfterMinor,
    pre_payment_credit_notes_amount: invoice.creditedBeforeMinor,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: invoice.startingBalanceMinor,
    statement_descriptor: null,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalizedAt,
      marked_uncollectible_at: invoice.uncollectibleAt,
      paid_at: invoice.paidAt,
      voided_at: invoice.voidedAt,
    },
    subtotal: invoice.subtotalMinor,
    subtotal_excluding_tax: invoice.subtotalMinor - inclusiveTaxOf(invoice),
    test_clock: null,
    total: invoice.totalMinor,
    total_discount_amounts: discountTotals(invoice),
    total_excluding_tax: netMinor - inclusiveTaxOf(invoice),
    total_pretax_credit_amounts: [],
    total_taxes: invoice.taxRate === null ? [] : [taxOf(invoice, invoice.taxMinor, netMinor)],
    webhooks_delivered_at: invoice.createdAt,
  };
}

/** What is still to be paid. */
export function remainingOf(invoice: Invoice): number {
  return Math.max(0, invoice.amountDueMinor - invoice.amountPaidMinor);
}

function inclusiveTaxOf(invoice: Invoice): number {
  return invoice.taxMinor - invoice.exclusiveTaxMinor;
}

function discountTotals(invoice: Invoice): { amount: number; discount: string }[] {
  return invoice.discounts.map((discount) => ({
    amount: invoice.lines.reduce(
      (sum, line) =>
        sum +
        line.discountAmounts
          .filter(({ discountId }) => discountId === discount.id)
          .reduce((lineSum, { amountMinor }) => lineSum + amountMinor, 0),
      0,
    ),
    discount: discount.id,
  }));
}

export function invoicePaymentObject(payment: Payment, invoice: Invoice): WireInvoicePayment {
  const isPaid = payment.charges.some((charge) => charge.failureCode === null);
  return {
    id: payment.invoicePaymentId,
    object: 'invoice_payment',
    amount_paid: isPaid ? payment.amountMinor : null,
    amount_requested: payment.amountMinor,
    created: payment.createdAt,
    currency: invoice.customer.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: payment.id, type: 'payment_intent' },
    status: isPaid ? 'paid' : payment.canceledAt === null ? 'open' : 'canceled',
    status_transitions: { canceled_at: payment.canceledAt, paid_at: isPaid ? invoice.paidAt : null },
  };
}
