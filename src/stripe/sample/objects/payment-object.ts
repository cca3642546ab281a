// Payment intents and charges as Stripe's API gives them.
import type { Charge, Customer, Invoice, Payment } from '../simulator/state.ts';
import type { WireCharge, WirePaymentIntent } from '../wire.ts';

export function paymentIntentObject(payment: Payment, invoice: Invoice): WirePaymentIntent {
  const { customer } = invoice;
  const last = payment.charges.at(-1);
  const isPaid = last !== undefined && last.failureCode === null;
  return {
    id: payment.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: payment.amountMinor,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: isPaid ? payment.amountMinor : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: payment.canceledAt,
    cancellation_reason: payment.canceledAt === null ? null : 'void_invoice',
    capture_method: 'automatic',
    client_secret: null,
    confirmation_method: 'automatic',
    created: payment.createdAt,
    currency: customer.currency,
    customer: customer.id,
    customer_account: null,
    description: 'Subscription update',
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: last?.id ?? null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: isPaid ? methodOf(customer, invoice) : null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [invoice.isInvoiced ? 'us_bank_account' : 'card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: isPaid ? 'succeeded' : payment.canceledAt === null ? 'requires_payment_method' : 'canceled',
    transfer_data: null,
    transfer_group: null,
  };
}

export function chargeObject(charge: Charge): WireCharge {
  const { invoice, payment } = charge;
  const { customer } = invoice;
  const isPaid = charge.failureCode === null;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amountMinor,
    amount_captured: isPaid ? charge.amountMinor : 0,
    amount_refunded: charge.refundedMinor,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.transactionId,
    billing_details: {
      address: { ...customer.address },
      email: customer.email,
      name: customer.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'LISTBACKUP.AI',
    captured: isPaid,
    created: charge.createdAt,
    currency: customer.currency,
    customer: customer.id,
    description: 'Subscription update',
    disputed: charge.isDisputed,
    failure_balance_transaction: null,
    failure_code: charge.failureCode,
    failure_message: charge.failureCode === null ? null : 'Your card was declined.',
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: isPaid,
    payment_intent: payment.id,
    payment_method: methodOf(customer, invoice),
    payment_method_details: invoice.isInvoiced ? bankDetails(customer) : cardDetails(customer),
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: isPaid && charge.refundedMinor === charge.amountMinor,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: isPaid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
}

function methodOf(customer: Customer, invoice: Invoice): string {
  return invoice.isInvoiced ? customer.card.id.replace('pm_1', 'pm_2') : customer.card.id;
}

function outcomeOf(charge: Charge): WireCharge['outcome'] {
  const isPaid = charge.failureCode === null;
  return {
    advice_code: isPaid ? null : 'try_again_later',
    network_advice_code: null,
    network_decline_code: isPaid ? null : '05',
    network_status: isPaid ? 'approved_by_network' : 'declined_by_network',
    reason: charge.failureCode,
    risk_level: 'normal',
    seller_message: isPaid ? 'Payment complete.' : 'The bank did not return any further details with this decline.',
    type: isPaid ? 'authorized' : 'issuer_declined',
  };
}

function cardDetails(customer: Customer): WireCharge['payment_method_details'] {
  const { card } = customer;
  return {
    card: {
      amount_authorized: null,
      authorization_code: null,
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: 'pass', cvc_check: null },
      country: customer.address.country,
      electronic_commerce_indicator: null,
      exp_month: card.expMonth,
      exp_year: card.expYear,
      fingerprint: card.fingerprint,
      funding: 'credit',
      installments: null,
      last4: card.last4,
      mandate: null,
      network: card.brand,
      network_transaction_id: null,
      regulated_status: null,
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

function bankDetails(customer: Customer): WireCharge['payment_method_details'] {
  return {
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: 'company',
      account_type: 'checking',
      bank_name: 'EXAMPLE BANK',
      fingerprint: customer.card.fingerprint,
      last4: customer.card.last4,
      payment_reference: null,
      routing_number: '110000000',
    },
  };
}
