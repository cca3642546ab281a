// Prices of the catalog as the terms that the MRR rules read.
import { currency, parseDecimal } from '../../../../kernel/index.ts';
import type { Currency, Fraction } from '../../../../kernel/index.ts';
import { priceTiers } from '../../../../billing/catalog/index.ts';
import type { PriceRow } from '../../../../billing/catalog/index.ts';
import type { PriceTerms } from '../../rules/index.ts';

/** Terms read so far, so that each price is read once however many items have it. */
export type PriceCache = Map<string, PriceTerms>;

/**
 * The terms of a price; `inclusiveTaxRate` is the subscription's own. A price that the catalog
 * does not hold yet is worth nothing until it does.
 */
export function priceTerms(
  prices: ReadonlyMap<string, PriceRow>,
  cache: PriceCache,
  priceId: string,
  billedIn: Currency,
  inclusiveTaxRate: Fraction | null,
): PriceTerms {
  let terms = cache.get(priceId);
  if (terms === undefined) {
    const row = prices.get(priceId);
    terms = row === undefined ? unknownPrice(priceId, billedIn) : termsOf(row);
    cache.set(priceId, terms);
  }
  return inclusiveTaxRate === null ? terms : { ...terms, inclusiveTaxRate };
}

/** True for a price that recurs, or is not known yet and may. */
export function isRecurring(prices: ReadonlyMap<string, PriceRow>, priceId: string): boolean {
  const row = prices.get(priceId);
  return row === undefined || row.interval !== null;
}

function termsOf(row: PriceRow): PriceTerms {
  return {
    priceId: row.id,
    productId: row.product_id,
    currency: currency(row.currency),
    scheme: row.scheme as PriceTerms['scheme'],
    unitAmountMinor: row.unit_amount_decimal === null ? null : parseDecimal(row.unit_amount_decimal),
    tiers: priceTiers(row.tiers).map((tier) => ({
      upTo: tier.upTo,
      unitAmountMinor: parseDecimal(tier.unitAmountDecimal),
      flatAmountMinor: parseDecimal(tier.flatAmountDecimal),
    })),
    packageOf:
      row.package_divide_by === null
        ? null
        : { divideBy: row.package_divide_by, round: row.package_round === 'down' ? 'down' : 'up' },
    isMetered: row.is_metered === 1,
    interval: (row.interval ?? 'month') as PriceTerms['interval'],
    intervalCount: row.interval_count ?? 1,
    inclusiveTaxRate: null,
  };
}

function unknownPrice(priceId: string, billedIn: Currency): PriceTerms {
  return {
    priceId,
    productId: null,
    currency: billedIn,
    scheme: 'per_unit',
    unitAmountMinor: null,
    tiers: [],
    packageOf: null,
    isMetered: false,
    interval: 'month',
    intervalCount: 1,
    inclusiveTaxRate: null,
  };
}
