// What holds for every customer: spans do not depend on order, movements roll forward to levels, kinds are exclusive.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, currency, instant, mrr, timeZone, type CivilDay } from '../../../kernel/index.ts';
import { CHARTMOGUL_POLICY, COUNTINGHOUSE_POLICY, STRIPE_POLICY } from '../policy.ts';
import type { CustomerEvidence, Movement, ReportedMovement, Span, SubscriptionStatus } from './evidence.ts';
import { movementsOf } from './movements.ts';
import { reportedMovements } from './reported-movements.ts';
import { spansOf } from './spans.ts';
import {
  amountOff,
  at,
  customer,
  discount,
  FREE,
  item,
  line,
  percentOff,
  PRO,
  PRO_YEARLY,
  STARTER,
  state,
  subscription,
} from './testing/build-evidence.ts';

const FIRST_DAY = '2026-01-01' as CivilDay;
const DAYS = 120;
const PRICES = [FREE, STARTER, PRO, PRO_YEARLY];
const STATUSES: SubscriptionStatus[] = ['incomplete', 'trialing', 'active', 'active', 'past_due', 'unpaid', 'paused', 'canceled'];
const DISCOUNTS = [
  discount(percentOff(20), '2026-01-10'),
  discount(percentOff(100, { duration: 'repeating', durationInMonths: 2 }), '2026-02-01', '2026-04-01'),
  discount(amountOff(1500, { duration: 'repeating', durationInMonths: 3 }), '2026-01-01', '2026-04-01'),
  discount(percentOff(50, { duration: 'once' }), '2026-01-01'),
  discount(null, '2026-01-05'),
];

const dayArbitrary = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST_DAY, offset));
const when = fc.tuple(dayArbitrary, fc.integer({ min: 0, max: 23 })).map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:00:00`);
const itemId = fc.constantFrom('si_1', 'si_2');
const discounts = fc.subarray(DISCOUNTS, { maxLength: 2 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const lineArbitrary = fc
  .record({
    of: fc.constantFrom(...PRICES),
    from: when,
    days: fc.integer({ min: 1, max: 45 }),
    quantity: fc.integer({ min: 0, max: 5 }),
    amountMinor: fc.integer({ min: -100, max: 5000 }),
    isProration: fc.boolean(),
    itemId: fc.oneof(itemId, fc.constant(null)),
    applied: discounts,
    invoiceStatus: fc.constantFrom('paid' as const, 'paid' as const, 'open' as const, 'void' as const, 'uncollectible' as const),
    wasAttempted: fc.boolean(),
    number: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(({ of, from, days, applied, number, ...rest }) =>
    line(of, from, addDays(from.slice(0, 10) as CivilDay, days), {
      ...rest,
      lineId: `il_${number}`,
      invoiceId: `in_${number % 7}`,
      discounts: applied.map((terms) => ({ terms, amountMinor: 300 })),
    }),
  );

const stateArbitrary = fc
  .record({
    when,
    status: fc.constantFrom(...STATUSES),
    items: fc.uniqueArray(fc.tuple(fc.constantFrom(...PRICES), fc.integer({ min: 0, max: 5 }), itemId), {
      maxLength: 2,
      selector: ([, , id]) => id,
    }),
    discounts,
    trialDays: optional(fc.integer({ min: 0, max: 40 })),
    periodDays: optional(fc.integer({ min: 1, max: 40 })),
    isCancelAtPeriodEnd: fc.boolean(),
    pause: optional(fc.constantFrom('void' as const, 'keep_as_draft' as const, 'mark_uncollectible' as const)),
  })
  .map(({ when: text, items, trialDays, periodDays, pause, status, ...rest }) => {
    const now = at(text);
    return state(
      text,
      items.map(([of, quantity, id]) => item(of, quantity, id)),
      {
        ...rest,
        status,
        endedAt: status === 'canceled' ? now : null,
        trialStartAt: trialDays === null ? null : at(FIRST_DAY),
        trialEndAt: trialDays === null ? null : at(addDays(FIRST_DAY, trialDays)),
        currentPeriodStartAt: now,
        currentPeriodEndAt: periodDays === null ? null : instant(now + periodDays * 86_400),
        pause: pause === null ? null : { behavior: pause, resumesAt: null },
      },
    );
  });

const subscriptionArbitrary = (id: string) =>
  fc
    .record({
      lines: fc.uniqueArray(lineArbitrary, { maxLength: 8, selector: ({ lineId }) => lineId }),
      dated: fc.uniqueArray(fc.record({ state: stateArbitrary, before: optional(stateArbitrary) }), {
        maxLength: 3,
        selector: (each) => each.state.at,
      }),
      present: optional(fc.tuple(stateArbitrary, fc.boolean())),
    })
    .map(({ lines, dated, present }) =>
      subscription({
        subscriptionId: id,
        lines,
        dated,
        present: present === null ? null : { ...present[0], isDated: present[1], sourceId: id },
      }),
    );

const evidenceArbitrary: fc.Arbitrary<CustomerEvidence> = fc
  .record({ first: subscriptionArbitrary('sub_1'), second: optional(subscriptionArbitrary('sub_2')), discounts })
  .map(({ first, second, discounts: ofCustomer }) =>
    customer(second === null ? [first] : [first, second], { discounts: ofCustomer }),
  );

const spanArbitrary: fc.Arbitrary<Span> = fc
  .record({
    number: fc.integer({ min: 0, max: 1_000_000 }),
    priceId: fc.constantFrom('a', 'b', 'c'),
    code: fc.constantFrom('usd', 'usd', 'eur'),
    from: fc.integer({ min: 0, max: DAYS }),
    days: optional(fc.integer({ min: 1, max: 60 })),
    units: fc.bigInt({ min: 1n, max: 9_999_999n }),
    endReason: fc.constantFrom('canceled_voluntary' as const, 'free_or_fully_discounted' as const),
  })
  .map(({ number, priceId, code, from, days, units, endReason }) => ({
    subscriptionId: `sub_${number}`,
    itemId: `si_${number}`,
    priceId,
    productId: null,
    currency: currency(code),
    startsOn: addDays(FIRST_DAY, from),
    endsOn: days === null ? null : addDays(FIRST_DAY, from + days),
    amount: mrr(units),
    quantity: 1,
    startReason: 'started',
    endReason: days === null ? null : endReason,
    evidenceId: 'x',
  }));

const spansArbitrary = fc.array(spanArbitrary, { maxLength: 8 });
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
      expect(new Set(ofCurrency.map(({ kind }) => kind).filter((kind) => !kind.startsWith('transfer'))).size).toBeLessThanOrEqual(1);
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
      fc.property(evidenceArbitrary, fc.constantFrom(COUNTINGHOUSE_POLICY, STRIPE_POLICY, CHARTMOGUL_POLICY), (evidence, policy) => {
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
      }),
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
          expect(late.every(({ effectiveOn, originOn, reason }) => effectiveOn === firstOpenDay && (originOn ?? '') < firstOpenDay && reason === 'prior_period')).toBe(true);
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
