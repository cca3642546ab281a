// Charges, payment intents, refunds, disputes, balance transactions, payouts and tax rates as rows.
import type {
  BalanceTransactionRow,
  ChargeRow,
  DisputeRow,
  InvoicePaymentRow,
  PaymentIntentRow,
  PayoutRow,
  RefundRow,
} from '../../../billing/payments/index.ts';
import type { TaxRateRow } from '../../../billing/tax/index.ts';
import {
  decimalOrNull,
  flag,
  idOrNull,
  integer,
  integerOrNull,
  integerOrZero,
  objectOrNull,
  refuse,
  text,
  textOrNull,
  type JsonObject,
} from '../fields.ts';

/** Cash may come in what ISO 4217 does not list (a stablecoin), so its code is only checked for its form. */
function cashCurrency(object: JsonObject, path = ''): string {
  const code = text(object, 'currency', path);
  return /^[A-Za-z]{3,5}$/.test(code)
    ? code.toUpperCase()
    : refuse(`${path}currency`, `"${code}" is not a currency code`);
}

/** The row of a charge in the pinned shape. Raises `bad_input`. */
export function chargeRow(charge: JsonObject): ChargeRow {
  const outcome = objectOrNull(charge, 'outcome');
  return {
    id: text(charge, 'id'),
    customer_id: idOrNull(charge, 'customer'),
    invoice_id: idOrNull(charge, 'invoice'),
    payment_intent_id: idOrNull(charge, 'payment_intent'),
    balance_transaction_id: idOrNull(charge, 'balance_transaction'),
    status: text(charge, 'status'),
    currency: cashCurrency(charge),
    amount_minor: integer(charge, 'amount'),
    amount_captured_minor: integerOrZero(charge, 'amount_captured'),
    amount_refunded_minor: integerOrZero(charge, 'amount_refunded'),
    is_paid: flag(charge, 'paid'),
    is_disputed: charge['disputed'] === true || typeof charge['dispute'] === 'string' ? 1 : 0,
    failure_code: textOrNull(charge, 'failure_code'),
    decline_code: outcome === null ? null : textOrNull(outcome, 'reason', 'outcome.'),
    created_at: integer(charge, 'created'),
    fact_seq: 0,
  };
}

/** The row of a payment intent. Raises `bad_input`. */
export function paymentIntentRow(intent: JsonObject): PaymentIntentRow {
  return {
    id: text(intent, 'id'),
    customer_id: idOrNull(intent, 'customer'),
    invoice_id: idOrNull(intent, 'invoice'),
    latest_charge_id: idOrNull(intent, 'latest_charge'),
    status: text(intent, 'status'),
    currency: cashCurrency(intent),
    amount_minor: integer(intent, 'amount'),
    amount_received_minor: integerOrZero(intent, 'amount_received'),
    canceled_at: integerOrNull(intent, 'canceled_at'),
    cancellation_reason: textOrNull(intent, 'cancellation_reason'),
    created_at: integer(intent, 'created'),
    fact_seq: 0,
  };
}

/** The row of an invoice payment. Raises `bad_input`. */
export function invoicePaymentRow(paid: JsonObject): InvoicePaymentRow {
  const payment = objectOrNull(paid, 'payment') ?? {};
  return {
    id: text(paid, 'id'),
    invoice_id: idOrNull(paid, 'invoice'),
    payment_intent_id: idOrNull(payment, 'payment_intent', 'payment.'),
    charge_id: idOrNull(payment, 'charge', 'payment.'),
    status: textOrNull(paid, 'status'),
    currency: cashCurrency(paid),
    amount_paid_minor: integerOrNull(paid, 'amount_paid'),
    created_at: integer(paid, 'created'),
    fact_seq: 0,
  };
}

/** The row of a refund. Raises `bad_input`. */
export function refundRow(refund: JsonObject): RefundRow {
  return {
    id: text(refund, 'id'),
    charge_id: idOrNull(refund, 'charge'),
    payment_intent_id: idOrNull(refund, 'payment_intent'),
    balance_transaction_id: idOrNull(refund, 'balance_transaction'),
    status: textOrNull(refund, 'status'),
    reason: textOrNull(refund, 'reason'),
    failure_reason: textOrNull(refund, 'failure_reason'),
    currency: cashCurrency(refund),
    amount_minor: integer(refund, 'amount'),
    created_at: integer(refund, 'created'),
    fact_seq: 0,
  };
}

/** The row of a dispute. Raises `bad_input`. */
export function disputeRow(dispute: JsonObject): DisputeRow {
  const details = objectOrNull(dispute, 'evidence_details');
  return {
    id: text(dispute, 'id'),
    charge_id: idOrNull(dispute, 'charge'),
    payment_intent_id: idOrNull(dispute, 'payment_intent'),
    status: text(dispute, 'status'),
    reason: textOrNull(dispute, 'reason'),
    currency: cashCurrency(dispute),
    amount_minor: integer(dispute, 'amount'),
    due_by_at: details === null ? null : integerOrNull(details, 'due_by', 'evidence_details.'),
    created_at: integer(dispute, 'created'),
    fact_seq: 0,
  };
}

/** The row of a balance transaction. Raises `bad_input`. */
export function balanceTransactionRow(entry: JsonObject, path = ''): BalanceTransactionRow {
  return {
    id: text(entry, 'id', path),
    type: text(entry, 'type', path),
    reporting_category: textOrNull(entry, 'reporting_category', path),
    source_id: idOrNull(entry, 'source', path),
    status: textOrNull(entry, 'status', path),
    currency: cashCurrency(entry, path),
    amount_minor: integer(entry, 'amount', path),
    fee_minor: integerOrZero(entry, 'fee', path),
    net_minor: integer(entry, 'net', path),
    exchange_rate: decimalOrNull(entry, 'exchange_rate', path),
    available_at: integerOrNull(entry, 'available_on', path),
    created_at: integer(entry, 'created', path),
    fact_seq: 0,
  };
}

/** The row of a payout. Raises `bad_input`. */
export function payoutRow(payout: JsonObject): PayoutRow {
  return {
    id: text(payout, 'id'),
    status: text(payout, 'status'),
    currency: cashCurrency(payout),
    amount_minor: integer(payout, 'amount'),
    is_automatic: flag(payout, 'automatic'),
    method: textOrNull(payout, 'method'),
    balance_transaction_id: idOrNull(payout, 'balance_transaction'),
    failure_code: textOrNull(payout, 'failure_code'),
    arrival_at: integer(payout, 'arrival_date'),
    created_at: integer(payout, 'created'),
    fact_seq: 0,
  };
}

/** The row of a tax rate. Raises `bad_input`. */
export function taxRateRow(rate: JsonObject, path = ''): TaxRateRow {
  return {
    id: text(rate, 'id', path),
    display_name: textOrNull(rate, 'display_name', path) ?? '',
    country: textOrNull(rate, 'country', path),
    state: textOrNull(rate, 'state', path),
    jurisdiction: textOrNull(rate, 'jurisdiction', path),
    percentage: decimalOrNull(rate, 'percentage', path) ?? '0',
    is_inclusive: flag(rate, 'inclusive'),
    is_active: rate['active'] === false ? 0 : 1,
    tax_type: textOrNull(rate, 'tax_type', path),
    created_at: integerOrZero(rate, 'created', path),
    fact_seq: 0,
  };
}
