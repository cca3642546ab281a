// What is closed by a paused collection, and what by a person (docs/formulas.md, "Where spans come from").
import { describe, expect, test } from 'vitest';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import type { LineEvidence, SubscriptionEvidence } from './evidence.ts';
import { spansOf } from './spans.ts';
import { at, customer, item, monthly, present, PRO, state, subscription, told, UTC } from './testing/build-evidence.ts';

/** The spans of five months of which the third is closed as said. */
function spans(closed: Partial<LineEvidence>, of: Partial<SubscriptionEvidence> = {}): string[] {
  const lines = [
    ...monthly(PRO, '2026-01', 2),
    ...monthly(PRO, '2026-03', 1, { invoiceStatus: 'void', wasAttempted: false, ...closed }),
    ...monthly(PRO, '2026-04', 2),
  ];
  const evidence = subscription({ present: present('2026-05-01', [item(PRO)]), lines, ...of });
  return told(spansOf(customer([evidence]), COUNTINGHOUSE_POLICY, UTC));
}

const COUNTED = ['pro×1 49.00 2026-01-01.. started>'];
const PAUSED = ['pro×1 49.00 2026-01-01..2026-03-01 started>paused', 'pro×1 49.00 2026-04-01.. resumed>'];
const AT_ONCE = { finalizedAt: at('2026-03-01T01:00:00'), closedAt: at('2026-03-01T01:00:05') };
const PAUSE = { pause: { behavior: 'void' as const, resumesAt: null } };

describe('a closed invoice', () => {
  test('is a pause where it closed as it was finalized, or nobody knows when', () => {
    expect(spans(AT_ONCE)).toEqual(PAUSED);
    expect(spans({ ...AT_ONCE, invoiceStatus: 'uncollectible' })).toEqual(PAUSED);
    expect(spans({ closedAt: null })).toEqual(PAUSED);
  });
  test('was billed where it closed later, or after an attempt', () => {
    expect(spans({ ...AT_ONCE, closedAt: at('2026-03-01T02:00:00') })).toEqual(COUNTED);
    expect(spans({ ...AT_ONCE, wasAttempted: true })).toEqual(COUNTED);
  });
  test('that was sent for payment is never attempted: only the instants tell', () => {
    expect(spans({ ...AT_ONCE, isSentForPayment: true })).toEqual(PAUSED);
    expect(spans({ closedAt: null, isSentForPayment: true })).toEqual(COUNTED);
  });
});

describe('dated states around it', () => {
  const dated = (when: string, rest = {}) => [{ state: state(when, [item(PRO)], rest), before: null }];
  test('without a pause outrank the guess', () => {
    expect(spans(AT_ONCE, { dated: dated('2026-03-01') })).toEqual(COUNTED);
    expect(spans(AT_ONCE, { present: state('2026-03-20', [item(PRO)]) })).toEqual(COUNTED);
  });
  test('with one, or of another time, do not', () => {
    const before = state('2026-03-20', [item(PRO)], PAUSE);
    expect(spans(AT_ONCE, { dated: [{ state: state('2026-03-20', [item(PRO)]), before }] })).toEqual(PAUSED);
    expect(spans(AT_ONCE, { dated: dated('2026-02-20') })).toEqual(PAUSED);
    expect(spans(AT_ONCE, { dated: dated('2026-04-20') })).toEqual(PAUSED);
  });
});

describe('a pause that states tell of', () => {
  const set = { state: state('2026-02-15', [item(PRO)], PAUSE), before: state('2026-02-15', [item(PRO)]) };
  test('is not ended by an invoice that is closed, attempted or not, early or late', () => {
    const lifted = { state: state('2026-03-25', [item(PRO)]), before: state('2026-03-25', [item(PRO)], PAUSE) };
    const ways: Partial<LineEvidence>[] = [
      { wasAttempted: true },
      { ...AT_ONCE, wasAttempted: true, invoiceStatus: 'uncollectible' },
      { ...AT_ONCE, closedAt: at('2026-03-02') },
    ];
    for (const way of ways) expect(spans(way, { dated: [set, lifted] })).toEqual(PAUSED);
  });
  test('goes on while nothing is billed', () => {
    const lines = [
      ...monthly(PRO, '2026-01', 2),
      ...monthly(PRO, '2026-03', 2, { invoiceStatus: 'void', wasAttempted: true }),
    ];
    const paused = present('2026-04-01', [item(PRO)], PAUSE);
    expect(spans({}, { dated: [set], present: paused, lines })).toEqual(PAUSED.slice(0, 1));
    expect(spans({}, { present: paused, lines })).toEqual(PAUSED.slice(0, 1));
  });
  test('is over with an invoice of after it, though that is voided later', () => {
    const lifted = { state: state('2026-02-25', [item(PRO)]), before: state('2026-02-25', [item(PRO)], PAUSE) };
    expect(spans({ wasAttempted: true }, { dated: [set, lifted] })).toEqual(COUNTED);
  });
});
