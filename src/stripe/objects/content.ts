// What an object says, as rows of the billing tables.
import type { PriceRow, ProductRow } from '../../billing/catalog/index.ts';
import type { CustomerRow } from '../../billing/customers/index.ts';
import type { CouponRow, DiscountRow, PromotionCodeRow } from '../../billing/discounts/index.ts';
import type { CreditNoteRow, InvoiceItemRow, InvoiceLineRow } from '../../billing/invoicing/index.ts';
import type {
  BalanceTransactionRow,
  ChargeRow,
  DisputeRow,
  InvoicePaymentRow,
  PaymentIntentRow,
  PayoutRow,
  RefundRow,
} from '../../billing/payments/index.ts';
import type { SubscriptionScheduleRow, SubscriptionStateRecord } from '../../billing/subscriptions/index.ts';
import type { TaxRateRow } from '../../billing/tax/index.ts';
import type { JsonObject } from './fields.ts';
import { liftCoupon, liftPromotionCode } from './lift/coupon.ts';
import { liftDiscount } from './lift/discount.ts';
import { liftInvoiceItem, liftInvoiceLine } from './lift/invoice-line.ts';
import { liftInvoice } from './lift/invoice.ts';
import { liftCharge, liftCreditNote, liftCustomer } from './lift/payment.ts';
import { liftPrice } from './lift/price.ts';
import { liftItem, liftSubscription } from './lift/subscription.ts';
import { priceRow, productRow } from './rows/catalog.ts';
import { customerRow } from './rows/customers.ts';
import { couponRow, discountRow, promotionCodeRow } from './rows/discounts.ts';
import { creditNoteRow, invoiceItemRow, invoiceRows, type InvoiceRows, lineRow } from './rows/invoicing.ts';
import {
  balanceTransactionRow,
  chargeRow,
  disputeRow,
  invoicePaymentRow,
  paymentIntentRow,
  payoutRow,
  refundRow,
  taxRateRow,
} from './rows/payments.ts';
import { scheduleRow, stateRecord, subscriptionRows, type SubscriptionRows } from './rows/subscriptions.ts';

/** By the table that the object goes to; `none` for types that are kept as facts alone. */
export type Content =
  | { readonly to: 'none' }
  | { readonly to: 'customers'; readonly row: CustomerRow }
  | { readonly to: 'products'; readonly row: ProductRow }
  | { readonly to: 'prices'; readonly row: PriceRow }
  | { readonly to: 'coupons'; readonly row: CouponRow }
  | { readonly to: 'promotion_codes'; readonly row: PromotionCodeRow }
  | { readonly to: 'discounts'; readonly row: DiscountRow }
  | { readonly to: 'subscriptions'; readonly rows: SubscriptionRows; readonly state: SubscriptionStateRecord }
  | { readonly to: 'subscription_schedules'; readonly row: SubscriptionScheduleRow }
  | { readonly to: 'invoices'; readonly rows: InvoiceRows }
  | { readonly to: 'invoice_lines'; readonly row: InvoiceLineRow }
  | { readonly to: 'invoice_items'; readonly row: InvoiceItemRow }
  | { readonly to: 'credit_notes'; readonly row: CreditNoteRow }
  | { readonly to: 'charges'; readonly row: ChargeRow }
  | { readonly to: 'payment_intents'; readonly row: PaymentIntentRow }
  | { readonly to: 'invoice_payments'; readonly row: InvoicePaymentRow }
  | { readonly to: 'refunds'; readonly row: RefundRow }
  | { readonly to: 'disputes'; readonly row: DisputeRow }
  | { readonly to: 'balance_transactions'; readonly row: BalanceTransactionRow }
  | { readonly to: 'payouts'; readonly row: PayoutRow }
  | { readonly to: 'tax_rates'; readonly row: TaxRateRow };

type Lift = (object: JsonObject) => JsonObject;
type Read = (lifted: JsonObject, personal: JsonObject | null, path: string) => Content;

interface KnownType {
  readonly lift: Lift;
  readonly read: Read;
}

function asItIs(object: JsonObject): JsonObject {
  return object;
}

