// Trials and the three pauses, as spans (docs/formulas.md, "What MRR counts").
import { describe, expect, test } from 'vitest';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import { spansOf } from './spans.ts';
import { at, customer, item, line, monthly, present, PRO, state, subscription, UTC } from './testing/build-evidence.ts';
import { PERIOD, spans } from './testing/told-spans.ts';

describe('trials', () => {
  const TRIAL = { trialStartAt: at('2026-01-01'), trialEndAt: at('2026-01-15') };
  const trialLine = line(PRO, '2026-01-01', '2026-01-15', { amountMinor: 0, billingReason: 'subscription_create' });
  const firstLine = line(PRO, '2026-01-15', '2026-02-15');
  test('converted counts from the trial’s end', () => {
    expect(spans({ present: present('2026-01-15', [item(PRO)], TRIAL), lines: [trialLine, firstLine] })).toEqual([
      'pro×1 49.00 2026-01-15.. trial_converted>',
    ]);
    expect(spans({ present: present('2026-01-15', [item(PRO)], TRIAL) })).toEqual([
      'pro×1 49.00 2026-01-15.. trial_converted>',
    ]);
    expect(spans({ lines: [trialLine, firstLine] })).toEqual([
      'pro×1 49.00 2026-01-15..2026-02-15 trial_converted>canceled_unknown',
    ]);
  });
  test('running counts nothing, and nothing is taken for granted after it', () => {
    expect(
      spans({ present: present('2026-01-01', [item(PRO)], { ...TRIAL, status: 'trialing' }), lines: [trialLine] }),
    ).toEqual([]);
  });
  test('not converted never counts', () => {
    const canceled = { ...TRIAL, status: 'canceled' as const, endedAt: at('2026-01-15') };
    expect(spans({ present: present('2026-01-15', [item(PRO)], canceled) })).toEqual([]);
    expect(
      spans({
        present: present('2026-01-20', [item(PRO)], { ...canceled, endedAt: at('2026-01-20') }),
        lines: [trialLine],
      }),
    ).toEqual([]);
    expect(
      spans({
        present: present('2026-01-05', [item(PRO)], { ...canceled, endedAt: at('2026-01-05') }),
        lines: [trialLine],
      }),
    ).toEqual([]);
  });
  test('a first payment that fails after the trial counts while past due', () => {
    const open = { ...firstLine, invoiceStatus: 'open' as const };
    expect(
      spans({
        present: present('2026-01-15', [item(PRO)], { ...TRIAL, status: 'past_due' }),
        lines: [trialLine, open],
      }),
    ).toEqual(['pro×1 49.00 2026-01-15.. trial_converted>']);
    const lost = {
      ...TRIAL,
      status: 'canceled' as const,
      endedAt: at('2026-02-05'),
      cancellationReason: 'payment_failed',
    };
    expect(
      spans({
        present: present('2026-02-05', [item(PRO)], lost),
        lines: [trialLine, { ...open, invoiceStatus: 'uncollectible' }],
      }),
    ).toEqual(['pro×1 49.00 2026-01-15..2026-02-05 trial_converted>canceled_involuntary']);
  });
  test('ended early, by event and by invoice', () => {
    const early = line(PRO, '2026-01-08', '2026-02-08');
    expect(
      spans({
        present: present('2026-01-08', [item(PRO)], { ...TRIAL, trialEndAt: at('2026-01-08') }),
        lines: [trialLine, early],
      }),
    ).toEqual(['pro×1 49.00 2026-01-08.. trial_converted>']);
    const dated = [
      { state: state('2026-01-01', [item(PRO)], { ...TRIAL, status: 'trialing' }), before: null },
      {
        state: state('2026-01-08', [item(PRO)], { ...TRIAL, trialEndAt: at('2026-01-08') }),
        before: state('2026-01-08', [item(PRO)], { ...TRIAL, status: 'trialing' }),
      },
    ];
    expect(spans({ dated })).toEqual(['pro×1 49.00 2026-01-08.. trial_converted>']);
  });
  test('paused at its end for want of a payment method', () => {
    expect(
      spans({ present: present('2026-01-15', [item(PRO)], { ...TRIAL, status: 'paused' }), lines: [trialLine] }),
    ).toEqual([]);
    const later = line(PRO, '2026-03-10', '2026-04-10');
    const converted = ['pro×1 49.00 2026-03-10.. trial_converted>'];
    expect(spans({ present: present('2026-03-10', [item(PRO)], TRIAL), lines: [trialLine, later] })).toEqual(converted);
    const paused = state('2026-01-15', [item(PRO)], { ...TRIAL, status: 'paused' });
    const dated = [
      { state: paused, before: { ...paused, status: 'trialing' as const } },
      { state: state('2026-03-10', [item(PRO)], TRIAL), before: { ...paused, at: at('2026-03-10') } },
    ];
    expect(spans({ dated })).toEqual(converted);
  });
});

