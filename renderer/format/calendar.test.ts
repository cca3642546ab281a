// Months, days and instants as the screens write them.
import { expect, it } from 'vitest';
import {
  dayText,
  instantDayText,
  instantText,
  isCutShort,
  isMonth,
  monthBefore,
  monthShortText,
  monthText,
} from './calendar.ts';

it('steps back over the turn of a year', () => {
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(monthBefore('2026-10', 23)).toBe('2024-11');
  expect(monthBefore('2026-10', 0)).toBe('2026-10');
});

it('tells months from other text', () => {
  expect(['2026-10', '2026-13', '2026-1', '10-2026', ''].map(isMonth)).toEqual([true, false, false, false, false]);
});

it('writes months and days as they are, whatever the zone of the machine', () => {
  expect(monthText('2026-10')).toBe('October 2026');
  expect(monthShortText('2026-10')).toBe('Oct 2026');
  expect(dayText('2026-03-01')).toBe('Mar 1, 2026');
});

it('writes instants in the workspace zone', () => {
  const at = Date.UTC(2026, 10, 1, 3, 30) / 1000;
  expect(instantDayText(at, 'America/New_York')).toBe('Oct 31, 2026');
  expect(instantText(at, 'UTC').replace(/\s/g, ' ')).toBe('Nov 1, 2026, 3:30 AM');
});

it('knows a month that is not over', () => {
  expect(isCutShort('2026-10', '2026-10-31')).toBe(false);
  expect(isCutShort('2026-10', '2026-10-30')).toBe(true);
  expect(isCutShort('2026-09', '2026-10-30')).toBe(false);
  expect(isCutShort('2026-10', null)).toBe(false);
});
