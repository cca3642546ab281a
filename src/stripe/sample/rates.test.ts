// Whether the made-up exchange rates are a believable table.
import { expect, test } from 'vitest';
import { civilDay, numberOfDay } from '../../kernel/index.ts';
import { calendarOf } from './calendar.ts';
import { ratesByDay, syntheticRates } from './rates.ts';

const rates = syntheticRates(calendarOf(36), 1);

test('there is one rate per weekday and currency, none on weekends', () => {
  const days = new Set(rates.map((rate) => rate.on));
  expect(rates.length).toBe(days.size * 3);
  for (const on of days) expect((numberOfDay(on) + 4) % 7).toSatisfy((weekday: number) => weekday >= 1 && weekday <= 5);
  expect(rates[0]?.on.slice(0, 7)).toBe('2023-10');
  expect(rates.at(-1)?.on).toBe('2026-10-30');
});

test('rates wander without jumps', () => {
  const last = new Map<string, number>();
  for (const { base, rate } of rates) {
    const before = last.get(base);
    if (before !== undefined) expect(Math.abs(Number(rate) / before - 1)).toBeLessThan(0.01);
    last.set(base, Number(rate));
  }
});

test('a weekend has the rate of its Friday', () => {
  const rateAt = ratesByDay(rates);
  const saturday = numberOfDay(civilDay('2026-03-07')) * 86_400;
  expect(rateAt('eur', saturday)).toBe(rateAt('EUR', saturday - 86_400));
  expect(rateAt('usd', saturday)).toBe(1_000_000);
});
