// Products and prices as rows.
import type { PriceRow, PriceTierRecord, ProductRow } from '../../../billing/catalog/index.ts';
import {
  currencyCode,
  decimalOrNull,
  elements,
  idOrNull,
  integer,
  integerOrNull,
  integerOrZero,
  isObject,
  jsonText,
  objectOrNull,
  refuse,
  text,
  textOrNull,
  type JsonObject,
} from '../fields.ts';

/** The row of a product. Raises `bad_input`. */
export function productRow(product: JsonObject): ProductRow {
  return {
    id: text(product, 'id'),
    name: textOrNull(product, 'name') ?? text(product, 'id'),
    is_active: product['active'] === false ? 0 : 1,
    created_at: integerOrZero(product, 'created'),
    is_deleted: 0,
    metadata: jsonText(product['metadata']),
    fact_seq: 0,
  };
}

const INTERVALS = new Set<unknown>(['day', 'week', 'month', 'year']);

/** The row of a price in the pinned shape. Raises `bad_input`. */
export function priceRow(price: JsonObject, path = ''): PriceRow {
  const recurring = objectOrNull(price, 'recurring', path);
  const isTiered = price['billing_scheme'] === 'tiered';
  const packaged = objectOrNull(price, 'transform_quantity', path);
  if (recurring !== null && !INTERVALS.has(recurring['interval'])) {
    refuse(`${path}recurring.interval`, 'must be day, week, month or year');
  }
  return {
    id: text(price, 'id', path),
    product_id: idOrNull(price, 'product', path),
    currency: currencyCode(price, 'currency', path),
    scheme: isTiered ? (price['tiers_mode'] === 'volume' ? 'volume' : 'graduated') : 'per_unit',
    unit_amount_decimal: isTiered ? null : decimalOrNull(price, 'unit_amount_decimal', path),
    tiers: isTiered
      ? JSON.stringify(elements(price, 'tiers', path).map((tier, index) => tierRecord(tier, `${path}tiers[${index}].`)))
      : '[]',
    package_divide_by: packaged === null ? null : integer(packaged, 'divide_by', `${path}transform_quantity.`),
    package_round: packaged === null ? null : text(packaged, 'round', `${path}transform_quantity.`),
    is_metered: recurring?.['usage_type'] === 'metered' ? 1 : 0,
    interval: recurring === null ? null : text(recurring, 'interval'),
    interval_count: recurring === null ? null : (integerOrNull(recurring, 'interval_count', `${path}recurring.`) ?? 1),
    tax_behavior: textOrNull(price, 'tax_behavior', path),
    is_active: price['active'] === false ? 0 : 1,
    nickname: textOrNull(price, 'nickname', path),
    lookup_key: textOrNull(price, 'lookup_key', path),
    type: recurring === null ? 'one_time' : 'recurring',
    created_at: integerOrZero(price, 'created', path),
    is_deleted: 0,
    metadata: jsonText(price['metadata']),
    fact_seq: 0,
  };
}

function tierRecord(tier: unknown, path: string): PriceTierRecord {
  if (!isObject(tier)) return refuse(path.slice(0, -1), 'must be an object');
  return {
    upTo: integerOrNull(tier, 'up_to', path),
    unitAmountDecimal:
      decimalOrNull(tier, 'unit_amount_decimal', path) ?? decimalOrNull(tier, 'unit_amount', path) ?? '0',
    flatAmountDecimal:
      decimalOrNull(tier, 'flat_amount_decimal', path) ?? decimalOrNull(tier, 'flat_amount', path) ?? '0',
  };
}

/** What a price costs, as one text: equal for two rows exactly when nobody's MRR can differ between them. */
export function priceTerms(row: PriceRow): string {
  return JSON.stringify([
    row.product_id,
    row.currency,
    row.scheme,
    row.unit_amount_decimal,
    row.tiers,
    row.package_divide_by,
    row.package_round,
    row.is_metered,
    row.interval,
    row.interval_count,
    row.tax_behavior,
  ]);
}

/** A price's row as it stands once an observation with other tiers has been seen: known tiers are never forgotten. */
export function withKnownTiers(row: PriceRow, tiers: string): PriceRow {
  return tiers > row.tiers ? { ...row, tiers } : row;
}
