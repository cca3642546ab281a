// The only code that writes what is known of cash.
import type { WriteHandle } from '../../ledger/index.ts';
import {
  type BalanceTransactionRow,
  balanceTransactionsTable,
  type ChargeRow,
  chargesTable,
  type DisputeRow,
  disputesTable,
  type InvoicePaymentRow,
  invoicePaymentsTable,
  type PaymentIntentRow,
  paymentIntentsTable,
  type PayoutRow,
  payoutsTable,
  type RefundRow,
  refundsTable,
} from './tables.ts';

/** Rows of each kind; those with the same id are replaced. */
export interface PaymentRows {
  readonly charges: readonly ChargeRow[];
  readonly paymentIntents: readonly PaymentIntentRow[];
  readonly invoicePayments: readonly InvoicePaymentRow[];
  readonly refunds: readonly RefundRow[];
  readonly disputes: readonly DisputeRow[];
  readonly balanceTransactions: readonly BalanceTransactionRow[];
  readonly payouts: readonly PayoutRow[];
}

/** Puts the rows in place of those with the same id. */
export async function writePayments(write: WriteHandle, rows: PaymentRows): Promise<void> {
  if (rows.charges.length > 0) await write.upsertRows(chargesTable, rows.charges);
  if (rows.paymentIntents.length > 0) await write.upsertRows(paymentIntentsTable, rows.paymentIntents);
  if (rows.invoicePayments.length > 0) await write.upsertRows(invoicePaymentsTable, rows.invoicePayments);
  if (rows.refunds.length > 0) await write.upsertRows(refundsTable, rows.refunds);
  if (rows.disputes.length > 0) await write.upsertRows(disputesTable, rows.disputes);
  if (rows.balanceTransactions.length > 0) await write.upsertRows(balanceTransactionsTable, rows.balanceTransactions);
  if (rows.payouts.length > 0) await write.upsertRows(payoutsTable, rows.payouts);
}
