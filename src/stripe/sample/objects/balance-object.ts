// Balance transactions and payouts as Stripe's API gives them.
import type { WireBalanceTransaction, WirePayout } from '../wire.ts';

/** A movement of the account's balance, in dollars, the currency it settles in. */
export function balanceTransactionObject(parts: {
  readonly id: string;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly createdAt: number;
  readonly availableAt: number;
  readonly exchangeRate: number | null;
  readonly source: string;
  readonly type: 'charge' | 'refund' | 'adjustment' | 'payout';
  readonly category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout';
  readonly description: string;
}): WireBalanceTransaction {
  return {
    id: parts.id,
    object: 'balance_transaction',
    amount: parts.amountMinor,
    available_on: parts.availableAt,
    balance_type: 'payments',
    created: parts.createdAt,
    currency: 'usd',
    description: parts.description,
    exchange_rate: parts.exchangeRate,
    fee: parts.feeMinor,
    fee_details:
      parts.feeMinor === 0
        ? []
        : [
            {
              amount: parts.feeMinor,
              application: null,
              currency: 'usd',
              description: parts.category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: parts.amountMinor - parts.feeMinor,
    reporting_category: parts.category,
    source: parts.source,
    status: 'pending',
    type: parts.type,
  };
}

/** The transaction with the status that it has at the instant. */
export function stated(transaction: WireBalanceTransaction, now: number): WireBalanceTransaction {
  return { ...transaction, status: transaction.available_on < now ? 'available' : 'pending' };
}

export function payoutObject(
  id: string,
  transactionId: string,
  amountMinor: number,
  createdAt: number,
  isPaid: boolean,
): WirePayout {
  return {
    id,
    object: 'payout',
    amount: amountMinor,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: createdAt + 86_400,
    automatic: true,
    balance_transaction: transactionId,
    created: createdAt,
    currency: 'usd',
    description: 'STRIPE PAYOUT',
    destination: 'ba_1SampleCompanyBankAccount',
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'completed',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: isPaid ? 'paid' : 'in_transit',
    trace_id: null,
    type: 'bank_account',
  };
}
