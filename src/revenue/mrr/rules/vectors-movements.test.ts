// Published examples on MRR movements (test/fixtures/metric-vectors.json).
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { currency, mrr, type CivilDay } from '../../../kernel/index.ts';
import { COUNTINGHOUSE_POLICY } from '../policy.ts';
import type { Movement, MovementKind, Span } from './evidence.ts';
import { movementsOf } from './movements.ts';
import { spansOf } from './spans.ts';
import { at, customer, item, line, present, price, subscription, UTC } from './testing/build-evidence.ts';
import { vector, vectorIds } from './testing/metric-vectors.ts';

/** A span of whole major units of one customer's one subscription. */
function span(customerNumber: number, major: number, startsOn: string, endsOn: string | null): Span {
  return {
    subscriptionId: `sub_${customerNumber}`,
    itemId: 'si_1',
    priceId: 'p',
    productId: null,
    currency: currency('usd'),
    startsOn: startsOn as CivilDay,
    endsOn: endsOn as CivilDay | null,
    amount: mrr(BigInt(Math.round(major * 1_000_000))),
    quantity: 1,
    startReason: 'started',
    endReason: endsOn === null ? null : 'canceled_unknown',
    evidenceId: 'x',
  };
}

/** Movements of several customers in a month, in major units by kind. */
function byKind(movements: readonly Movement[], month: string): Record<MovementKind, number> {
  const sums = { new: 0, reactivation: 0, expansion: 0, contraction: 0, churn: 0, transfer_in: 0, transfer_out: 0 };
  for (const { effectiveOn, kind, amount } of movements)
    if (effectiveOn.startsWith(month)) sums[kind] += Number(amount) / 1_000_000;
  return sums;
}

