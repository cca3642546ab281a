// Tiered prices are billed in several lines, one for each tier and each flat amount: here they are one again.
import { known, roundFractionHalfAwayFromZero } from '../../../kernel/index.ts';
import { grossOf } from './amounts.ts';
import type { LineEvidence, PriceTerms } from './evidence.ts';

/** Whether the terms tell what the price costs: Stripe leaves tiers out of a price unless they are asked for. */
export function isPriced({ scheme, unitAmountMinor, tiers }: PriceTerms): boolean {
  return scheme === 'per_unit' ? unitAmountMinor !== null : tiers.length > 0;
}

/** The lines in their order, with those that one invoice has for one item's tiers joined into one. */
export function joinTierLines(lines: readonly LineEvidence[]): LineEvidence[] {
  if (lines.every(({ price }) => price.scheme === 'per_unit')) return [...lines];
  const groups = new Map<string, LineEvidence[]>();
  for (const line of lines) {
    const sign = line.isProration && line.amountMinor < 0 ? 'credit' : 'debit';
    const place = [line.invoiceId, line.itemId, line.price.priceId, line.startAt, line.isProration, sign].join(' ');
    const key = line.price.scheme === 'per_unit' ? line.lineId : place;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.values()].map(joined);
}

function joined(lines: LineEvidence[]): LineEvidence {
  const first = known(lines.sort((a, b) => (a.lineId < b.lineId ? -1 : 1))[0], 'a group of lines has a first');
  if (lines.length === 1) return first;
  const discounts = new Map<string, LineEvidence['discounts'][number]>();
  for (const { terms, amountMinor } of lines.flatMap((line) => line.discounts)) {
    const before = discounts.get(terms.discountId)?.amountMinor ?? 0;
    discounts.set(terms.discountId, { terms, amountMinor: before + amountMinor });
  }
  return {
    ...first,
    quantity: quantityOf(lines, first.price),
    amountMinor: sumOf(lines, ({ amountMinor }) => amountMinor),
    discounts: [...discounts.values()],
  };
}

/** The quantity that costs what the lines do: all of theirs together, but for those that bill a flat amount. */
function quantityOf(lines: readonly LineEvidence[], price: PriceTerms): number {
  const whole = sumOf(lines, ({ quantity }) => quantity);
  if (!isPriced(price) || lines.some((line) => line.isProration)) return whole;
  const flats = new Set(price.tiers.map((tier) => roundFractionHalfAwayFromZero(tier.flatAmountMinor)));
  const perUnit = lines.filter(({ amountMinor }) => amountMinor === 0 || !flats.has(BigInt(amountMinor)));
  const amount = BigInt(sumOf(lines, ({ amountMinor }) => amountMinor));
  const candidates = [
    whole,
    sumOf(perUnit, ({ quantity }) => quantity),
    Math.max(...lines.map(({ quantity }) => quantity)),
  ];
  return candidates.find((quantity) => roundFractionHalfAwayFromZero(grossOf(price, quantity)) === amount) ?? whole;
}

function sumOf(lines: readonly LineEvidence[], of: (line: LineEvidence) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0);
}
