// When a subscription ends, and why (docs/formulas.md, "What MRR counts": unpaid, canceled, cancel_at_period_end).
import { describe, expect, test } from 'vitest';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import { spansOf } from './spans.ts';
import {
  at,
  customer,
  item,
  monthly,
  present,
  PRO,
  proration,
  state,
  subscription,
  UTC,
} from './testing/build-evidence.ts';
import { PERIOD, spans } from './testing/told-spans.ts';

describe('ends', () => {
  const ended = (reason: string | null) =>
    spans({
      present: present('2026-03-14', [item(PRO)], {
        status: 'canceled',
        endedAt: at('2026-03-14'),
        cancellationReason: reason,
      }),
      lines: monthly(PRO, '2026-01', 3),
    });
  test('at ended_at, by Stripe’s reason', () => {
    expect(ended(null)).toEqual(['pro×1 49.00 2026-01-01..2026-03-14 started>canceled_unknown']);
    expect(ended('payment_failed')[0]).toContain('>canceled_involuntary');
    expect(ended('cancellation_requested')[0]).toContain('>canceled_voluntary');
    expect(ended('payment_disputed')[0]).toContain('>canceled_voluntary');
  });
  test('a cancellation with a credit line is no removal of the item', () => {
    const [credit] = proration(PRO, PRO, '2026-03-14', '2026-04-01');
    const lines = [...monthly(PRO, '2026-01', 3), ...(credit === undefined ? [] : [credit])];
    expect(
      spans({
        present: present('2026-03-14', [item(PRO)], { status: 'canceled', endedAt: at('2026-03-14') }),
        lines,
      })[0],
    ).toContain('canceled_unknown');
    expect(spans({ lines })).toEqual(['pro×1 49.00 2026-01-01..2026-03-14 started>canceled_unknown']);
  });
  test('cancel at period end counts until then, with its day known ahead', () => {
    const scheduled = {
      ...PERIOD,
      isCancelAtPeriodEnd: true,
      cancelAt: at('2026-04-01'),
      canceledAt: at('2026-03-05'),
      cancellationReason: 'cancellation_requested',
    };
    const evidence = { present: present('2026-03-05', [item(PRO)], scheduled), lines: monthly(PRO, '2026-01', 3) };
    expect(spans(evidence)).toEqual(['pro×1 49.00 2026-01-01..2026-04-01 started>canceled_voluntary']);
    const onRequest = { ...COUNTINGHOUSE_POLICY, scheduledCancellation: 'when_requested' as const };
    expect(spansOf(customer([subscription(evidence)]), onRequest, UTC)[0]?.endsOn).toBe('2026-03-05');
    expect(spans({ ...evidence, lines: monthly(PRO, '2026-01', 4) })).toEqual(['pro×1 49.00 2026-01-01.. started>']);
  });
  test('unpaid ends at its event, and a payment brings it back', () => {
    const unpaid = {
      state: state('2026-03-20', [item(PRO)], { status: 'unpaid' }),
      before: state('2026-03-20', [item(PRO)], { status: 'past_due' }),
    };
    const paid = {
      state: state('2026-05-02', [item(PRO)]),
      before: state('2026-05-02', [item(PRO)], { status: 'unpaid' }),
    };
    expect(spans({ dated: [unpaid], lines: monthly(PRO, '2026-01', 3) })).toEqual([
      'pro×1 49.00 2026-01-01..2026-03-20 started>canceled_involuntary',
    ]);
    expect(spans({ dated: [paid, unpaid], lines: monthly(PRO, '2026-01', 3) })).toEqual([
      'pro×1 49.00 2026-01-01..2026-03-20 started>canceled_involuntary',
      'pro×1 49.00 2026-05-02.. resumed>',
    ]);
  });
  test('unpaid without an event ends with the last period that was invoiced', () => {
    expect(
      spans({
        present: present('2026-06-01', [item(PRO)], { status: 'unpaid' }),
        lines: monthly(PRO, '2026-01', 3, { invoiceStatus: 'open' }),
      }),
    ).toEqual(['pro×1 49.00 2026-01-01..2026-04-01 started>canceled_involuntary']);
  });
  test('past due counts, unless the policy says otherwise', () => {
    const evidence = {
      present: present('2026-03-01', [item(PRO)], { ...PERIOD, status: 'past_due' }),
      lines: monthly(PRO, '2026-01', 3),
    };
    expect(spans(evidence)).toEqual(['pro×1 49.00 2026-01-01.. started>']);
  });
  test('incomplete counts nothing; incomplete_expired never did', () => {
    expect(spans({ present: present('2026-01-01', [item(PRO)], { status: 'incomplete' }) })).toEqual([]);
    const lines = monthly(PRO, '2026-01', 1, {
      billingReason: 'subscription_create',
      invoiceStatus: 'void',
      wasAttempted: true,
    });
    expect(spans({ present: present('2026-01-02', [item(PRO)], { status: 'incomplete_expired' }), lines })).toEqual([]);
    expect(spans({ lines })).toEqual([]);
    const begun = { state: state('2026-01-01', [item(PRO)], { status: 'incomplete' }), before: null };
    const paid = {
      state: state('2026-01-02', [item(PRO)]),
      before: state('2026-01-02', [item(PRO)], { status: 'incomplete' }),
    };
    expect(spans({ dated: [begun, paid] })).toEqual(['pro×1 49.00 2026-01-02.. started>']);
  });
});
