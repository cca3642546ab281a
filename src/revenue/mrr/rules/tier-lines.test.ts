// Tiered prices: the lines of an invoice's tiers as one, and amounts where the tiers themselves are unknown.
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../../../kernel/index.ts';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import type { LineEvidence, PriceTerms } from './evidence.ts';
import { spansOf } from './spans.ts';
import { customer, item, monthly, present, price, subscription, told, UTC } from './testing/build-evidence.ts';
import { joinTierLines } from './tier-lines.ts';

function tier(upTo: number | null, unit: number, flat = 0): PriceTerms['tiers'][number] {
  return { upTo, unitAmountMinor: parseDecimal(String(unit)), flatAmountMinor: parseDecimal(String(flat)) };
}

const GRADUATED = price('seats', 0, {
  scheme: 'graduated',
  unitAmountMinor: null,
  tiers: [tier(5, 1000, 300), tier(null, 700)],
});
const UNKNOWN = price('seats', 0, { scheme: 'graduated', unitAmountMinor: null, tiers: [] });

/** Lines of one invoice, one for each quantity and amount. */
function bill(of: PriceTerms, parts: readonly (readonly [number, number])[], months = 1): LineEvidence[] {
  return parts.flatMap(([quantity, amountMinor], index) =>
    monthly(of, '2026-01', months, { quantity, amountMinor }).map((line) => ({
      ...line,
      lineId: `${line.lineId}_${index}`,
    })),
  );
}

function spans(lines: readonly LineEvidence[], of: PriceTerms, quantity: number): string[] {
  const state = present('2026-01-01', [item(of, quantity)]);
  return told(spansOf(customer([subscription({ present: state, lines })]), COUNTINGHOUSE_POLICY, UTC));
}

describe('tiers billed in lines of their own', () => {
  test('are one item of the whole quantity', () => {
    const lines = bill(GRADUATED, [
      [5, 5000],
      [3, 2100],
      [1, 300],
    ]);
    expect(joinTierLines(lines)).toMatchObject([{ quantity: 8, amountMinor: 7400 }]);
    expect(spans(lines, GRADUATED, 8)).toEqual(['seats×8 74.00 2026-01-01.. started>']);
  });
  test('a flat amount beside a volume price is no unit', () => {
    const volume = price('v', 0, {
      scheme: 'volume',
      unitAmountMinor: null,
      tiers: [tier(10, 200, 1500), tier(null, 150)],
    });
    expect(
      joinTierLines(
        bill(volume, [
          [4, 800],
          [1, 1500],
        ]),
      ),
    ).toMatchObject([{ quantity: 4, amountMinor: 2300 }]);
    expect(
      joinTierLines(
        bill(volume, [
          [4, 800],
          [0, 1500],
        ]),
      ),
    ).toMatchObject([{ quantity: 4, amountMinor: 2300 }]);
  });
  test('a first tier that costs nothing is no trial', () => {
    const free = price('seats', 0, {
      scheme: 'graduated',
      unitAmountMinor: null,
      tiers: [tier(5, 0), tier(null, 700)],
    });
    expect(
      spans(
        bill(free, [
          [5, 0],
          [2, 1400],
        ]),
        free,
        7,
      ),
    ).toEqual(['seats×7 14.00 2026-01-01.. started>']);
  });
  test('where the tiers are unknown, what was billed counts', () => {
    const lines = bill(
      UNKNOWN,
      [
        [5, 5000],
        [3, 2100],
      ],
      3,
    );
    expect(spans(lines, UNKNOWN, 8)).toEqual(['seats×8 71.00 2026-01-01.. started>']);
    expect(spans(lines, UNKNOWN, 16).at(-1)).toBe('seats×16 142.00 2026-03-01.. quantity_changed>');
    expect(spans([], UNKNOWN, 8)).toEqual([]);
  });
});
