// How far a time zone is from UTC, read piece by piece from the IANA data that comes with the runtime: a start
// of the program pays for the years it looks at, not for all there are.
import { CountinghouseError } from './errors.ts';

/** From `startsAt` (epoch seconds) on, local time is UTC plus `offset` seconds. */
export interface OffsetSpan {
  readonly startsAt: number;
  readonly offset: number;
}

/** Seconds of a piece, about a year; pieces are numbered from 1970. */
const PIECE = 2 ** 25;
/** Shorter than any time between two changes of a zone. */
const PROBE = 2 ** 19;
/** From 1970 to 2100; what lies outside has the offset of the nearest end. */
const LAST_PIECE = 122;

interface Zone {
  readonly offsetAt: (at: number) => number;
  readonly pieces: (readonly OffsetSpan[] | undefined)[];
}

const zones = new Map<string, Zone>();

/** Seconds to add to UTC for local time at the instant. Raises `bad_input` for a name that is no zone. */
export function offsetAt(zone: string, at: number): number {
  const spans = pieceOf(zoneOf(zone), pieceNumber(at));
  let index = spans.length - 1;
  while (index > 0 && (spans[index]?.startsAt ?? 0) > at) index -= 1;
  return spans[index]?.offset ?? 0;
}

/** The offsets from one instant to another, in order; the first begins at or before `from`. */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  for (let number = pieceNumber(from); number <= pieceNumber(to); number += 1)
    spans.push(...pieceOf(zoneOf(zone), number));
  return spans;
}

/** Raises `bad_input` for a name that is no zone. */
export function requireZone(zone: string): void {
  zoneOf(zone);
}

function pieceNumber(at: number): number {
  return Math.min(Math.max(Math.floor(at / PIECE), 0), LAST_PIECE);
}

function pieceOf({ offsetAt: read, pieces }: Zone, number: number): readonly OffsetSpan[] {
  const known = pieces[number];
  if (known !== undefined) return known;
  const start = number * PIECE;
  let offset = read(start);
  const spans: OffsetSpan[] = [{ startsAt: number === 0 ? Number.NEGATIVE_INFINITY : start, offset }];
  for (let at = start + PROBE; at <= start + PIECE; at += PROBE) {
    const later = read(at - 1);
    if (later === offset) continue;
    spans.push({ startsAt: changeBetween(read, at - PROBE, at - 1), offset: later });
    offset = later;
  }
  pieces[number] = spans;
  return spans;
}

/** The first instant after `low` with the offset that `high` has; it changes once between them. */
function changeBetween(read: (at: number) => number, low: number, high: number): number {
  const before = read(low);
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (read(middle) === before) from = middle;
    else to = middle;
  }
  return to;
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = { offsetAt: offsetReader(name), pieces: [] };
  zones.set(name, zone);
  return zone;
}

function offsetReader(name: string): (at: number) => number {
  if (name === 'UTC') return () => 0;
  const clock = clockOf(name);
  return (at) => {
    const [, month, day, year, hour, minute, second] =
      /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(clock.format(at * 1000)) ?? [];
    return (
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000 - at
    );
  };
}

function clockOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (cause) {
    throw new CountinghouseError(
      'bad_input',
      {
        what: `"${name}" is not a time zone of the IANA database`,
        fix: 'Use a name such as Europe/Berlin, America/New_York or UTC',
      },
      cause,
    );
  }
}
