// Evidence and spans of any kind, for properties: far stranger than what Stripe gives.
import fc from 'fast-check';
import { addDays, currency, instant, mrr, type CivilDay } from '../../../../kernel/index.ts';
import type { CustomerEvidence, Span, SubscriptionStatus } from '../evidence.ts';
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
} from './build-evidence.ts';

export const FIRST_DAY = '2026-01-01' as CivilDay;
export const DAYS = 120;
const PRICES = [FREE, STARTER, PRO, PRO_YEARLY];
const STATUSES: SubscriptionStatus[] = [
  'incomplete',
  'trialing',
  'active',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'canceled',
];
const DISCOUNTS = [
  discount(percentOff(20), '2026-01-10'),
  discount(percentOff(100, { duration: 'repeating', durationInMonths: 2 }), '2026-02-01', '2026-04-01'),
  discount(amountOff(1500, { duration: 'repeating', durationInMonths: 3 }), '2026-01-01', '2026-04-01'),
  discount(percentOff(50, { duration: 'once' }), '2026-01-01'),
  discount(null, '2026-01-05'),
];

export const dayArbitrary = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST_DAY, offset));
const when = fc
  .tuple(dayArbitrary, fc.integer({ min: 0, max: 23 }))
  .map(([day, hour]) => `${day}T${String(hour).padStart(2, '0')}:00:00`);
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
    invoiceStatus: fc.constantFrom(
      'paid' as const,
      'paid' as const,
      'open' as const,
      'void' as const,
      'uncollectible' as const,
    ),
    wasAttempted: fc.boolean(),
    isSentForPayment: fc.boolean(),
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

export const evidenceArbitrary: fc.Arbitrary<CustomerEvidence> = fc
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

export const spansArbitrary = fc.array(spanArbitrary, { maxLength: 8 });
