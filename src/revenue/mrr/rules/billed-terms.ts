// What bills tell of prices beyond their terms: the tax that they contain, and what quantities cost where tiers are unknown.
import { divideFractions, fraction, multiplyFractions, type Fraction } from '../../../kernel/index.ts';
import type { Bill } from './bills.ts';
import type { PriceTerms } from './evidence.ts';
import { isPriced } from './tier-lines.ts';

export interface BilledTerms {
  /** The first rate of inclusive tax that bills show, by price. */
  readonly taxRates: ReadonlyMap<string, Fraction>;
  /** What full periods of prices without known tiers were billed at, by price, in order. */
  readonly amounts: ReadonlyMap<string, readonly BilledAmount[]>;
}

interface BilledAmount {
  readonly quantity: number;
  readonly amountMinor: number;
}

/** What the bills of a subscription tell of its prices. */
export function billedTermsOf(bills: readonly Bill[]): BilledTerms {
  const taxRates = new Map<string, Fraction>();
  const amounts = new Map<string, BilledAmount[]>();
  for (const { full, prorations } of bills) {
    for (const { line } of [...full, ...prorations]) {
      const { priceId } = line.price;
      if (line.inclusiveTaxRate !== null && !taxRates.has(priceId)) taxRates.set(priceId, line.inclusiveTaxRate);
      if (isTold(line.price) || line.isProration || line.amountMinor <= 0) continue;
      amounts.set(priceId, [...(amounts.get(priceId) ?? []), line]);
    }
  }
  return { taxRates, amounts };
}

/**
 * Minor units a billing period of the price costs for the quantity, as bills show: what that quantity was billed at,
 * else in proportion to the first that was. Null where the terms tell, or nothing does.
 */
export function billedGross({ amounts }: BilledTerms, price: PriceTerms, quantity: number): Fraction | null {
  if (isTold(price)) return null;
  const billed = amounts.get(price.priceId) ?? [];
  const same = billed.findLast((amount) => amount.quantity === quantity);
  if (same !== undefined) return fraction(BigInt(same.amountMinor));
  const other = billed.find((amount) => amount.quantity > 0);
  if (other === undefined) return null;
  const each = divideFractions(fraction(BigInt(other.amountMinor)), fraction(BigInt(other.quantity)));
  return multiplyFractions(each, fraction(BigInt(quantity)));
}

/** A price that is not known at all is worth nothing until it is: nobody knows even its interval. */
function isTold(price: PriceTerms): boolean {
  return price.scheme === 'per_unit' || isPriced(price);
}
