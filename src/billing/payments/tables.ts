// Cash: attempts to collect it, what came in, what went back, and how it reached the bank.
import { defineTable, type RowOf, type TableDefinition } from '../../ledger/index.ts';

export const chargesTable = defineTable({
  name: 'charges',
  columns: {
    id: 'text',
    customer_id: 'text?',
    invoice_id: 'text?',
    payment_intent_id: 'text?',
    balance_transaction_id: 'text?',
    status: 'text',
    currency: 'text',
    amount_minor: 'integer',
    amount_captured_minor: 'integer',
    amount_refunded_minor: 'integer',
    is_paid: 'integer',
    is_disputed: 'integer',
    failure_code: 'text?',
    decline_code: 'text?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { charges_by_customer: ['customer_id'], charges_by_payment_intent: ['payment_intent_id'] },
});

export const paymentIntentsTable = defineTable({
  name: 'payment_intents',
  columns: {
    id: 'text',
    customer_id: 'text?',
    invoice_id: 'text?',
    latest_charge_id: 'text?',
    status: 'text',
    currency: 'text',
    amount_minor: 'integer',
    amount_received_minor: 'integer',
    canceled_at: 'integer?',
    cancellation_reason: 'text?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { payment_intents_by_customer: ['customer_id'] },
});

/** Which payment intent or charge was made for which invoice. */
export const invoicePaymentsTable = defineTable({
  name: 'invoice_payments',
  columns: {
    id: 'text',
    invoice_id: 'text?',
    payment_intent_id: 'text?',
    charge_id: 'text?',
    /** `open`, `paid` or `canceled`. */
    status: 'text?',
    currency: 'text',
    amount_paid_minor: 'integer?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: {
    invoice_payments_by_invoice: ['invoice_id'],
    invoice_payments_by_payment_intent: ['payment_intent_id'],
  },
});

export const refundsTable = defineTable({
  name: 'refunds',
  columns: {
    id: 'text',
    charge_id: 'text?',
    payment_intent_id: 'text?',
    balance_transaction_id: 'text?',
    status: 'text?',
    reason: 'text?',
    failure_reason: 'text?',
    currency: 'text',
    amount_minor: 'integer',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { refunds_by_charge: ['charge_id'] },
});

export const disputesTable = defineTable({
  name: 'disputes',
  columns: {
    id: 'text',
    charge_id: 'text?',
    payment_intent_id: 'text?',
    status: 'text',
    reason: 'text?',
    currency: 'text',
    amount_minor: 'integer',
    due_by_at: 'integer?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { disputes_by_charge: ['charge_id'] },
});

export const balanceTransactionsTable = defineTable({
  name: 'balance_transactions',
  columns: {
    id: 'text',
    type: 'text',
    reporting_category: 'text?',
    source_id: 'text?',
    status: 'text?',
    currency: 'text',
    amount_minor: 'integer',
    fee_minor: 'integer',
    net_minor: 'integer',
    /** Decimal string; null where nothing was converted. */
    exchange_rate: 'text?',
    available_at: 'integer?',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
  indexes: { balance_transactions_by_source: ['source_id'] },
});

export const payoutsTable = defineTable({
  name: 'payouts',
  columns: {
    id: 'text',
    status: 'text',
    currency: 'text',
    amount_minor: 'integer',
    is_automatic: 'integer',
    method: 'text?',
    balance_transaction_id: 'text?',
    failure_code: 'text?',
    arrival_at: 'integer',
    created_at: 'integer',
    fact_seq: 'integer',
  },
  primaryKey: ['id'],
});

export type ChargeRow = RowOf<typeof chargesTable>;
export type PaymentIntentRow = RowOf<typeof paymentIntentsTable>;
export type InvoicePaymentRow = RowOf<typeof invoicePaymentsTable>;
export type RefundRow = RowOf<typeof refundsTable>;
export type DisputeRow = RowOf<typeof disputesTable>;
export type BalanceTransactionRow = RowOf<typeof balanceTransactionsTable>;
export type PayoutRow = RowOf<typeof payoutsTable>;

declare module '../../ledger/tables.ts' {
  interface LedgerTables {
    charges: ChargeRow;
    payment_intents: PaymentIntentRow;
    invoice_payments: InvoicePaymentRow;
    refunds: RefundRow;
    disputes: DisputeRow;
    balance_transactions: BalanceTransactionRow;
    payouts: PayoutRow;
  }
}

/** Every table of this area. */
export const paymentTables: readonly TableDefinition[] = [
  chargesTable,
  paymentIntentsTable,
  invoicePaymentsTable,
  refundsTable,
  disputesTable,
  balanceTransactionsTable,
  payoutsTable,
];
