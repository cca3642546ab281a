// What the billing simulator remembers of each customer. Mutable on purpose; objects are rendered from it when a month ends.
import type { CouponBook, CouponKey } from '../coupons.ts';
import type { Address } from '../people.ts';
import type { PriceList, PriceOnSale } from '../price-list.ts';
import type { Random } from '../random.ts';
import type { SampleObject, WireBalanceTransaction, WireCoupon, WireEvent, WireTaxRate } from '../wire.ts';

/** What all customers of one company share. */
export interface World {
  readonly prices: PriceList;
  readonly coupons: CouponBook;
  readonly taxRates: readonly WireTaxRate[];
  /** Millionths of a dollar for one unit of the currency. */
  readonly rateAt: (currency: string, at: number) => number;
  /** Takes a balance transaction into the account's balance. */
  readonly bank: (transaction: WireBalanceTransaction) => void;
  /** Events before this are older than the API keeps them when the month's delivery is made. */
  eventsFrom: number;
  /** Where the month ends that is being played. */
  monthEndAt: number;
}

/** Something that is to happen to a customer. */
export interface Task {
  readonly at: number;
  readonly play: (at: number) => void;
}

export interface Card {
  readonly id: string;
  readonly brand: 'visa' | 'mastercard' | 'amex';
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly fingerprint: string;
}

export interface Customer {
  readonly world: World;
  readonly id: string;
  readonly random: Random;
  readonly metadata: Record<string, string>;
  readonly createdAt: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  address: Address;
  /** Lower case. */
  readonly currency: string;
  readonly taxExempt: 'none' | 'exempt' | 'reverse';
  taxRate: WireTaxRate | null;
  readonly card: Card;
  readonly invoicePrefix: string;
  nextInvoiceNumber: number;
  /** Below zero: what the customer has to their credit. */
  balanceMinor: number;
  isDelinquent: boolean;
  isDeleted: boolean;
  discount: Discount | null;
  readonly subscriptions: Subscription[];
  /** The invoice that was paid last, and by whose charge. */
  latestPaid: { readonly invoice: Invoice; readonly charge: Charge } | null;
  /** The invoice that was finalized last. */
  latestInvoice: Invoice | null;
  /** How many of the coming payment attempts the bank declines, and why. */
  declinesAhead: number;
  declineCode: string;
  /** What becomes of a subscription whose invoice nobody could collect. */
  dunningEnds: 'canceled' | 'unpaid' | 'past_due';
  /** Sorted by time; of one time, in order of arrival. */
  readonly tasks: Task[];
  /** Objects created or changed since the last delivery, by id. */
  readonly changed: Map<string, () => SampleObject>;
  events: WireEvent[];
}

export interface Discount {
  readonly id: string;
  readonly coupon: WireCoupon;
  readonly key: CouponKey;
  readonly promotionCodeId: string | null;
  readonly startAt: number;
  readonly endAt: number | null;
  readonly subscriptionId: string | null;
  readonly itemId: string | null;
}

export interface Item {
  readonly id: string;
  price: PriceOnSale;
  quantity: number;
  readonly createdAt: number;
  discounts: Discount[];
}

export type SubscriptionStatus =
  | 'incomplete'
  | 'incomplete_expired'
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'canceled'
  | 'unpaid'
  | 'paused';
export type CancellationReason = 'cancellation_requested' | 'payment_failed' | 'payment_disputed';
export type PauseBehavior = 'keep_as_draft' | 'void' | 'mark_uncollectible';

export interface Subscription {
  readonly id: string;
  readonly customer: Customer;
  readonly createdAt: number;
  readonly startAt: number;
  status: SubscriptionStatus;
  anchorAt: number;
  periodStartAt: number;
  periodEndAt: number;
  items: Item[];
  discounts: Discount[];
  trialStartAt: number | null;
  trialEndAt: number | null;
  isCancelAtPeriodEnd: boolean;
  cancelAt: number | null;
  canceledAt: number | null;
  endedAt: number | null;
  cancellationReason: CancellationReason | null;
  cancellationFeedback: string | null;
  pause: { readonly behavior: PauseBehavior; readonly resumesAt: number | null } | null;
  readonly isInvoiced: boolean;
  readonly missingCardEnds: 'cancel' | 'create_invoice' | 'pause';
  isCardMissing: boolean;
  schedule: Schedule | null;
  latestInvoiceId: string | null;
  /** Proration lines that wait for the next invoice. */
  pending: Line[];
  /** Of each item, by id: the invoice lines that billed it last, which a credit takes back. */
  readonly billed: Map<string, NonNullable<Line['credited']>>;
  readonly metadata: Record<string, string>;
}

export interface SchedulePhase {
  readonly startAt: number;
  readonly endAt: number;
  readonly items: readonly { readonly price: PriceOnSale; readonly quantity: number }[];
}

export interface Schedule {
  readonly id: string;
  readonly subscription: Subscription;
  readonly createdAt: number;
  readonly phases: readonly SchedulePhase[];
  status: 'active' | 'released';
  releasedAt: number | null;
}

export interface InvoiceItem {
  readonly id: string;
  readonly createdAt: number;
}

export interface Line {
  readonly id: string;
  readonly description: string;
  readonly price: PriceOnSale;
  readonly quantity: number;
  readonly unitAmountDecimal: string | null;
  readonly amountMinor: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly isProration: boolean;
  readonly subscriptionId: string | null;
  readonly itemId: string | null;
  readonly invoiceItem: InvoiceItem | null;
  /** The invoice lines that a proration credit takes back. */
  readonly credited: { readonly invoiceId: string; readonly lineIds: readonly string[] } | null;
  readonly isDiscountable: boolean;
  /** Filled in when the invoice is made. */
  discountAmounts: { readonly discountId: string; readonly amountMinor: number }[];
  taxMinor: number;
}

export interface Invoice {
  readonly id: string;
  readonly customer: Customer;
  readonly subscription: Subscription | null;
  readonly createdAt: number;
  readonly billingReason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'manual';
  readonly isInvoiced: boolean;
  readonly periodStartAt: number;
  readonly periodEndAt: number;
  readonly lines: readonly Line[];
  readonly discounts: readonly Discount[];
  readonly taxRate: WireTaxRate | null;
  readonly subtotalMinor: number;
  readonly discountMinor: number;
  readonly exclusiveTaxMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  number: string | null;
  status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible';
  isAutoAdvancing: boolean;
  finalizedAt: number | null;
  paidAt: number | null;
  voidedAt: number | null;
  uncollectibleAt: number | null;
  dueAt: number | null;
  startingBalanceMinor: number;
  endingBalanceMinor: number | null;
  amountDueMinor: number;
  amountPaidMinor: number;
  creditedBeforeMinor: number;
  creditedAfterMinor: number;
  attempts: number;
  wasAttempted: boolean;
  nextAttemptAt: number | null;
  payment: Payment | null;
}

/** A payment intent with its invoice payment. */
export interface Payment {
  readonly id: string;
  readonly invoicePaymentId: string;
  readonly createdAt: number;
  amountMinor: number;
  readonly charges: Charge[];
  canceledAt: number | null;
}

export interface Charge {
  readonly id: string;
  readonly payment: Payment;
  readonly invoice: Invoice;
  readonly createdAt: number;
  readonly amountMinor: number;
  readonly failureCode: string | null;
  readonly transactionId: string | null;
  refundedMinor: number;
  isDisputed: boolean;
}