function readSubscription(lifted: JsonObject): Content {
  const state = stateRecord(lifted);
  return { to: 'subscriptions', rows: subscriptionRows(lifted, state), state };
}

const PRICE: KnownType = {
  lift: liftPrice,
  read: (lifted, _, path) => ({ to: 'prices', row: priceRow(lifted, path) }),
};

const KNOWN_TYPES: Readonly<Record<string, KnownType>> = {
  customer: {
    lift: liftCustomer,
    read: (lifted, personal) => ({ to: 'customers', row: customerRow(lifted, personal) }),
  },
  product: { lift: asItIs, read: (lifted) => ({ to: 'products', row: productRow(lifted) }) },
  price: PRICE,
  plan: PRICE,
  coupon: { lift: liftCoupon, read: (lifted, _, path) => ({ to: 'coupons', row: couponRow(lifted, path) }) },
  promotion_code: {
    lift: liftPromotionCode,
    read: (lifted) => ({ to: 'promotion_codes', row: promotionCodeRow(lifted) }),
  },
  discount: { lift: liftDiscount, read: (lifted, _, path) => ({ to: 'discounts', row: discountRow(lifted, path) }) },
  subscription: { lift: liftSubscription, read: readSubscription },
  subscription_item: { lift: (item) => liftItem(item, item) as JsonObject, read: () => ({ to: 'none' }) },
  subscription_schedule: {
    lift: asItIs,
    read: (lifted) => ({ to: 'subscription_schedules', row: scheduleRow(lifted) }),
  },
  invoice: { lift: liftInvoice, read: (lifted) => ({ to: 'invoices', rows: invoiceRows(lifted) }) },
  line_item: {
    lift: (line) => liftInvoiceLine(line, typeof line['invoice'] === 'string' ? line['invoice'] : null, 0),
    read: (lifted) => ({ to: 'invoice_lines', row: lineRow(lifted, null) }),
  },
  invoiceitem: { lift: liftInvoiceItem, read: (lifted) => ({ to: 'invoice_items', row: invoiceItemRow(lifted) }) },
  credit_note: { lift: liftCreditNote, read: (lifted) => ({ to: 'credit_notes', row: creditNoteRow(lifted) }) },
  charge: { lift: liftCharge, read: (lifted) => ({ to: 'charges', row: chargeRow(lifted) }) },
  payment_intent: { lift: asItIs, read: (lifted) => ({ to: 'payment_intents', row: paymentIntentRow(lifted) }) },
  invoice_payment: { lift: asItIs, read: (lifted) => ({ to: 'invoice_payments', row: invoicePaymentRow(lifted) }) },
  refund: { lift: asItIs, read: (lifted) => ({ to: 'refunds', row: refundRow(lifted) }) },
  dispute: { lift: asItIs, read: (lifted) => ({ to: 'disputes', row: disputeRow(lifted) }) },
  balance_transaction: {
    lift: asItIs,
    read: (lifted, _, path) => ({ to: 'balance_transactions', row: balanceTransactionRow(lifted, path) }),
  },
  payout: { lift: asItIs, read: (lifted) => ({ to: 'payouts', row: payoutRow(lifted) }) },
  tax_rate: { lift: asItIs, read: (lifted, _, path) => ({ to: 'tax_rates', row: taxRateRow(lifted, path) }) },
};

/** Types of which rows are made; events are read for the object in them. */
export function isKnownType(type: string): boolean {
  return type === 'event' || Object.hasOwn(KNOWN_TYPES, type);
}

/** The object in the shape of the pinned API version; types that are not known stay as they are. */
export function liftObject(type: string, object: JsonObject): JsonObject {
  return Object.hasOwn(KNOWN_TYPES, type) ? (KNOWN_TYPES[type]?.lift(object) ?? object) : object;
}

/** The rows of an object in the pinned shape. Raises `bad_input` whose `where` is the field that is wrong. */
export function contentOf(type: string, lifted: JsonObject, personal: JsonObject | null, path = ''): Content {
  const known = Object.hasOwn(KNOWN_TYPES, type) ? KNOWN_TYPES[type] : undefined;
  return known === undefined ? { to: 'none' } : known.read(lifted, personal, path);
}