describe('pauses', () => {
  const voided = (month: string) => monthly(PRO, month, 1, { invoiceStatus: 'void', wasAttempted: false });
  const pause = (behavior: 'void' | 'keep_as_draft' | 'mark_uncollectible', resumesAt: string | null = null) => ({
    behavior,
    resumesAt: resumesAt === null ? null : at(resumesAt),
  });
  test('history from invoices: zero from the first unbilled period until the first billed one', () => {
    const lines = [
      ...monthly(PRO, '2026-01', 2),
      ...voided('2026-03'),
      ...voided('2026-04'),
      ...monthly(PRO, '2026-05', 1),
    ];
    expect(spans({ present: present('2026-05-01', [item(PRO)]), lines })).toEqual([
      'pro×1 49.00 2026-01-01..2026-03-01 started>paused',
      'pro×1 49.00 2026-05-01.. resumed>',
    ]);
    const kept = { ...COUNTINGHOUSE_POLICY, paused: 'counts' as const };
    expect(
      spansOf(customer([subscription({ present: present('2026-05-01', [item(PRO)]), lines })]), kept, UTC),
    ).toHaveLength(1);
  });
  test('mark_uncollectible, and an invoice that was tried and given up is none', () => {
    const written = monthly(PRO, '2026-03', 1, { invoiceStatus: 'uncollectible', wasAttempted: false });
    const rest = monthly(PRO, '2026-04', 1);
    expect(
      spans({
        present: present('2026-04-01', [item(PRO)]),
        lines: [...monthly(PRO, '2026-01', 2), ...written, ...rest],
      }),
    ).toHaveLength(2);
    const tried = written.map((each) => ({ ...each, wasAttempted: true }));
    expect(
      spans({ present: present('2026-04-01', [item(PRO)]), lines: [...monthly(PRO, '2026-01', 2), ...tried, ...rest] }),
    ).toHaveLength(1);
  });
  test('keep_as_draft counts', () => {
    expect(
      spans({
        present: present('2026-05-01', [item(PRO)], { pause: pause('keep_as_draft') }),
        lines: monthly(PRO, '2026-01', 2),
      }),
    ).toHaveLength(1);
  });
  test('paused now: zero from the end of what was billed', () => {
    const evidence = {
      present: present('2026-03-01', [item(PRO)], { ...PERIOD, pause: pause('void') }),
      lines: monthly(PRO, '2026-01', 3),
    };
    expect(spans(evidence)).toEqual(['pro×1 49.00 2026-01-01..2026-04-01 started>paused']);
    expect(spans({ ...evidence, lines: [...monthly(PRO, '2026-01', 2), ...voided('2026-03')] })).toEqual([
      'pro×1 49.00 2026-01-01..2026-03-01 started>paused',
    ]);
    expect(
      spans({
        present: present('2026-03-01', [item(PRO)], { ...PERIOD, pause: pause('void', '2026-03-25') }),
        lines: monthly(PRO, '2026-01', 3),
      }),
    ).toHaveLength(1);
    expect(spans({ present: evidence.present })).toEqual(['pro×1 49.00 2026-01-01..2026-03-01 started>paused']);
  });
  test('by events: from the end of the period in progress; lifted within it, nothing happened', () => {
    const set = {
      state: state('2026-03-10', [item(PRO)], { ...PERIOD, pause: pause('void') }),
      before: state('2026-03-10', [item(PRO)], PERIOD),
    };
    expect(spans({ dated: [set] })).toEqual(['pro×1 49.00 2026-01-01..2026-04-01 started>paused']);
    const liftedSoon = { state: state('2026-03-20', [item(PRO)], PERIOD), before: set.state };
    expect(spans({ dated: [set, liftedSoon] })).toEqual(['pro×1 49.00 2026-01-01.. started>']);
    const later = { currentPeriodStartAt: at('2026-05-01'), currentPeriodEndAt: at('2026-06-01') };
    const lifted = {
      state: state('2026-05-12', [item(PRO)], later),
      before: state('2026-05-12', [item(PRO)], { ...later, pause: pause('void') }),
    };
    expect(spans({ dated: [set, lifted] })).toEqual([
      'pro×1 49.00 2026-01-01..2026-04-01 started>paused',
      'pro×1 49.00 2026-06-01.. resumed>',
    ]);
  });
  test('status paused by an event', () => {
    const set = {
      state: state('2026-03-10', [item(PRO)], { status: 'paused' }),
      before: state('2026-03-10', [item(PRO)]),
    };
    const back = {
      state: state('2026-05-10', [item(PRO)]),
      before: state('2026-05-10', [item(PRO)], { status: 'paused' }),
    };
    expect(spans({ dated: [set, back], lines: monthly(PRO, '2026-01', 3) })).toEqual([
      'pro×1 49.00 2026-01-01..2026-04-01 started>paused',
      'pro×1 49.00 2026-05-10.. resumed>',
    ]);
  });
});
