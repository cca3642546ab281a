// Stripe's objects as JSON carries them: the SDK's own types of the pinned API version, with decimals as text.
import type Stripe from 'stripe';

/** The JSON form of an SDK type: `Decimal` values are decimal strings, everything else is as it is. */
export type Wire<T> = T extends string
  ? T
  : T extends Stripe.Decimal
    ? string
    : T extends readonly (infer Element)[]
      ? Wire<Element>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

export type WireProduct = Wire<Stripe.Product>;
export type WirePrice = Wire<Stripe.Price>;
export type WirePlan = Wire<Stripe.Plan>;
export type WireCoupon = Wire<Stripe.Coupon>;
export type WirePromotionCode = Wire<Stripe.PromotionCode>;
export type WireDiscount = Wire<Stripe.Discount>;
export type WireTaxRate = Wire<Stripe.TaxRate>;
export type WireCustomer = Wire<Stripe.Customer>;
export type WireSubscription = Wire<Stripe.Subscription>;
export type WireSubscriptionItem = Wire<Stripe.SubscriptionItem>;
export type WireSubscriptionSchedule = Wire<Stripe.SubscriptionSchedule>;
export type WireInvoice = Wire<Stripe.Invoice>;
export type WireInvoiceLine = Wire<Stripe.InvoiceLineItem>;
export type WireInvoiceItem = Wire<Stripe.InvoiceItem>;
export type WireInvoicePayment = Wire<Stripe.InvoicePayment>;
export type WireCharge = Wire<Stripe.Charge>;
export type WirePaymentIntent = Wire<Stripe.PaymentIntent>;
export type WireRefund = Wire<Stripe.Refund>;
export type WireDispute = Wire<Stripe.Dispute>;
export type WireCreditNote = Wire<Stripe.CreditNote>;
export type WireBalanceTransaction = Wire<Stripe.BalanceTransaction>;
export type WirePayout = Wire<Stripe.Payout>;

/** What every event has; its object is that of the one type the event is about. */
export interface WireEvent {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: {
    readonly object: WireSubscription | WireCustomer;
    readonly previous_attributes?: Readonly<Record<string, unknown>>;
  };
  readonly livemode: boolean;
  readonly pending_webhooks: number;
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null };
  readonly type: string;
}

/** Any object that a delivery of the sample company holds. */
export type SampleObject =
  | WireProduct
  | WirePrice
  | WireCoupon
  | WirePromotionCode
  | WireTaxRate
  | WireCustomer
  | WireSubscription
  | WireSubscriptionSchedule
  | WireInvoice
  | WireInvoiceItem
  | WireInvoicePayment
  | WireCharge
  | WirePaymentIntent
  | WireRefund
  | WireDispute
  | WireCreditNote
  | WireBalanceTransaction
  | WirePayout
  | WireEvent;
