// Makes invoice lines: whole billing periods, usage, prorations, one-off charges.
import { currency as currencyOf, majorText } from '../../../kernel/index.ts';
import { wordedDay } from '../calendar.ts';
import { costOf, partsOf, shareOf, type PriceOnSale } from '../price-list.ts';
import type { Customer, Discount, Item, Line, Subscription } from './state.ts';

const INTERVAL_WORDS: Readonly<Record<number, string>> = { 1: 'month', 3: '3 months', 12: 'year' };

/** The lines that bill an item for a period in advance: one, or one per band of graduated tiers; in a trial they cost nothing. */
export function periodLines(subscription: Subscription, item: Item, isTrial: boolean): Line[] {
  const { price, quantity } = item;
  const [startAt, endAt] = [subscription.periodStartAt, subscription.periodEndAt];
  if (isTrial) {
    return [
      newLine(subscription.customer, {
        description: `Trial period for ${price.productName}`,
        price,
        quantity,
        unitAmountDecimal: '0',
        amountMinor: 0,
        startAt,
        endAt,
        subscription,
        itemId: item.id,
      }),
    ];
  }
  return partsOf(price, quantity).map((part) =>
    newLine(subscription.customer, {
      description: `${part.quantity} × ${price.productName}${part.tier === null ? '' : ` (Tier ${part.tier})`} (at ${worded(
        part.unitAmountDecimal,
        price,
      )} / ${INTERVAL_WORDS[price.months] ?? 'month'})`,
      price,
      quantity: part.quantity,
      unitAmountDecimal: part.unitAmountDecimal,
      amountMinor: part.amountMinor,
      startAt,
      endAt,
      subscription,
      itemId: item.id,
    }),
  );
}

/** The line that bills what a metered item counted from `startAt` to `endAt`. */
export function usageLine(subscription: Subscription, item: Item, usage: number, startAt: number, endAt: number): Line {
  return newLine(subscription.customer, {
    description: `${usage} ${item.price.productName}`,
    price: item.price,
    quantity: usage,
    unitAmountDecimal: item.price.wire.unit_amount_decimal,
    amountMinor: costOf(item.price, usage),
    startAt,
    endAt,
    subscription,
    itemId: item.id,
  });
}

/** A one-off charge, which waits as an invoice item. */
export function oneOffLine(customer: Customer, price: PriceOnSale, at: number): Line {
  return newLine(customer, {
    description: price.productName,
    price,
    quantity: 1,
    unitAmountDecimal: price.wire.unit_amount_decimal,
    amountMinor: costOf(price, 1),
    startAt: at,
    endAt: at,
    subscription: null,
    itemId: null,
    invoiceItem: { id: `ii_1${customer.random.letters(23)}`, createdAt: at },
  });
}

/**
 * Credit for what is left of what an item was, or debit for what is left at what it is now: by the second, discounts
 * contained (docs/formulas.md: proration). `effectiveAt` may lie before `at`, when the change is dated back.
 */
export function prorationLine(
  subscription: Subscription,
  item: Item,
  kind: 'credit' | 'debit',
  at: number,
  effectiveAt: number,
  billedBy: Line['credited'],
): Line {
  const { price, quantity } = item;
  const period = subscription.periodEndAt - subscription.periodStartAt;
  const share = shareOf(
    discountedCost(subscription, item, effectiveAt),
    subscription.periodEndAt - effectiveAt,
    period,
  );
  const amountMinor = kind === 'credit' ? -share : share;
  const times = quantity === 1 ? '' : `${quantity} × `;
  return newLine(subscription.customer, {
    description: `${kind === 'credit' ? 'Unused time on' : 'Remaining time on'} ${times}${price.productName} after ${wordedDay(effectiveAt)}`,
    price,
    quantity,
    unitAmountDecimal: unitShare(amountMinor, quantity),
    amountMinor,
    startAt: effectiveAt,
    endAt: subscription.periodEndAt,
    subscription,
    itemId: item.id,
    isProration: true,
    invoiceItem: { id: `ii_1${subscription.customer.random.letters(23)}`, createdAt: at },
    credited: kind === 'credit' ? billedBy : null,
  });
}

/** What an item costs for a period after the percentages in force at the instant. */
function discountedCost(subscription: Subscription, item: Item, at: number): number {
  const discounts = [...item.discounts, ...subscription.discounts].filter(
    (discount) => isInForce(discount, at) && fits(discount, item.price),
  );
  return discounts.reduce(
    (cost, { coupon }) => cost - shareOf(cost, Math.round((coupon.percent_off ?? 0) * 100), 10_000),
    costOf(item.price, item.quantity),
  );
}

export function isInForce(discount: Discount, at: number): boolean {
  return discount.endAt === null || discount.endAt > at;
}

export function fits(discount: Discount, price: PriceOnSale): boolean {
  const products = discount.coupon.applies_to?.products;
  return products === undefined || products.includes(price.productId);
}

interface LineParts {
  readonly description: string;
  readonly price: PriceOnSale;
  readonly quantity: number;
  readonly unitAmountDecimal: string | null;
  readonly amountMinor: number;
  readonly startAt: number;
  readonly endAt: number;
  readonly subscription: Subscription | null;
  readonly itemId: string | null;
  readonly isProration?: boolean;
  readonly invoiceItem?: Line['invoiceItem'];
  readonly credited?: Line['credited'];
}

function newLine(customer: Customer, { subscription, ...parts }: LineParts): Line {
  const isProration = parts.isProration === true;
  return {
    isProration,
    invoiceItem: null,
    credited: null,
    ...parts,
    id: `il_1${customer.random.letters(23)}`,
    subscriptionId: subscription?.id ?? null,
    isDiscountable: !isProration,
    discountAmounts: [],
    taxMinor: 0,
  };
}

/** An amount of quantity units as a price per unit, with as many decimals as Stripe keeps. */
function unitShare(amountMinor: number, quantity: number): string {
  return Number.isInteger(amountMinor / quantity)
    ? String(amountMinor / quantity)
    : (amountMinor / quantity).toFixed(12);
}

function worded(unitAmountDecimal: string | null, price: PriceOnSale): string {
  const code = currencyOf(price.currency);
  return unitAmountDecimal === null || unitAmountDecimal.includes('.')
    ? `${unitAmountDecimal ?? '0'} minor units`
    : `${majorText(BigInt(unitAmountDecimal), code)} ${code}`;
}
