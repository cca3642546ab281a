// The price list as Stripe products and prices, and what a quantity of each costs.
import { divideHalfAwayFromZero, known, parseDecimal, roundFractionHalfAwayFromZero } from '../../kernel/index.ts';
import type { CatalogFile } from './catalog-file.ts';
import { planOf, productOf, wirePrice } from './objects/price-object.ts';
import { Random } from './random.ts';
import type { WirePlan, WirePrice, WireProduct } from './wire.ts';

/** A price with what the simulator asks of it again and again. */
export interface PriceOnSale {
  readonly key: string;
  readonly id: string;
  readonly wire: WirePrice;
  /** The same price in Stripe's older form, still present on every subscription item; null for one-off prices. */
  readonly plan: WirePlan | null;
  readonly productId: string;
  readonly productName: string;
  /** Lower case, as Stripe writes it. */
  readonly currency: string;
  /** Months of its interval; 0 for a one-off price. */
  readonly months: number;
  readonly isMetered: boolean;
  readonly isInclusive: boolean;
}

export interface PriceList {
  readonly products: readonly WireProduct[];
  readonly prices: ReadonlyMap<string, PriceOnSale>;
}

const PRODUCT_STREAM = 11;

/** Products and prices of the catalog as Stripe would hold them, all created at one instant. */
export function priceListOf(catalog: CatalogFile, seed: number, createdAt: number): PriceList {
  const products: WireProduct[] = [];
  const prices = new Map<string, PriceOnSale>();
  const random = new Random(seed, PRODUCT_STREAM);
  const meterIds = new Map(catalog.meters.map((meter) => [meter.key, `mtr_test_${random.letters(24)}`]));
  for (const [source, accessGroup] of [
    ...catalog.plans.map((plan) => [plan, plan.accessGroup] as const),
    ...catalog.addOns.map((addOn) => [addOn, null] as const),
  ]) {
    const product = productOf(source, accessGroup, `prod_${random.letters(14)}`, createdAt);
    products.push(product);
    for (const price of source.prices) {
      const meterId = price.meter === undefined ? null : known(meterIds.get(price.meter), `meter ${price.meter}`);
      const id = `price_1${random.letters(23)}`;
      prices.set(price.key, onSale(wirePrice(price, id, product.id, meterId, createdAt), product.name));
    }
  }
  return { products, prices };
}

/** A price made for one customer, as a copy of a list price at another amount. */
export function negotiatedPrice(
  base: PriceOnSale,
  id: string,
  unitAmountMinor: number,
  nickname: string,
  createdAt: number,
): PriceOnSale {
  return onSale(
    {
      ...base.wire,
      id,
      created: createdAt,
      nickname,
      lookup_key: null,
      unit_amount: unitAmountMinor,
      unit_amount_decimal: String(unitAmountMinor),
    },
    base.productName,
  );
}

/** A part of what a price costs: one band of graduated tiers, or the whole. */
export interface PricePart {
  readonly quantity: number;
  readonly unitAmountDecimal: string | null;
  readonly amountMinor: number;
  /** From 1, in graduated prices alone. */
  readonly tier: number | null;
}

/** What so many units cost in minor units for one billing period, in the parts that Stripe bills as lines of their own. */
export function partsOf(price: PriceOnSale, quantity: number): PricePart[] {
  const { wire } = price;
  const tiers = wire.tiers ?? [];
  if (wire.tiers_mode === 'graduated') {
    const parts: PricePart[] = [];
    let below = 0;
    for (const [index, band] of tiers.entries()) {
      const top = Math.min(quantity, band.up_to ?? quantity);
      if (top <= below) break;
      parts.push(part(top - below, band.unit_amount_decimal ?? '0', index + 1));
      below = top;
    }
    return parts;
  }
  if (wire.tiers_mode === 'volume') {
    const band = tiers.find((candidate) => candidate.up_to === null || quantity <= candidate.up_to);
    return [part(quantity, band?.unit_amount_decimal ?? '0', null)];
  }
  const pack = wire.transform_quantity;
  const unit = wire.unit_amount_decimal ?? '0';
  if (pack === null) return [part(quantity, unit, null)];
  const packs = pack.round === 'up' ? Math.ceil(quantity / pack.divide_by) : Math.floor(quantity / pack.divide_by);
  return [{ ...part(packs, unit, null), quantity }];
}

/** What so many units cost in minor units for one billing period. */
export function costOf(price: PriceOnSale, quantity: number): number {
  return partsOf(price, quantity).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** amount × part ÷ whole in minor units, a half going away from zero. */
export function shareOf(amountMinor: number, part: number, whole: number): number {
  return Number(divideHalfAwayFromZero(BigInt(amountMinor) * BigInt(part), BigInt(whole)));
}

function part(quantity: number, unitAmountDecimal: string, tier: number | null): PricePart {
  const unit = Number(unitAmountDecimal);
  const amountMinor = Number.isInteger(unit) ? unit * quantity : fractionalCost(unitAmountDecimal, quantity);
  return { quantity, unitAmountDecimal, amountMinor, tier };
}

function fractionalCost(unitAmountDecimal: string, quantity: number): number {
  const { numerator, denominator } = parseDecimal(unitAmountDecimal);
  return Number(roundFractionHalfAwayFromZero({ numerator: numerator * BigInt(quantity), denominator }));
}

function onSale(wire: WirePrice, productName: string): PriceOnSale {
  const { recurring } = wire;
  return {
    key: wire.lookup_key ?? wire.id,
    id: wire.id,
    wire,
    plan: planOf(wire),
    productId: wire.product as string,
    productName,
    currency: wire.currency,
    months: recurring === null ? 0 : recurring.interval_count * (recurring.interval === 'year' ? 12 : 1),
    isMetered: recurring?.usage_type === 'metered',
    isInclusive: wire.tax_behavior === 'inclusive',
  };
}
