// What holds for every customer: spans do not depend on order, movements roll forward to levels, kinds are exclusive.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, timeZone, type CivilDay } from '../../../kernel/index.ts';
import { CHARTMOGUL_POLICY, COUNTINGHOUSE_POLICY, STRIPE_POLICY } from '../policy.ts';
import type { Movement, ReportedMovement, Span } from './evidence.ts';
import { movementsOf } from './movements.ts';
import { reportedMovements } from './reported-movements.ts';
import { spansOf } from './spans.ts';
import { dayArbitrary, DAYS, evidenceArbitrary, FIRST_DAY, spansArbitrary } from './testing/arbitrary-evidence.ts';

const NEW_YORK = timeZone('America/New_York');

/** What the spans come to at the end of the day, by price and currency. */
function levels(spans: readonly Span[], on: CivilDay): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { startsOn, endsOn, currency: code, priceId, amount } of spans) {
    if (startsOn > on || (endsOn !== null && endsOn <= on)) continue;
    sums.set(`${code} ${priceId}`, (sums.get(`${code} ${priceId}`) ?? 0n) + amount);
  }
  return sums;
}

function sums(movements: readonly (Movement | ReportedMovement)[], through: CivilDay): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const { effectiveOn, currency: code, priceId, amount } of movements) {
    const key = `${code} ${priceId}`;
    if (effectiveOn <= through) found.set(key, (found.get(key) ?? 0n) + amount);
  }
  return new Map([...found].filter(([, amount]) => amount !== 0n));
}

function sorted(map: ReadonlyMap<string, bigint>): [string, bigint][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** That each day's kinds are one of those that rule 4 allows, given what the movements before it came to. */
function checkKinds(movements: readonly (Movement | ReportedMovement)[]): void {
  const days = [...new Set(movements.map(({ effectiveOn }) => effectiveOn))].sort();
  let wasPositive = false;
  for (const day of days) {
    const ofDay = movements.filter(({ effectiveOn }) => effectiveOn === day);
    const isActive = (through: CivilDay) => [...sums(movements, through).values()].some((amount) => amount > 0n);
    const wasActive = isActive(addDays(day, -1));
    const kinds = new Set(ofDay.map(({ kind }) => kind).filter((kind) => !kind.startsWith('transfer')));
    if (!wasActive) expect([...kinds]).toEqual([wasPositive ? 'reactivation' : 'new']);
    else if (!isActive(day)) expect([...kinds]).toEqual(['churn']);
    else expect([...kinds].every((kind) => kind === 'expansion' || kind === 'contraction')).toBe(true);
    for (const code of new Set(ofDay.map((movement) => movement.currency))) {
      const ofCurrency = ofDay.filter((movement) => movement.currency === code);
      const transfers = ofCurrency.filter(({ kind }) => kind.startsWith('transfer'));
      expect(transfers.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
      expect(
        new Set(ofCurrency.map(({ kind }) => kind).filter((kind) => !kind.startsWith('transfer'))).size,
      ).toBeLessThanOrEqual(1);
    }
    for (const { kind, amount } of ofDay) {
      const isGain = kind === 'new' || kind === 'reactivation' || kind === 'expansion' || kind === 'transfer_in';
      expect(isGain ? amount > 0n : amount < 0n).toBe(true);
    }
    wasPositive ||= isActive(day);
  }
}

describe('spans of any evidence', () => {
  test('do not depend on the order of the evidence, nor on the policy for their form', () => {
    fc.assert(
      fc.property(
        evidenceArbitrary,
        fc.constantFrom(COUNTINGHOUSE_POLICY, STRIPE_POLICY, CHARTMOGUL_POLICY),
        (evidence, policy) => {
          const spans = spansOf(evidence, policy, NEW_YORK);
          const turned = {
            ...evidence,
            subscriptions: evidence.subscriptions
              .map((each) => ({ ...each, lines: each.lines.toReversed(), dated: each.dated.toReversed() }))
              .toReversed(),
          };
          expect(spansOf(turned, policy, NEW_YORK)).toEqual(spans);
          for (const [index, span] of spans.entries()) {
            expect(span.amount > 0n).toBe(true);
            expect(span.endsOn === null || span.endsOn > span.startsOn).toBe(true);
            expect(span.endsOn === null).toBe(span.endReason === null);
            const next = spans[index + 1];
            if (next?.subscriptionId !== span.subscriptionId || next.itemId !== span.itemId) continue;
            expect(span.endsOn !== null && span.endsOn <= next.startsOn).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
  test('make movements that roll forward to them', () => {
    fc.assert(
      fc.property(evidenceArbitrary, dayArbitrary, (evidence, on) => {
        const spans = spansOf(evidence, COUNTINGHOUSE_POLICY, NEW_YORK);
        const movements = movementsOf(spans);
        expect(sorted(sums(movements, on))).toEqual(sorted(levels(spans, on)));
        checkKinds(movements);
      }),
      { numRuns: 500 },
    );
  });
});

describe('movements of any spans', () => {
  test('roll forward to the levels of every day, in one kind a day', () => {
    fc.assert(
      fc.property(spansArbitrary, dayArbitrary, (spans, on) => {
        const movements = movementsOf(spans);
        expect(sorted(sums(movements, on))).toEqual(sorted(levels(spans, on)));
        expect(movementsOf(spans.toReversed())).toEqual(movements);
        checkKinds(movements);
      }),
      { numRuns: 1000 },
    );
  });
  test('under another policy name the same amounts otherwise', () => {
    fc.assert(
      fc.property(spansArbitrary, dayArbitrary, (spans, on) => {
        expect(sorted(sums(movementsOf(spans, CHARTMOGUL_POLICY), on))).toEqual(sorted(sums(movementsOf(spans), on)));
      }),
    );
  });
});

describe('the reported series over any history of learning and closing', () => {
  test('never moves what is closed and agrees with the spans from the first open day on', () => {
    const history = fc.array(fc.tuple(spansArbitrary, fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: DAYS }), (versions, offset) => {
        let reported: ReportedMovement[] = [];
        let firstOpenDay = FIRST_DAY;
        for (const [spans, closedDays] of versions) {
          firstOpenDay = addDays(firstOpenDay, closedDays);
          const frozen = reported.filter(({ effectiveOn }) => effectiveOn < firstOpenDay);
          reported = [...frozen, ...reportedMovements(frozen, spans, firstOpenDay)];
          const on = addDays(firstOpenDay, offset);
          expect(sorted(sums(reported, on))).toEqual(sorted(levels(spans, on)));
          checkKinds(reported);
          const late = reported.slice(frozen.length).filter(({ originOn }) => originOn !== null);
          expect(
            late.every(
              ({ effectiveOn, originOn, reason }) =>
                effectiveOn === firstOpenDay && (originOn ?? '') < firstOpenDay && reason === 'prior_period',
            ),
          ).toBe(true);
          expect(reportedMovements(frozen, spans, firstOpenDay)).toEqual(reported.slice(frozen.length));
        }
      }),
      { numRuns: 1000 },
    );
  });
  test('is the economic series while nothing is closed', () => {
    fc.assert(
      fc.property(spansArbitrary, (spans) => {
        const reported = reportedMovements([], spans, FIRST_DAY);
        expect(reported.map(({ originOn: _, ...movement }) => movement)).toEqual(movementsOf(spans));
      }),
    );
  });
});
