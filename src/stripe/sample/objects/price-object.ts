// Products, prices and plans as Stripe's API gives them.
import type { CatalogPrice } from '../catalog-file.ts';
import type { WirePlan, WirePrice, WireProduct } from '../wire.ts';

export function productOf(
  source: { readonly key: string; readonly name: string; readonly description: string; readonly isRetired?: boolean },
  accessGroup: string | null,
  id: string,
  createdAt: number,
): WireProduct {
  return {
    id,
    object: 'product',
    active: source.isRetired !== true,
    created: createdAt,
    default_price: null,
    description: source.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: accessGroup === null ? { add_on: source.key } : { plan: source.key, access_group: accessGroup },
    name: source.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: createdAt,
    url: null,
  };
}

export function wirePrice(
  price: CatalogPrice,
  id: string,
  product: string,
  meter: string | null,
  createdAt: number,
): WirePrice {
  const unit = price.unitAmountDecimal;
  const isWhole = unit !== null && !unit.includes('.');
  return {
    id,
    object: 'price',
    active: true,
    billing_scheme: price.billingScheme === undefined ? 'per_unit' : 'tiered',
    created: createdAt,
    currency: price.currency.toLowerCase(),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: price.key,
    metadata: {},
    nickname: null,
    product,
    recurring:
      price.interval === null
        ? null
        : {
            interval: price.interval,
            interval_count: price.intervalCount ?? 1,
            meter,
            trial_period_days: null,
            usage_type: meter === null ? 'licensed' : 'metered',
          },
    tax_behavior: price.taxBehavior,
    ...(price.tiers === undefined
      ? {}
      : {
          tiers: price.tiers.map((band) => ({
            flat_amount: band.flatAmountDecimal === null ? null : Number(band.flatAmountDecimal),
            flat_amount_decimal: band.flatAmountDecimal,
            unit_amount: Number(band.unitAmountDecimal),
            unit_amount_decimal: band.unitAmountDecimal,
            up_to: band.upTo,
          })),
        }),
    tiers_mode: price.billingScheme ?? null,
    transform_quantity:
      price.packageOf === undefined ? null : { divide_by: price.packageOf.divideBy, round: price.packageOf.round },
    type: price.interval === null ? 'one_time' : 'recurring',
    unit_amount: isWhole ? Number(unit) : null,
    unit_amount_decimal: unit,
  };
}

/** The price in Stripe's older form; null for one-off prices. */
export function planOf(wire: WirePrice): WirePlan | null {
  if (wire.recurring === null) return null;
  return {
    id: wire.id,
    object: 'plan',
    active: wire.active,
    amount: wire.unit_amount,
    amount_decimal: wire.unit_amount_decimal,
    billing_scheme: wire.billing_scheme,
    created: wire.created,
    currency: wire.currency,
    interval: wire.recurring.interval,
    interval_count: wire.recurring.interval_count,
    livemode: false,
    metadata: {},
    meter: wire.recurring.meter,
    nickname: wire.nickname,
    product: wire.product as string,
    tiers_mode: wire.tiers_mode,
    transform_usage: wire.transform_quantity,
    trial_period_days: null,
    usage_type: wire.recurring.usage_type,
  };
}
