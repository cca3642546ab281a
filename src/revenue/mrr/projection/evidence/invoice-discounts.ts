// Older invoices name their discounts, but not what each took off their lines: that follows from the coupons.
import { addFractions, currency, fraction, roundFractionHalfAwayFromZero } from '../../../../kernel/index.ts';
import { fits, remainingAfter } from '../../rules/index.ts';
import { discountTerms, untoldDiscountIds } from './discount-terms.ts';
import type { BillingRecords, LineRecord } from './load.ts';

/**
 * The lines with the discounts of their invoice, where they do not tell their own: what each discount with a known
 * coupon took off, in order, in minor units, a fixed amount spread over the lines that it fits.
 */
export function withInvoiceDiscounts(
  records: Pick<BillingRecords, 'discounts' | 'coupons'>,
  lines: readonly LineRecord[],
): readonly LineRecord[] {
  const invoices = new Map<string, LineRecord[]>();
  for (const line of lines) {
    if (untoldDiscountIds(line).length === 0) continue;
    invoices.set(line.row.invoice_id, [...(invoices.get(line.row.invoice_id) ?? []), line]);
  }
  if (invoices.size === 0) return lines;
  const told = new Map([...invoices.values()].flatMap((ofInvoice) => takenOff(records, ofInvoice)));
  return lines.map((line) => told.get(line) ?? line);
}

function takenOff(
  records: Pick<BillingRecords, 'discounts' | 'coupons'>,
  lines: readonly LineRecord[],
): [LineRecord, LineRecord][] {
  const taken = lines.map((): { discountId: string; amountMinor: number }[] => []);
  const [first] = lines;
  let left = lines.map(({ row }) => fraction(BigInt(Math.max(0, row.amount_minor))));
  for (const discountId of first === undefined ? [] : untoldDiscountIds(first)) {
    const billedIn = currency(first?.row.currency ?? '');
    const { coupon } = discountTerms(records, discountId, billedIn, first?.row.period_start_at ?? 0);
    if (coupon === null) continue;
    const isEligible = (index: number) =>
      fits(coupon, { currency: billedIn, productId: lines[index]?.row.product_id ?? null });
    const after = remainingAfter(left, [{ ...coupon, isEligible }]);
    for (const [index, amount] of left.entries()) {
      const remaining = after[index] ?? amount;
      const off = addFractions(amount, { ...remaining, numerator: -remaining.numerator });
      const amountMinor = Number(roundFractionHalfAwayFromZero(off));
      if (amountMinor > 0) taken[index]?.push({ discountId, amountMinor });
    }
    left = after;
  }
  return lines.map((line, index) => [line, { ...line, discounts: taken[index] ?? [] }]);
}
