// The sample company's time: a fixed last month, whatever today is, so that the same seed gives the same bytes forever.
import {
  addDays,
  addMonths,
  dayFromNumber,
  firstDayOf,
  instant,
  lastDayOf,
  numberOfDay,
  startOfDay,
  timeZone,
  type CivilDay,
  type Instant,
  type Month,
  month,
} from '../../kernel/index.ts';

/** The zone in which the company keeps its books; it has daylight saving. */
export const SAMPLE_ZONE = timeZone('America/New_York');
/** The currency in which it reports. */
export const SAMPLE_CURRENCY = 'USD';
/** The last month that the sample tells of. */
export const LAST_MONTH: Month = month('2026-10');

export const DAY = 86_400;
export const HOUR = 3_600;
/** Stripe's events can be read for this long. */
export const EVENT_LIFE = 30 * DAY;

/** The months of a company that is so many months old. */
export interface Calendar {
  readonly firstMonth: Month;
  readonly months: number;
  /** The first instant of the company's first month. */
  readonly startAt: Instant;
}

export function calendarOf(months: number): Calendar {
  const firstMonth = addMonths(LAST_MONTH, 1 - months);
  return { firstMonth, months, startAt: startOfDay(firstDayOf(firstMonth), SAMPLE_ZONE) };
}

/** First and last moment of the company's month number `index` (0 is its first), and its last day. */
export function monthBounds(
  calendar: Calendar,
  index: number,
): { readonly startAt: Instant; readonly endAt: Instant; readonly lastOn: CivilDay } {
  const value = addMonths(calendar.firstMonth, index);
  return {
    startAt: startOfDay(firstDayOf(value), SAMPLE_ZONE),
    endAt: startOfDay(firstDayOf(addMonths(value, 1)), SAMPLE_ZONE),
    lastOn: lastDayOf(value),
  };
}

/** The last second of the day in New York. */
export function endOfDay(day: CivilDay): Instant {
  return instant(startOfDay(addDays(day, 1), SAMPLE_ZONE) - 1);
}

/**
 * An instant told as a scenario tells it: so many months before the last one (0 is the last), the day of the month
 * (clamped to the month's length) and the local time of day in New York.
 */
export function monthsBack(back: number, day: number, hour = 12, minute = 0): Instant {
  const value = addMonths(LAST_MONTH, -back);
  const first = firstDayOf(value);
  const length = numberOfDay(lastDayOf(value)) - numberOfDay(first) + 1;
  const on = addDays(first, Math.min(day, length) - 1);
  return instant(startOfDay(on, SAMPLE_ZONE) + hour * HOUR + minute * 60);
}

/** The day of an instant in UTC, as Stripe words it on invoice lines: `12 May 2026`. */
export function wordedDay(at: number): string {
  const [year, monthNumber, day] = dayFromNumber(Math.floor(at / DAY)).split('-');
  return `${Number(day)} ${MONTH_NAMES[Number(monthNumber) - 1]} ${year}`;
}

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
