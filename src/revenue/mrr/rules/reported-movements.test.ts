// The reported series: what closed months hold never moves, and what they lack posts on the first open day.
import { describe, expect, test } from 'vitest';
import { currency, mrr, type CivilDay } from '../../../kernel/index.ts';
import type { Movement, ReportedMovement, Span } from './evidence.ts';
import { movementsOf } from './movements.ts';
import { reportedMovements } from './reported-movements.ts';

const MARCH = '2026-03-01' as CivilDay;

function span(priceId: string, major: number, startsOn: string, endsOn: string | null = null): Span {
  return {
    subscriptionId: 'sub_1',
    itemId: `si_${priceId}`,
    priceId,
    productId: null,
    currency: currency('usd'),
    startsOn: startsOn as CivilDay,
    endsOn: endsOn as CivilDay | null,
    amount: mrr(BigInt(major) * 1_000_000n),
    quantity: 1,
    startReason: 'started',
    endReason: endsOn === null ? null : 'canceled_voluntary',
    evidenceId: 'x',
  };
}

function upTo(day: CivilDay, movements: readonly Movement[]): Movement[] {
  return movements.filter(({ effectiveOn }) => effectiveOn < day);
}

function told(movements: readonly ReportedMovement[]): string[] {
  return movements.map(
    ({ effectiveOn, kind, priceId, amount, reason, originOn }) =>
      `${effectiveOn} ${kind} ${priceId} ${Number(amount) / 1_000_000} ${reason}${originOn === null ? '' : ` of ${originOn}`}`,
  );
}

describe('the reported series', () => {
  test('without surprises it is the economic one', () => {
    const spans = [span('pro', 49, '2026-01-05', '2026-03-20')];
    expect(reportedMovements(upTo(MARCH, movementsOf(spans)), spans, MARCH)).toEqual([
      { ...movementsOf(spans)[1], originOn: null },
    ]);
    expect(
      reportedMovements([], spans, '2026-01-01' as CivilDay).map(({ originOn: _, ...movement }) => movement),
    ).toEqual(movementsOf(spans));
  });
  test('a late start posts on the first open day, as new in this series', () => {
    expect(told(reportedMovements([], [span('pro', 49, '2026-01-05')], MARCH))).toEqual([
      '2026-03-01 new pro 49 prior_period of 2026-01-05',
    ]);
  });
  test('a late end is churn there', () => {
    const known = upTo(MARCH, movementsOf([span('pro', 49, '2026-01-05')]));
    expect(told(reportedMovements(known, [span('pro', 49, '2026-01-05', '2026-02-10')], MARCH))).toEqual([
      '2026-03-01 churn pro -49 prior_period of 2026-02-10',
    ]);
  });
  test('a late change and the day’s own are one kind, in parts', () => {
    const spans = [span('pro', 49, '2026-01-05'), span('seat', 10, '2026-03-01')];
    expect(told(reportedMovements([], spans, MARCH))).toEqual([
      '2026-03-01 new pro 49 prior_period of 2026-01-05',
      '2026-03-01 new seat 10 started',
    ]);
  });
  test('what came and went unseen within closed months leaves no trace', () => {
    expect(reportedMovements([], [span('pro', 49, '2026-01-05', '2026-02-10')], MARCH)).toEqual([]);
  });
  test('what comes back is new where the series never saw it', () => {
    const spans = [span('pro', 49, '2026-01-05', '2026-02-10'), span('pro', 49, '2026-03-10')];
    expect(told(reportedMovements([], spans, MARCH))).toEqual(['2026-03-10 new pro 49 started']);
    expect(movementsOf(spans)[2]?.kind).toBe('reactivation');
  });
  test('once posted, a late change stays posted when the next month closes', () => {
    const spans = [span('pro', 49, '2026-01-05')];
    const posted = reportedMovements([], spans, MARCH);
    expect(reportedMovements(posted, spans, '2026-04-01' as CivilDay)).toEqual([]);
    const corrected = [span('pro', 49, '2026-01-20')];
    expect(reportedMovements(posted, corrected, '2026-04-01' as CivilDay)).toEqual([]);
  });
  test('a late upgrade moves between prices as it would have', () => {
    const known = upTo(MARCH, movementsOf([span('starter', 19, '2026-01-05')]));
    const spans = [span('starter', 19, '2026-01-05', '2026-02-10'), span('pro', 49, '2026-02-10')];
    expect(told(reportedMovements(known, spans, MARCH))).toEqual([
      '2026-03-01 expansion pro 30 prior_period of 2026-02-10',
      '2026-03-01 transfer_in pro 19 prior_period of 2026-02-10',
      '2026-03-01 transfer_out starter -19 prior_period of 2026-02-10',
    ]);
  });
  test('several late changes of one price keep their days, without what cancels out', () => {
    const spans = [
      span('pro', 49, '2026-01-05', '2026-02-10'),
      { ...span('pro', 49, '2026-02-20'), subscriptionId: 'sub_2' },
    ];
    expect(told(reportedMovements([], spans, MARCH))).toEqual(['2026-03-01 new pro 49 prior_period of 2026-02-20']);
  });
});
