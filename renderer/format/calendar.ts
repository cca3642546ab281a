// Writes months, days and instants, and steps between months for the choice of a period.
import { LOCALE } from './amounts.ts';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

const longMonth = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const mediumDay = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });
const instants = new Map<string, Intl.DateTimeFormat>();

/** True for `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** `October 2026` for `2026-10`. */
export function monthText(month: string): string {
  return longMonth.format(new Date(`${month}-01T00:00:00Z`));
}

/** `Oct 2026` for `2026-10`. */
export function monthShortText(month: string): string {
  return shortMonth.format(new Date(`${month}-01T00:00:00Z`));
}

/** `Oct 31, 2026` for `2026-10-31`. */
export function dayText(day: string): string {
  return mediumDay.format(new Date(`${day}T00:00:00Z`));
}

/** Epoch seconds as a day and minute in the zone: `Oct 31, 2026, 2:05 PM`. */
export function instantText(at: number, timeZone: string): string {
  return zoned(timeZone, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at * 1000));
}

/** Epoch seconds as a day in the zone: `Oct 31, 2026`. */
export function instantDayText(at: number, timeZone: string): string {
  return zoned(timeZone, { dateStyle: 'medium' }).format(new Date(at * 1000));
}

/** The month `count` months before: `2026-01` less 1 is `2025-12`. */
export function monthBefore(month: string, count = 1): string {
  const [, year = '', number = ''] = MONTH.exec(month) ?? [];
  const months = Number(year) * 12 + Number(number) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** True when the last day known lies inside the month and is not its last. */
export function isCutShort(month: string, through: string | null): boolean {
  if (through === null || through.slice(0, 7) !== month) return false;
  const dayAfter = new Date(`${through}T00:00:00Z`);
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1);
  return dayAfter.getUTCDate() !== 1;
}

function zoned(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${options.timeStyle ?? ''}`;
  const kept = instants.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
  instants.set(key, made);
  return made;
}
