// Instants are UTC epoch seconds; civil days and months are calendar text and belong to a time zone.
import { CountinghouseError } from './errors.ts';
import { offsetAt, offsetSpans, requireZone } from './zone-offsets.ts';

declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;
declare const zoneBrand: unique symbol;

/** Whole seconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };
/** A calendar day, `YYYY-MM-DD`. */
export type CivilDay = string & { readonly [dayBrand]: true };
/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly [monthBrand]: true };
/** The name of a zone in the IANA database. */
export type TimeZone = string & { readonly [zoneBrand]: true };

const DAY_SECONDS = 86_400;

/** Whole epoch seconds as an instant. Raises `bad_input` when they are no safe integer. */
export function instant(epochSeconds: number): Instant {
  if (!Number.isSafeInteger(epochSeconds)) {
    throw new CountinghouseError('bad_input', { what: `${epochSeconds} is not a time in whole epoch seconds` });
  }
  return epochSeconds as Instant;
}

/** A day from `YYYY-MM-DD`. Raises `bad_input` for other text and for days that do not exist. */
export function civilDay(text: string): CivilDay {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(numberOfDay(text as CivilDay)) === text)
    return text as CivilDay;
  throw new CountinghouseError('bad_input', {
    what: `"${text}" is not a calendar day`,
    fix: 'Write it as YYYY-MM-DD, such as 2026-03-31',
  });
}

/** A month from `YYYY-MM`. Raises `bad_input` for other text. */
export function month(text: string): Month {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text as Month;
  throw new CountinghouseError('bad_input', {
    what: `"${text}" is not a calendar month`,
    fix: 'Write it as YYYY-MM, such as 2026-03',
  });
}

/** A zone of the IANA database. Raises `bad_input` when it is not one. */
export function timeZone(name: string): TimeZone {
  requireZone(name);
  return name as TimeZone;
}

/** Days since 1970-01-01 of the proleptic Gregorian calendar. */
export function numberOfDay(day: CivilDay): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / (DAY_SECONDS * 1000)
  );
}

/** The day that lies so many days after 1970-01-01. */
export function dayFromNumber(number: number): CivilDay {
  return new Date(number * DAY_SECONDS * 1000).toISOString().slice(0, 10) as CivilDay;
}

export function addDays(day: CivilDay, days: number): CivilDay {
  return dayFromNumber(numberOfDay(day) + days);
}

/** The calendar day that the instant falls on in the zone. */
export function dayOfInstant(at: Instant, zone: TimeZone): CivilDay {
  return dayFromNumber(Math.floor((at + offsetAt(zone, at)) / DAY_SECONDS));
}

/** The first instant of the day in the zone; where midnight is skipped, the first instant after the gap. */
export function startOfDay(day: CivilDay, zone: TimeZone): Instant {
  const local = numberOfDay(day) * DAY_SECONDS;
  const spans = offsetSpans(zone, local - 2 * DAY_SECONDS, local + 2 * DAY_SECONDS);
  for (const [index, { startsAt, offset }] of spans.entries()) {
    const at = Math.max(local - offset, startsAt);
    if (at < (spans[index + 1]?.startsAt ?? Number.POSITIVE_INFINITY)) return at as Instant;
  }
  throw new RangeError(`no start of ${day} in ${zone}`);
}

export function monthOfDay(day: CivilDay): Month {
  return day.slice(0, 7) as Month;
}

export function firstDayOf(value: Month): CivilDay {
  return `${value}-01` as CivilDay;
}

export function lastDayOf(value: Month): CivilDay {
  return addDays(firstDayOf(addMonths(value, 1)), -1);
}

export function addMonths(value: Month, months: number): Month {
  const index = Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** Months from `from` to `to`: 0 for the same month, negative when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** Every month from `from` to `to`, both included; none when `to` is earlier. */
export function monthsFrom(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => addMonths(from, index));
}

/** So many months later at the same time of day in UTC, clamped to the month's end (docs/formulas.md: billing anchors). */
export function addMonthsClamped(at: Instant, months: number): Instant {
  const date = new Date(at * 1000);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return (Date.UTC(
    date.getUTCFullYear(),
    date.getUTCMonth() + months,
    Math.min(date.getUTCDate(), lastDay),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ) / 1000) as Instant;
}

/** The instant as ISO 8601 in UTC, `2026-03-31T12:00:00Z`. */
export function instantText(at: Instant): string {
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}
