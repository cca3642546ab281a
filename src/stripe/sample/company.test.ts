// Whether the company is the same whenever it is made, and delivered month by month.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { startOfDay, addDays } from '../../kernel/index.ts';
import { SAMPLE_ZONE } from './calendar.ts';
import { SAMPLE_DEFAULTS, sampleCompany, type SampleOptions } from './company.ts';

const SMALL: SampleOptions = { customers: 90, months: 18, seed: 1 };

function hashOf(options: SampleOptions): string {
  const hash = createHash('sha256');
  const company = sampleCompany(options);
  hash.update(JSON.stringify(company.rates));
  for (const delivery of company.deliveries()) hash.update(JSON.stringify(delivery));
  return hash.digest('hex');
}

test('the same seed gives the same bytes, another seed others', () => {
  expect(hashOf(SMALL)).toBe(hashOf(SMALL));
  // Whoever changes this changes every sample that was ever made, which is fine when meant.
  expect(hashOf(SMALL)).toBe('72474c71afaed542b161b91a2f6eea20d013e9866d7479b5729b90671d5a35d8');
  expect(hashOf({ ...SMALL, seed: 2 })).not.toBe(hashOf(SMALL));
});

test('deliveries of one company may be read again, and at the same time', () => {
  const company = sampleCompany(SMALL);
  const [one, other] = [company.deliveries(), company.deliveries()];
  for (let month = 0; month < SMALL.months; month += 1) expect(one.next()).toEqual(other.next());
  expect(one.next().done).toBe(true);
});

test('there is one delivery per month, the last on the last day of October 2026', () => {
  for (const months of [1, 6, 18]) {
    const days = [...sampleCompany({ ...SMALL, months }).deliveries()].map((delivery) => delivery.on);
    expect(days).toHaveLength(months);
    expect(days.at(-1)).toBe('2026-10-31');
  }
});

test('nothing is delivered before it happened, and events are no older than thirty days', () => {
  for (const { on, objects } of sampleCompany(SMALL).deliveries()) {
    const endAt = startOfDay(addDays(on, 1), SAMPLE_ZONE);
    for (const object of objects) {
      expect('created' in object ? object.created : 0).toBeLessThan(endAt);
      if (object.object === 'event') expect(object.created).toBeGreaterThanOrEqual(endAt - 30 * 86_400);
    }
  }
});

test('the company has the customers that were asked for', () => {
  for (const customers of [1, 20, 90]) {
    const ids = new Set<string>();
    for (const { objects } of sampleCompany({ ...SMALL, customers }).deliveries()) {
      for (const object of objects) if (object.object === 'customer') ids.add(object.id);
    }
    expect(ids.size).toBe(customers);
  }
});

test('mail addresses and hosts are fictional', () => {
  for (const { objects } of sampleCompany(SMALL).deliveries()) {
    for (const object of objects) if (object.object === 'customer') expect(object.email).toMatch(/\.example$/);
  }
});

test('options that make no company are refused', () => {
  expect(() => sampleCompany({ ...SAMPLE_DEFAULTS, customers: 0 })).toThrow(/cannot be made/);
  expect(() => sampleCompany({ ...SAMPLE_DEFAULTS, months: 2.5 })).toThrow(/cannot be made/);
});
