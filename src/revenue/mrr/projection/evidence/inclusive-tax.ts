// The inclusive tax of each of a subscription's prices: as its invoice lines show it, else as its tax rates say.
import { addFractions, divideFractions, fraction, parseDecimal, type Fraction } from '../../../../kernel/index.ts';
import type { SubscriptionStateRecord, TaxRateRecord } from '../../../../billing/subscriptions/index.ts';
import type { LineRecord } from './load.ts';

/**
 * The rates of inclusive tax of the prices that the lines and states name, as shares of the net price. A price's own
 * taxed line tells best, the latest of them. A price that was never taxed on a line has the rates of the latest of
 * `states` that has it: its item's, else the subscription's. Where there are none either and no line of its own
 * charges anything, it is taxed as the subscription's latest taxed line is.
 */
export function inclusiveTaxRates(
  lines: readonly LineRecord[],
  states: readonly SubscriptionStateRecord[],
): ReadonlyMap<string, Fraction> {
  const rates = taxRatesOfLines(lines);
  const taxed = lines.filter(({ row }) => rates.has(row.price_id ?? '') && row.inclusive_tax_minor !== 0);
  const other = taxed.reduce<LineRecord | null>(
    (last, line) => (last === null || isAfter(line, last) ? line : last),
    null,
  );
  const charged = new Set(lines.filter(({ row }) => row.amount_minor !== 0).map(({ row }) => row.price_id));
  const seen = new Set(rates.keys());
  for (const state of states.toReversed()) {
    for (const { priceId, taxRates = [] } of state.items) {
      if (seen.has(priceId)) continue;
      seen.add(priceId);
      const own = taxRates.length > 0 ? taxRates : (state.taxRates ?? []);
      const rate =
        own.length > 0
          ? inclusiveShareOf(own)
          : other === null || charged.has(priceId)
            ? null
            : (rates.get(other.row.price_id ?? '') ?? null);
      if (rate !== null) rates.set(priceId, rate);
    }
  }
  return rates;
}

/**
 * The rate of the tax that a line's amount contains, as a share of its net; null where it contains none. Stripe rounds
 * the tax to minor units, so the shortest percentage that rounds to the same tax is taken.
 */
export function inclusiveTaxRate({ row, discounts }: LineRecord): Fraction | null {
  if (row.inclusive_tax_minor === 0) return null;
  const gross = row.amount_minor - discounts.reduce((sum, discount) => sum + discount.amountMinor, 0);
  const net = gross - row.inclusive_tax_minor;
  if (net === 0 || gross < 0 !== net < 0) return null;
  for (let scale = 100; scale <= 100_000; scale *= 10) {
    const share = Math.round((row.inclusive_tax_minor / net) * scale);
    if (share > 0 && Math.round((Math.abs(gross) * share) / (scale + share)) === Math.abs(row.inclusive_tax_minor)) {
      return fraction(BigInt(share), BigInt(scale));
    }
  }
  return fraction(BigInt(row.inclusive_tax_minor), BigInt(net));
}

/** The inclusive tax that the latest taxed line of each price shows. */
function taxRatesOfLines(lines: readonly LineRecord[]): Map<string, Fraction> {
  const latest = new Map<string, LineRecord>();
  for (const line of lines) {
    if (line.row.inclusive_tax_minor === 0) continue;
    const priceId = line.row.price_id ?? '';
    const before = latest.get(priceId);
    if (before === undefined || isAfter(line, before)) latest.set(priceId, line);
  }
  const rates = new Map<string, Fraction>();
  for (const [priceId, line] of latest) {
    const rate = inclusiveTaxRate(line);
    if (rate !== null) rates.set(priceId, rate);
  }
  return rates;
}

/** What the inclusive ones of several rates come to: each is a share of the same net. */
function inclusiveShareOf(taxRates: readonly TaxRateRecord[]): Fraction | null {
  const inclusive = taxRates.filter(({ isInclusive }) => isInclusive);
  if (inclusive.length === 0) return null;
  const percent = inclusive.reduce((sum, rate) => addFractions(sum, parseDecimal(rate.percentage)), fraction(0n));
  return percent.numerator === 0n ? null : divideFractions(percent, fraction(100n));
}

function isAfter(a: LineRecord, b: LineRecord): boolean {
  return a.row.period_start_at === b.row.period_start_at
    ? a.row.id > b.row.id
    : a.row.period_start_at > b.row.period_start_at;
}
