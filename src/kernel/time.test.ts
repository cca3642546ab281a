// Instants, civil days and months, across daylight saving and skipped hours.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { CountinghouseError } from './errors.ts';
import {
  addDays,
  addMonths,
  addMonthsClamped,
  type CivilDay,
  civilDay,
  dayFromNumber,
  dayOfInstant,
  firstDayOf,
  instant,
  instantText,
  lastDayOf,
  month,
  monthOfDay,
  monthsBetween,
  monthsFrom,
  numberOfDay,
  startOfDay,
  timeZone,
} from './time.ts';

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Chatham',
  'Asia/Tokyo',
  'America/St_Johns',
  'Africa/Casablanca',
];
const at = (text: string) => instant(Date.parse(text) / 1000);
const anyZone = fc.constantFrom(...ZONES).map(timeZone);
const anyDay = fc
  .integer({ min: numberOfDay(civilDay('1970-01-03')), max: numberOfDay(civilDay('2099-12-30')) })
  .map(dayFromNumber);

describe('days and months', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', '2026-02-30'])(
    '"%s" is no day',
    (text) => {
      expect(() => civilDay(text)).toThrow(CountinghouseError);
    },
  );

  test.each(['2026-13', '2026-00', '2026', '2026-1', '2026-01-01'])('"%s" is no month', (text) => {
    expect(() => month(text)).toThrow(CountinghouseError);
  });

  test('a leap day is a day', () => {
    expect(civilDay('2024-02-29')).toBe('2024-02-29');
    expect(lastDayOf(month('2024-02'))).toBe('2024-02-29');
    expect(lastDayOf(month('2100-02'))).toBe('2100-02-28');
  });

  test('days and months are counted on and back', () => {
    expect(addDays(civilDay('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(monthsFrom(month('2025-11'), month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsFrom(month('2026-02'), month('2026-01'))).toEqual([]);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, step) => {
        expect(numberOfDay(addDays(day, step)) - numberOfDay(day)).toBe(step);
        const start = monthOfDay(day);
        expect(monthsBetween(start, addMonths(start, step))).toBe(step);
        expect(addDays(lastDayOf(start), 1)).toBe(firstDayOf(addMonths(start, 1)));
      }),
    );
  });

  test('billing anchors clamp to the end of the month and do not drift', () => {
    const anchor = at('2026-01-31T09:30:15Z');
    const months = [1, 2, 3, 13].map((count) => instantText(addMonthsClamped(anchor, count)));
    expect(months).toEqual([
      '2026-02-28T09:30:15Z',
      '2026-03-31T09:30:15Z',
      '2026-04-30T09:30:15Z',
      '2027-02-28T09:30:15Z',
    ]);
    expect(instantText(addMonthsClamped(at('2024-02-29T00:00:00Z'), 12))).toBe('2025-02-28T00:00:00Z');
    expect(instantText(addMonthsClamped(anchor, -2))).toBe('2025-11-30T09:30:15Z');
  });
});

describe('zones', () => {
  test.each(['Mars/Olympus', '', 'not a zone'])('"%s" is no zone', (name) => {
    expect(() => timeZone(name)).toThrow(CountinghouseError);
  });

  test.each([
    ['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    ['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['2026-01-31T18:14:59Z', 'Asia/Kathmandu', '2026-01-31'],
    ['2026-01-31T18:15:00Z', 'Asia/Kathmandu', '2026-02-01'],
  ])('%s in %s is %s', (text, zone, day) => {
    expect(dayOfInstant(at(text), timeZone(zone))).toBe(day);
  });

  test('a day is 23 or 25 hours long where the clocks change', () => {
    const newYork = timeZone('America/New_York');
    const hours = (day: CivilDay) => (startOfDay(addDays(day, 1), newYork) - startOfDay(day, newYork)) / 3600;
    expect(hours(civilDay('2026-03-08'))).toBe(23);
    expect(hours(civilDay('2026-11-01'))).toBe(25);
    expect(hours(civilDay('2026-07-01'))).toBe(24);
  });

  test('where midnight is skipped, the day begins after the gap', () => {
    expect(instantText(startOfDay(civilDay('2018-11-04'), timeZone('America/Sao_Paulo')))).toBe('2018-11-04T03:00:00Z');
  });

  test('where midnight comes twice, the day begins at the first', () => {
    const havana = timeZone('America/Havana');
    expect(instantText(startOfDay(civilDay('2026-11-01'), havana))).toBe('2026-11-01T04:00:00Z');
  });

  test('a day begins where the IANA data says, and the second before is the day before', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        const start = startOfDay(day, zone);
        expect(start).toBe(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds / 1000);
        expect(dayOfInstant(start, zone)).toBe(day);
        expect(dayOfInstant(instant(start - 1), zone)).toBe(addDays(day, -1));
      }),
      { numRuns: 300 },
    );
  });

  test('an instant falls on the day that the IANA data says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 86_400, max: 4_102_000_000 }), anyZone, (seconds, zone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
          .toZonedDateTimeISO(zone)
          .toPlainDate();
        expect(dayOfInstant(instant(seconds), zone)).toBe(expected.toString());
      }),
      { numRuns: 300 },
    );
  });

  test('an instant is a whole number of seconds', () => {
    expect(() => instant(1.5)).toThrow(CountinghouseError);
    expect(instantText(instant(0))).toBe('1970-01-01T00:00:00Z');
  });
});
