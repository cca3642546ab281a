// What a price costs for a quantity, and that amount per month.
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  parseDecimal,
  type Fraction,
} from '../../../kernel/index.ts';
import type { PriceTerms, PriceTier } from './evidence.ts';

export const ZERO = fraction(0n);
const ONE = fraction(1n);

/**
 * Minor units that one billing period of the price costs for the quantity, exact, before discounts and with any
 * inclusive tax. Tiers have inclusive upper bounds, the first tier's flat amount is due for nothing too, and packages
 * round as the price says (docs/formulas.md: money mechanics). Metered prices give zero: usage is no MRR.
 */
export function grossOf(price: PriceTerms, quantity: number): Fraction {
  if (price.isMetered) return ZERO;
  if (price.scheme === 'per_unit') {
    const units = price.packageOf === null ? quantity : packagesOf(quantity, price.packageOf);
    return price.unitAmountMinor === null ? ZERO : multiplyFractions(price.unitAmountMinor, exact(units));
  }
  return price.scheme === 'volume' ? volumeGross(price.tiers, quantity) : graduatedGross(price.tiers, quantity);
}

/**
 * The share of an amount per billing period that one month takes: year ÷ 12, n months ÷ n, week × 365/84, day × 365/12
 * (docs/formulas.md: what MRR counts, interval). Never scaled by the length of a month.
 */
export function monthlyShareOf(interval: PriceTerms['interval'], intervalCount: number): Fraction {
  const count = BigInt(intervalCount);
  switch (interval) {
    case 'year':
      return fraction(1n, 12n * count);
    case 'month':
      return fraction(1n, count);
    case 'week':
      return fraction(365n, 84n * count);
    case 'day':
      return fraction(365n, 12n * count);
  }
}

/**
 * Minor units a month, exact: an amount per billing period without its inclusive tax (amount ÷ (1 + rate)), normalised
 * to a month. What rounds it once is `mrrFromMinorPerMonth`.
 */
export function monthlyNetOf(price: PriceTerms, amountMinor: Fraction, inclusiveTaxRate: Fraction | null): Fraction {
  const net =
    inclusiveTaxRate === null ? amountMinor : divideFractions(amountMinor, addFractions(ONE, inclusiveTaxRate));
  return multiplyFractions(net, monthlyShareOf(price.interval, price.intervalCount));
}

function packagesOf(quantity: number, { divideBy, round }: { divideBy: number; round: 'up' | 'down' }): number {
  return round === 'up' ? Math.ceil(quantity / divideBy) : Math.floor(quantity / divideBy);
}

function volumeGross(tiers: readonly PriceTier[], quantity: number): Fraction {
  const tier = tiers.find(({ upTo }) => upTo === null || quantity <= upTo) ?? tiers.at(-1);
  if (tier === undefined) return ZERO;
  return addFractions(tier.flatAmountMinor, multiplyFractions(tier.unitAmountMinor, exact(quantity)));
}

function graduatedGross(tiers: readonly PriceTier[], quantity: number): Fraction {
  let total = ZERO;
  let below = ZERO;
  const wanted = exact(quantity);
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && compareFractions(wanted, below) <= 0) break;
    const bound = tier.upTo === null ? wanted : exact(Math.min(tier.upTo, quantity));
    const units = addFractions(bound, { numerator: -below.numerator, denominator: below.denominator });
    total = addFractions(total, addFractions(tier.flatAmountMinor, multiplyFractions(tier.unitAmountMinor, units)));
    below = bound;
    if (tier.upTo === null) break;
  }
  return total;
}

function exact(quantity: number): Fraction {
  return Number.isInteger(quantity) ? fraction(BigInt(quantity)) : parseDecimal(String(quantity));
}
