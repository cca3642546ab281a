// Invoice lines, their tax, and invoice items as Stripe's API gives them.
import type { Customer, Invoice, Line } from '../simulator/state.ts';
import type { WireInvoiceItem, WireInvoiceLine } from '../wire.ts';

/** Tax of a line, or of a whole invoice, at the invoice's one rate. */
export function taxOf(
  invoice: Invoice,
  amountMinor: number,
  netMinor: number,
): NonNullable<WireInvoiceLine['taxes']>[number] {
  const { taxRate, customer } = invoice;
  const isInclusive = taxRate?.inclusive === true;
  return {
    amount: amountMinor,
    tax_behavior: isInclusive ? 'inclusive' : 'exclusive',
    tax_rate_details: taxRate === null ? null : { tax_rate: taxRate.id },
    taxability_reason:
      customer.taxExempt === 'exempt'
        ? 'customer_exempt'
        : customer.taxExempt === 'reverse'
          ? 'reverse_charge'
          : 'standard_rated',
    taxable_amount: isInclusive ? netMinor - amountMinor : netMinor,
    type: 'tax_rate_details',
  };
}

export function lineObject(line: Line, invoice: Invoice): WireInvoiceLine {
  const discounted = line.discountAmounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amountMinor,
    currency: invoice.customer.currency,
    description: line.description,
    discount_amounts: line.discountAmounts.map(({ amountMinor, discountId }) => ({
      amount: amountMinor,
      discount: discountId,
    })),
    discountable: line.isDiscountable,
    discounts: line.discountAmounts.map(({ discountId }) => discountId),
    invoice: invoice.id,
    livemode: false,
    metadata: {},
    parent: parentOf(line),
    period: { end: line.endAt, start: line.startAt },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: line.price.id, product: line.price.productId },
      type: 'price_details',
      unit_amount_decimal: line.unitAmountDecimal,
    },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription: line.subscriptionId,
    subtotal: line.amountMinor,
    taxes: invoice.taxRate === null ? [] : [taxOf(invoice, line.taxMinor, line.amountMinor - discounted)],
  };
}

function parentOf(line: Line): WireInvoiceLine['parent'] {
  const details = {
    proration: line.isProration,
    proration_details:
      line.credited === null
        ? null
        : { credited_items: { invoice: line.credited.invoiceId, invoice_line_items: [...line.credited.lineIds] } },
    subscription: line.subscriptionId,
  };
  if (line.itemId !== null) {
    return {
      invoice_item_details: null,
      subscription_item_details: {
        ...details,
        invoice_item: line.invoiceItem?.id ?? null,
        subscription_item: line.itemId,
      },
      type: 'subscription_item_details',
    };
  }
  return {
    invoice_item_details: { ...details, invoice_item: line.invoiceItem?.id ?? '' },
    subscription_item_details: null,
    type: 'invoice_item_details',
  };
}

export function invoiceItemObject(
  customer: Customer,
  line: Line,
  invoiceItem: { id: string; createdAt: number },
  invoiceId: string | null,
): WireInvoiceItem {
  return {
    id: invoiceItem.id,
    object: 'invoiceitem',
    amount: line.amountMinor,
    currency: customer.currency,
    customer: customer.id,
    customer_account: null,
    date: invoiceItem.createdAt,
    description: line.description,
    discountable: line.isDiscountable,
    discounts: [],
    invoice: invoiceId,
    livemode: false,
    metadata: {},
    parent:
      line.subscriptionId === null
        ? null
        : {
            subscription_details: {
              subscription: line.subscriptionId,
              ...(line.itemId === null ? {} : { subscription_item: line.itemId }),
            },
            type: 'subscription_details',
          },
    period: { end: line.endAt, start: line.startAt },
    pricing: {
      price_details: { price: line.price.id, product: line.price.productId },
      type: 'price_details',
      unit_amount_decimal: line.unitAmountDecimal,
    },
    proration: line.isProration,
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    tax_rates: [],
    test_clock: null,
  };
}
