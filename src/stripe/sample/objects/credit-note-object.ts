// Credit notes as Stripe's API gives them.
import type { Invoice } from '../simulator/state.ts';
import type { WireCreditNote } from '../wire.ts';
import type { Refund } from './refund-object.ts';

export interface CreditNote {
  readonly id: string;
  readonly number: string;
  readonly invoice: Invoice;
  readonly createdAt: number;
  readonly lines: readonly {
    readonly id: string;
    readonly invoiceLineId: string;
    readonly amountMinor: number;
    readonly taxMinor: number;
  }[];
  readonly refund: Refund | null;
  readonly isBeforePayment: boolean;
  readonly reason: 'order_change' | 'product_unsatisfactory' | 'duplicate';
}

/** The note's net amount and tax; lines carry exclusive tax apart. */
export function creditedBy(note: CreditNote): { readonly netMinor: number; readonly taxMinor: number } {
  return {
    netMinor: note.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    taxMinor: note.lines.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
  };
}

export function creditNoteObject(note: CreditNote): WireCreditNote {
  const { invoice, refund } = note;
  const { netMinor, taxMinor } = creditedBy(note);
  const totalMinor = netMinor + taxMinor;
  return {
    id: note.id,
    object: 'credit_note',
    amount: totalMinor,
    amount_shipping: 0,
    created: note.createdAt,
    currency: invoice.customer.currency,
    customer: invoice.customer.id,
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: 0,
    discount_amounts: [],
    effective_at: note.createdAt,
    invoice: invoice.id,
    lines: {
      object: 'list',
      data: note.lines.map((line) => ({
        id: line.id,
        object: 'credit_note_line_item' as const,
        amount: line.amountMinor,
        description: 'Credit for unused service',
        discount_amount: 0,
        discount_amounts: [],
        invoice_line_item: line.invoiceLineId,
        livemode: false,
        metadata: {},
        pretax_credit_amounts: [],
        quantity: null,
        tax_rates: [],
        taxes: taxesOf(invoice, line.taxMinor, line.amountMinor),
        type: 'invoice_line_item' as const,
        unit_amount: null,
        unit_amount_decimal: null,
      })),
      has_more: false,
      url: `/v1/credit_notes/${note.id}/lines`,
    },
    livemode: false,
    memo: null,
    metadata: {},
    number: note.number,
    out_of_band_amount: null,
    pdf: `https://files.example/credit_notes/${note.id}.pdf`,
    post_payment_amount: note.isBeforePayment ? 0 : totalMinor,
    pre_payment_amount: note.isBeforePayment ? totalMinor : 0,
    pretax_credit_amounts: [],
    reason: note.reason,
    refunds:
      refund === null
        ? []
        : [{ amount_refunded: refund.amountMinor, payment_record_refund: null, refund: refund.id, type: 'refund' }],
    shipping_cost: null,
    status: 'issued',
    subtotal: netMinor,
    subtotal_excluding_tax: netMinor,
    total: totalMinor,
    total_excluding_tax: netMinor,
    total_taxes: taxesOf(invoice, taxMinor, netMinor),
    type: note.isBeforePayment ? 'pre_payment' : 'post_payment',
    voided_at: null,
  };
}

function taxesOf(invoice: Invoice, taxMinor: number, netMinor: number): NonNullable<WireCreditNote['total_taxes']> {
  if (invoice.taxRate === null || taxMinor === 0) return [];
  return [
    {
      amount: taxMinor,
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: invoice.taxRate.id },
      taxability_reason: 'standard_rated',
      taxable_amount: netMinor,
      type: 'tax_rate_details',
    },
  ];
}
