// What an older invoice's discounts took off its lines.
import { describe, expect, test } from 'vitest';
import type { CouponRow, DiscountRow } from '../../../../billing/discounts/index.ts';
import { withInvoiceDiscounts } from './invoice-discounts.ts';
import { lineRecord } from './testing/line-records.ts';

function coupon(id: string, terms: Partial<CouponRow>): CouponRow {
  return {
    id,
    name: null,
    percent_off: null,
    amount_off_minor: null,
    currency: null,
    duration: 'forever',
    duration_in_months: null,
    product_ids: null,
    currency_options: null,
    is_valid: 1,
    is_deleted: 0,
    fact_seq: 1,
    ...terms,
  };
}

function discount(id: string, couponId: string): DiscountRow {
  return {
    id,
    coupon_id: couponId,
    customer_id: 'cus_1',
    subscription_id: 'sub_1',
    subscription_item_id: null,
    invoice_id: null,
    promotion_code_id: null,
    start_at: 0,
    end_at: null,
    is_deleted: 0,
    deleted_at: null,
    fact_seq: 1,
  };
}

const RECORDS = {
  coupons: new Map([
    ['quarter', coupon('quarter', { percent_off: '25' })],
    ['ten', coupon('ten', { amount_off_minor: 1000, currency: 'USD', product_ids: '["prod_pro"]' })],
  ]),
  discounts: new Map([
    ['di_quarter', discount('di_quarter', 'quarter')],
    ['di_ten', discount('di_ten', 'ten')],
  ]),
};

function taken(discountIds: readonly string[], lines: readonly Parameters<typeof lineRecord>[0][]): unknown {
  const invoice = { discount_ids: JSON.stringify(discountIds) };
  const told = withInvoiceDiscounts(
    RECORDS,
    lines.map((row, index) => lineRecord({ id: `il_${index}`, discount_amounts: null, ...row }, invoice)),
  );
  return told.map(({ discounts }) => discounts.map((each) => `${each.discountId} ${each.amountMinor}`));
}

describe('an invoice whose lines do not tell their discounts', () => {
  test('a percentage off every charge, none off a credit', () => {
    expect(taken(['di_quarter'], [{ amount_minor: 1000 }, { amount_minor: -400 }])).toEqual([['di_quarter 250'], []]);
  });
  test('a fixed amount over what it fits, on what the one before left', () => {
    const lines = [{ amount_minor: 4000 }, { amount_minor: 8000 }, { amount_minor: 2000, product_id: 'prod_other' }];
    expect(taken(['di_quarter', 'di_ten'], lines)).toEqual([
      ['di_quarter 1000', 'di_ten 333'],
      ['di_quarter 2000', 'di_ten 667'],
      ['di_quarter 500'],
    ]);
  });
  test('nothing where the coupon is not known, or the lines tell', () => {
    expect(taken(['di_unknown'], [{ amount_minor: 1000 }])).toEqual([[]]);
    expect(taken(['di_quarter'], [{ amount_minor: 1000, discount_amounts: '[]' }])).toEqual([[]]);
  });
});
