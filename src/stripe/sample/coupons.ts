// The company's coupons and the codes under which some are given out.
import { known } from '../../kernel/index.ts';
import { Random } from './random.ts';
import type { WireCoupon, WirePromotionCode } from './wire.ts';

export type CouponKey =
  | 'loyal_20_forever'
  | 'five_off_forever'
  | 'launch_25_three_months'
  | 'first_month_half'
  | 'welcome_once'
  | 'twenty_off_once'
  | 'partner_free_forever'
  | 'pilot_free_three_months'
  | 'storage_half_forever'
  | 'rescue_30_six_months';

interface CouponTerms {
  readonly name: string;
  readonly percentOff: number | null;
  readonly amountOffMinor: number | null;
  readonly duration: 'forever' | 'once' | 'repeating';
  readonly months: number | null;
  /** The key of the only add-on or plan it fits. */
  readonly onlyProduct: string | null;
}

/** Every kind of coupon: percent and fixed; forever, once and repeating; for everything and for one product. */
const COUPONS: Readonly<Record<CouponKey, CouponTerms>> = {
  loyal_20_forever: {
    name: '20% off, always',
    percentOff: 20,
    amountOffMinor: null,
    duration: 'forever',
    months: null,
    onlyProduct: null,
  },
  five_off_forever: {
    name: '$5 off, always',
    percentOff: null,
    amountOffMinor: 500,
    duration: 'forever',
    months: null,
    onlyProduct: null,
  },
  launch_25_three_months: {
    name: '25% off for three months',
    percentOff: 25,
    amountOffMinor: null,
    duration: 'repeating',
    months: 3,
    onlyProduct: null,
  },
  first_month_half: {
    name: 'Half price for one month',
    percentOff: 50,
    amountOffMinor: null,
    duration: 'repeating',
    months: 1,
    onlyProduct: null,
  },
  welcome_once: {
    name: 'Welcome: 10% off once',
    percentOff: 10,
    amountOffMinor: null,
    duration: 'once',
    months: null,
    onlyProduct: null,
  },
  twenty_off_once: {
    name: '$20 off once',
    percentOff: null,
    amountOffMinor: 2_000,
    duration: 'once',
    months: null,
    onlyProduct: null,
  },
  partner_free_forever: {
    name: 'Partner: free of charge',
    percentOff: 100,
    amountOffMinor: null,
    duration: 'forever',
    months: null,
    onlyProduct: null,
  },
  pilot_free_three_months: {
    name: 'Pilot: three months free',
    percentOff: 100,
    amountOffMinor: null,
    duration: 'repeating',
    months: 3,
    onlyProduct: null,
  },
  storage_half_forever: {
    name: 'Half price on storage',
    percentOff: 50,
    amountOffMinor: null,
    duration: 'forever',
    months: null,
    onlyProduct: 'Extra storage',
  },
  rescue_30_six_months: {
    name: 'Please stay: 30% off for six months',
    percentOff: 30,
    amountOffMinor: null,
    duration: 'repeating',
    months: 6,
    onlyProduct: null,
  },
};

/** The coupons and codes of one sample company; redeeming one changes its count. */
export interface CouponBook {
  coupon(key: CouponKey): WireCoupon;
  /** The code under which the coupon is given out, where it has one. */
  promotionCode(key: CouponKey): WirePromotionCode | null;
  redeem(key: CouponKey): void;
  all(): (WireCoupon | WirePromotionCode)[];
  /** Coupons and codes redeemed since the last call, as they are now. */
  takeChanged(): (WireCoupon | WirePromotionCode)[];
}

const COUPON_STREAM = 14;
const CODES: Partial<Record<CouponKey, string>> = { launch_25_three_months: 'LAUNCH25', welcome_once: 'WELCOME' };

export function openCouponBook(seed: number, createdAt: number, productIdOf: (name: string) => string): CouponBook {
  const random = new Random(seed, COUPON_STREAM);
  const coupons = new Map<CouponKey, WireCoupon>();
  const codes = new Map<CouponKey, WirePromotionCode>();
  const changed = new Set<CouponKey>();
  for (const key of Object.keys(COUPONS) as CouponKey[]) {
    const coupon = couponOf(COUPONS[key], random.letters(8), createdAt, productIdOf);
    coupons.set(key, coupon);
    const code = CODES[key];
    if (code !== undefined) codes.set(key, codeOf(code, `promo_1${random.letters(23)}`, coupon.id, createdAt));
  }
  const stated = (keys: Iterable<CouponKey>): (WireCoupon | WirePromotionCode)[] =>
    [...keys].flatMap((key) =>
      [coupons.get(key), codes.get(key)].flatMap((one) => (one === undefined ? [] : [{ ...one }])),
    );
  return {
    coupon: (key) => known(coupons.get(key), `coupon ${key}`),
    promotionCode: (key) => codes.get(key) ?? null,
    redeem(key) {
      const [coupon, code] = [known(coupons.get(key), `coupon ${key}`), codes.get(key)];
      coupons.set(key, { ...coupon, times_redeemed: coupon.times_redeemed + 1 });
      if (code !== undefined) codes.set(key, { ...code, times_redeemed: code.times_redeemed + 1 });
      changed.add(key);
    },
    all: () => stated(coupons.keys()),
    takeChanged() {
      const objects = stated(changed);
      changed.clear();
      return objects;
    },
  };
}

function couponOf(
  terms: CouponTerms,
  id: string,
  createdAt: number,
  productIdOf: (name: string) => string,
): WireCoupon {
  return {
    id,
    object: 'coupon',
    amount_off: terms.amountOffMinor,
    ...(terms.onlyProduct === null ? {} : { applies_to: { products: [productIdOf(terms.onlyProduct)] } }),
    created: createdAt,
    currency: terms.amountOffMinor === null ? null : 'usd',
    duration: terms.duration,
    duration_in_months: terms.months,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: terms.name,
    percent_off: terms.percentOff,
    redeem_by: null,
    times_redeemed: 0,
    valid: true,
  };
}

function codeOf(code: string, id: string, coupon: string, createdAt: number): WirePromotionCode {
  return {
    id,
    object: 'promotion_code',
    active: true,
    code,
    created: createdAt,
    customer: null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    promotion: { coupon, type: 'coupon' },
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  };
}
