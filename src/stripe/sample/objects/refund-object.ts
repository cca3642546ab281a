// Refunds and disputes as Stripe's API gives them.
import type { Charge } from '../simulator/state.ts';
import type { WireBalanceTransaction, WireDispute, WireRefund } from '../wire.ts';
import { stated } from './balance-object.ts';

export interface Refund {
  readonly id: string;
  readonly charge: Charge;
  readonly createdAt: number;
  readonly amountMinor: number;
  readonly reason: 'requested_by_customer' | 'duplicate' | null;
  readonly transactionId: string;
}

export function refundObject(refund: Refund): WireRefund {
  const { charge } = refund;
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amountMinor,
    balance_transaction: refund.transactionId,
    charge: charge.id,
    created: refund.createdAt,
    currency: charge.invoice.customer.currency,
    customer: charge.invoice.customer.id,
    customer_account: null,
    destination_details: { card: { type: 'refund' }, type: 'card' },
    metadata: {},
    payment_intent: charge.payment.id,
    payment_method: charge.invoice.customer.card.id,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
}

export interface Dispute {
  readonly id: string;
  readonly charge: Charge;
  readonly createdAt: number;
  status: 'needs_response' | 'under_review' | 'won' | 'lost';
  readonly transactions: WireBalanceTransaction[];
}

export function disputeObject(dispute: Dispute, now: number): WireDispute {
  const { charge } = dispute;
  const isAnswered = dispute.status !== 'needs_response';
  return {
    id: dispute.id,
    object: 'dispute',
    amount: charge.amountMinor,
    balance_transactions: dispute.transactions.map((transaction) => stated(transaction, now)),
    charge: charge.id,
    created: dispute.createdAt,
    currency: charge.invoice.customer.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: dispute.createdAt + 14 * 86_400,
      enhanced_eligibility: {},
      has_evidence: isAnswered,
      past_due: false,
      submission_count: isAnswered ? 1 : 0,
      submission_method: isAnswered ? 'manual' : 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment.id,
    reason: 'product_not_received',
    status: dispute.status,
  };
}

const NO_EVIDENCE: WireDispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
