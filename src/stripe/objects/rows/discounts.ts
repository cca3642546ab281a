// Coupons, promotion codes and discounts as rows.
import type { CouponRow, DiscountRow, PromotionCodeRow } from '../../../billing/discounts/index.ts';
import {
  currencyCodeOrNull,
  decimalOrNull,
  elements,
  flag,
  idOrNull,
  integer,
  integerOrNull,
  integerOrZero,
  isObject,
  jsonText,
  objectOrNull,
  refuse,
  text,
  type JsonObject,
  textOrNull,
} from '../fields.ts';

const DURATIONS = new Set<unknown>(['forever', 'once', 'repeating']);

/** The row of a coupon in the pinned shape. Raises `bad_input`. */
export function couponRow(coupon: JsonObject, path = ''): CouponRow {
  if (!DURATIONS.has(coupon['duration'])) refuse(`${path}duration`, 'must be forever, once or repeating');
  const fits = objectOrNull(coupon, 'applies_to', path);
  const options = objectOrNull(coupon, 'currency_options', path);
  return {
    id: text(coupon, 'id', path),
    name: textOrNull(coupon, 'name', path),
    percent_off: decimalOrNull(coupon, 'percent_off', path),
    amount_off_minor: integerOrNull(coupon, 'amount_off', path),
    currency: currencyCodeOrNull(coupon, 'currency', path),
    duration: text(coupon, 'duration', path),
    duration_in_months: integerOrNull(coupon, 'duration_in_months', path),
    product_ids:
      fits === null ? null : JSON.stringify(elements(fits, 'products', `${path}applies_to.`).map(String).sort()),
    currency_options: options === null ? null : currencyOptions(options),
    is_valid: coupon['valid'] === false ? 0 : 1,
    is_deleted: 0,
    fact_seq: 0,
  };
}

function currencyOptions(options: JsonObject): string {
  const entries = Object.keys(options)
    .sort()
    .flatMap((code) => {
      const option = options[code];
      return isObject(option)
        ? [[code.toUpperCase(), integerOrZero(option, 'amount_off', 'currency_options.')] as const]
        : [];
    });
  return JSON.stringify(Object.fromEntries(entries));
}

/** What a coupon takes off, as one text: equal for two rows exactly when nobody's MRR can differ between them. */
export function couponTerms(row: CouponRow): string {
  return JSON.stringify([
    row.percent_off,
    row.amount_off_minor,
    row.currency,
    row.duration,
    row.duration_in_months,
    row.product_ids,
    row.currency_options,
  ]);
}

/** A coupon's row with what another observation of it told: fields that Stripe gives on request only are never forgotten. */
export function withKnownScope(row: CouponRow, productIds: string | null, options: string | null): CouponRow {
  return {
    ...row,
    product_ids: (productIds ?? '') > (row.product_ids ?? '') ? productIds : row.product_ids,
    currency_options: (options ?? '') > (row.currency_options ?? '') ? options : row.currency_options,
  };
}

/** The row of a promotion code in the pinned shape. Raises `bad_input`. */
export function promotionCodeRow(code: JsonObject): PromotionCodeRow {
  const promotion = objectOrNull(code, 'promotion');
  return {
    id: text(code, 'id'),
    code: text(code, 'code'),
    coupon_id: promotion === null ? null : idOrNull(promotion, 'coupon', 'promotion.'),
    customer_id: idOrNull(code, 'customer'),
    is_active: flag(code, 'active'),
    created_at: integerOrZero(code, 'created'),
    expires_at: integerOrNull(code, 'expires_at'),
    max_redemptions: integerOrNull(code, 'max_redemptions'),
    times_redeemed: integerOrZero(code, 'times_redeemed'),
    metadata: jsonText(code['metadata']),
    fact_seq: 0,
  };
}

/** The row of a discount in the pinned shape. Raises `bad_input`. */
export function discountRow(discount: JsonObject, path = ''): DiscountRow {
  const source = objectOrNull(discount, 'source', path);
  return {
    id: text(discount, 'id', path),
    coupon_id: source === null ? null : idOrNull(source, 'coupon', `${path}source.`),
    customer_id: idOrNull(discount, 'customer', path),
    subscription_id: idOrNull(discount, 'subscription', path),
    subscription_item_id: idOrNull(discount, 'subscription_item', path),
    invoice_id: idOrNull(discount, 'invoice', path),
    promotion_code_id: idOrNull(discount, 'promotion_code', path),
    start_at: integer(discount, 'start', path),
    end_at: integerOrNull(discount, 'end', path),
    is_deleted: 0,
    deleted_at: null,
    fact_seq: 0,
  };
}