describe('movements', () => {
  const done = new Set<string>();
  const of = <I extends z.ZodType, E extends z.ZodType>(id: string, inputs: I, expected: E) => {
    done.add(id);
    return vector(id, inputs, expected);
  };
  test('mov-stripe-rollforward: the kinds and the fx row make the closing balance', () => {
    const inputs = z.object({
      start: z.number(),
      new: z.number(),
      expansion: z.number(),
      contraction: z.number(),
      churn: z.number(),
      fx: z.number(),
    });
    const { inputs: given, expected } = of(
      'mov-stripe-rollforward',
      inputs,
      z.object({ growth: z.number(), end: z.number() }),
    );
    const customers = [
      [span(1, given.new, '2026-02-10', null)],
      [span(2, 500, '2026-01-01', '2026-02-11'), span(2, 500 + given.expansion, '2026-02-11', null)],
      [span(3, 440, '2026-01-01', '2026-02-12'), span(3, 440 - given.contraction, '2026-02-12', null)],
      [span(4, given.churn, '2026-01-01', '2026-02-13')],
    ].map((spans) => movementsOf(spans));
    const opening = Object.values(byKind(customers.flat(), '2026-01')).reduce((sum, amount) => sum + amount, 0);
    const kinds = byKind(customers.flat(), '2026-02');
    expect(opening).toBe(given.start);
    expect(kinds).toMatchObject({
      new: given.new,
      expansion: given.expansion,
      contraction: -given.contraction,
      churn: -given.churn,
    });
    const growth = Object.values(kinds).reduce((sum, amount) => sum + amount, 0) + given.fx;
    expect([growth, opening + growth]).toEqual([expected.growth, expected.end]);
  });
  test('mov-chartmogul-lifecycle', () => {
    const expected = z.object({ movements: z.array(z.tuple([z.string(), z.number()])) });
    const { expected: wanted } = of('mov-chartmogul-lifecycle', z.object({ events: z.array(z.string()) }), expected);
    const gold = price('gold', 50_000, { interval: 'year' });
    const canceled = (endedAt: string) => ({ status: 'canceled' as const, endedAt: at(endedAt) });
    const spans = spansOf(
      customer([
        subscription({
          subscriptionId: 'sub_gold',
          present: present('2027-01-01', [item(gold, 4)], canceled('2027-01-01')),
        }),
        subscription({
          subscriptionId: 'sub_silver',
          present: present('2026-02-01', [item(price('silver', 3000), 2)], {
            ...canceled('2026-02-01'),
            startAt: at('2026-01-10'),
          }),
        }),
      ]),
      COUNTINGHOUSE_POLICY,
      UTC,
    );
    const movements = movementsOf(spans).map(({ kind, amount }) => [
      kind,
      Number((Number(amount) / 1_000_000).toFixed(2)),
    ]);
    expect(movements).toEqual(wanted.movements);
  });
  test('mov-profitwell-churn-date', () => {
    const inputs = z.object({ price: z.number(), signup: z.string(), cancel_requested: z.string() });
    const { inputs: given, expected } = of(
      'mov-profitwell-churn-date',
      inputs,
      z.object({ churn_date: z.string(), churn_mrr: z.number() }),
    );
    const plan = price('p', given.price * 100);
    const signup = `2026-${given.signup}`;
    const state = present(`2026-${given.cancel_requested}`, [item(plan)], {
      startAt: at(signup),
      canceledAt: at(`2026-${given.cancel_requested}`),
      isCancelAtPeriodEnd: true,
      currentPeriodEndAt: at('2026-06-15'),
    });
    const lines = [line(plan, signup, '2026-05-15'), line(plan, '2026-05-15', '2026-06-15')];
    const churn = movementsOf(
      spansOf(customer([subscription({ present: state, lines })]), COUNTINGHOUSE_POLICY, UTC),
    ).at(-1);
    expect([churn?.kind, churn?.effectiveOn, Number(churn?.amount) / -1_000_000]).toEqual([
      'churn',
      `2026-${expected.churn_date}`,
      expected.churn_mrr,
    ]);
  });
  test('mov-profitwell-same-month: ours keeps both legs', () => {
    const inputs = z.object({ price: z.number(), start: z.string(), churn: z.string() });
    const expected = z.object({ month_new: z.number(), month_churned: z.number(), churned_customers: z.number() });
    const { inputs: given, expected: wanted } = of('mov-profitwell-same-month', inputs, expected);
    const movements = movementsOf([span(1, given.price, `2026-${given.start}`, `2026-${given.churn}`)]);
    expect(byKind(movements, '2026-12')).toMatchObject({ new: wanted.month_new, churn: -wanted.month_churned });
    expect(movements.filter(({ kind }) => kind === 'churn')).toHaveLength(wanted.churned_customers);
  });
  test('mov-edd-month', () => {
    const inputs = z.object({
      customers_start: z.number(),
      customers_new: z.number(),
      customers_lost: z.number(),
      mrr_start: z.number(),
      mrr_new: z.number(),
      mrr_lost: z.number(),
    });
    const { inputs: given, expected } = of(
      'mov-edd-month',
      inputs,
      z.object({ customers_end: z.number(), mrr_end: z.number() }),
    );
    const lost = given.mrr_lost / given.customers_lost;
    const kept = (given.mrr_start - given.mrr_lost) / (given.customers_start - given.customers_lost);
    const movements = [
      ...Array.from({ length: given.customers_start }, (_, index) =>
        movementsOf([
          index < given.customers_lost
            ? span(index, lost, '2026-01-01', '2026-02-10')
            : span(index, kept, '2026-01-01', null),
        ]),
      ),
      ...Array.from({ length: given.customers_new }, (_, index) =>
        movementsOf([span(1000 + index, given.mrr_new / given.customers_new, '2026-02-05', null)]),
      ),
    ].flat();
    const count = (kind: MovementKind) => movements.filter((movement) => movement.kind === kind).length;
    expect(count('new') - count('churn')).toBe(expected.customers_end);
    expect(movements.reduce((sum, { amount }) => sum + Number(amount), 0) / 1_000_000).toBeCloseTo(expected.mrr_end, 3);
  });
  test('mov-stripe-two-subs', () => {
    const { expected } = of('mov-stripe-two-subs', z.object({}), z.object({ classification: z.array(z.string()) }));
    const movements = movementsOf([span(1, 20, '2026-01-01', '2026-02-01'), span(2, 30, '2026-01-01', '2026-03-01')]);
    const names: Partial<Record<MovementKind, string>> = { contraction: 'downgrade', churn: 'churn' };
    expect(movements.slice(1).map(({ kind }) => names[kind])).toEqual(expected.classification);
  });
  test('mov-raisekit-three-months', () => {
    const numbers = z.array(z.number());
    const inputs = z.object({ customers: z.record(z.string(), numbers) });
    const expected = z.object({
      mrr: numbers,
      arr: numbers,
      new: numbers,
      churned: numbers,
      expansion: numbers,
      contraction: numbers,
    });
    const { inputs: given, expected: wanted } = of('mov-raisekit-three-months', inputs, expected);
    const months = ['2022-01', '2022-02', '2022-03'];
    const movements = Object.values(given.customers).flatMap((levels, number) =>
      movementsOf(
        levels.flatMap((level, index) =>
          level === 0
            ? []
            : [
                span(
                  number,
                  level,
                  `${months[index]}-01`,
                  months[index + 1] === undefined ? null : `${months[index + 1]}-01`,
                ),
              ],
        ),
      ),
    );
    const kinds = months.map((month) => byKind(movements, month));
    let level = 0;
    const closing = kinds.map((sums) => (level += Object.values(sums).reduce((sum, amount) => sum + amount, 0)));
    expect(closing).toEqual(wanted.mrr);
    expect(closing.map((amount) => amount * 12)).toEqual(wanted.arr);
    for (const [kind, name] of [
      ['new', 'new'],
      ['churn', 'churned'],
      ['expansion', 'expansion'],
      ['contraction', 'contraction'],
    ] as const) {
      expect(kinds.slice(1).map((sums) => sums[kind])).toEqual(wanted[name]);
    }
  });
  test('no example on movements is left out', () => {
    expect([...done].sort()).toEqual(vectorIds('mrr_movements').sort());
  });
});
