// Prices and plans: a plan of any age becomes the price that it is.
import { isObject, type JsonObject } from '../fields.ts';

/** A price in the pinned shape; plans are turned into prices. */
export function liftPrice(price: JsonObject): JsonObject {
  if (price['object'] === 'plan' || (price['recurring'] === undefined && price['interval'] !== undefined)) {
    return priceOfPlan(price);
  }
  const hasDecimal = price['unit_amount_decimal'] !== undefined && price['unit_amount_decimal'] !== null;
  if (hasDecimal || typeof price['unit_amount'] !== 'number') return price;
  return { ...price, unit_amount_decimal: String(price['unit_amount']) };
}

function priceOfPlan(plan: JsonObject): JsonObject {
  const amount = plan['amount_decimal'] ?? plan['amount'];
  return {
    id: plan['id'],
    object: 'price',
    lifted_from: 'plan',
    active: plan['active'] ?? true,
    billing_scheme: plan['billing_scheme'] ?? 'per_unit',
    created: plan['created'],
    currency: plan['currency'],
    lookup_key: null,
    metadata: plan['metadata'] ?? {},
    nickname: plan['nickname'] ?? plan['name'] ?? null,
    product: plan['product'] ?? null,
    recurring: {
      interval: plan['interval'],
      interval_count: plan['interval_count'] ?? 1,
      usage_type: plan['usage_type'] ?? 'licensed',
    },
    tax_behavior: null,
    tiers: Array.isArray(plan['tiers']) ? plan['tiers'].map(liftTier) : undefined,
    tiers_mode: plan['tiers_mode'] ?? null,
    transform_quantity: plan['transform_usage'] ?? null,
    type: 'recurring',
    unit_amount: plan['amount'] ?? null,
    unit_amount_decimal: amount === undefined || amount === null ? null : String(amount),
  };
}

/** The first tiered plans had `amount` where tiers now have `unit_amount`. */
function liftTier(tier: unknown): unknown {
  if (!isObject(tier) || tier['amount'] === undefined || tier['unit_amount'] !== undefined) return tier;
  return { ...tier, unit_amount: tier['amount'] };
}
