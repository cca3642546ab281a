// The reported series: closed months never move, late changes post on the first open day.
import { mrr, type CivilDay, type Currency } from '../../../kernel/index.ts';
import { COUNTINGHOUSE_POLICY, type MrrPolicy } from '../policy.ts';
import { byDay, dayChanges, type DayChange } from './day-changes.ts';
import type { Movement, ReportedMovement, Span, SpanReason } from './evidence.ts';
import { classified, nothingYet, type KindPart, type Standing } from './movements.ts';

type ReportedReason = SpanReason | 'prior_period';
type FrozenMovement = Movement | ReportedMovement;
type ReportedChange = DayChange<ReportedReason>;

/** A part of the first open day's change; `originOn` is the closed day it belongs to, null for the day's own. */
interface Part {
  readonly originOn: CivilDay | null;
  readonly amount: bigint;
}

/**
 * The reported movements from `firstOpenDay` on, given those that closed months hold (`frozen`: all reported movements
 * of the customer effective before `firstOpenDay`). Frozen and returned movements together sum to the spans' levels on
 * every day from `firstOpenDay` on. What should have moved in a closed month posts on `firstOpenDay`, classified
 * against the reported series, with reason `prior_period` and the day it belongs to as `originOn` (docs/formulas.md: the one
 * series, 6).
 */
export function reportedMovements(
  frozen: readonly FrozenMovement[],
  spans: readonly Span[],
  firstOpenDay: CivilDay,
  policy: MrrPolicy = COUNTINGHOUSE_POLICY,
): ReportedMovement[] {
  const standing = standingAfter(frozen, policy);
  const economic = dayChanges(spans);
  const late = lateParts(frozen, economic, firstOpenDay);
  const first = firstDayChanges(late, economic, firstOpenDay);
  const later = byDay(economic.filter(({ effectiveOn }) => effectiveOn > firstOpenDay));
  return [
    ...(first.length === 0 ? [] : classified(first, standing, policy).flatMap(splitOver(late))),
    ...later.flatMap((changes) =>
      classified<ReportedReason>(changes, standing, policy).map((part) => reported(part, part.amount, null)),
    ),
  ];
}

/** The customer as the closed months leave them. */
function standingAfter(frozen: readonly FrozenMovement[], policy: MrrPolicy): Standing {
  const standing = nothingYet();
  const ordered = [...frozen].sort((a, b) => compare(a.effectiveOn, b.effectiveOn));
  for (const changes of byDay<ReportedReason>(ordered)) classified(changes, standing, policy);
  return standing;
}

/**
 * By price and currency: what each closed day lacks in the reported series, then the first open day's own, without
 * what cancels out.
 */
function lateParts(
  frozen: readonly FrozenMovement[],
  economic: readonly DayChange[],
  firstOpenDay: CivilDay,
): Map<string, Part[]> {
  const missing = new Map<string, Map<CivilDay, bigint>>();
  const add = (change: { priceId: string; currency: Currency }, on: CivilDay, amount: bigint) => {
    const key = keyOf(change);
    const days = missing.get(key) ?? new Map<CivilDay, bigint>();
    missing.set(key, days.set(on, (days.get(on) ?? 0n) + amount));
  };
  for (const change of economic) {
    if (change.effectiveOn <= firstOpenDay) add(change, change.effectiveOn, change.amount);
  }
  for (const movement of frozen) {
    const originOn = 'originOn' in movement ? movement.originOn : null;
    add(movement, originOn ?? movement.effectiveOn, -movement.amount);
  }
  return new Map(
    [...missing].map(([key, days]) => {
      const parts = [...days]
        .sort(([a], [b]) => compare(a, b))
        .map(([on, amount]): Part => ({ originOn: on === firstOpenDay ? null : on, amount }));
      return [key, withoutCancelled(parts)];
    }),
  );
}

/** Later parts cancel earlier ones of the other sign, the most recent first; what is left has one sign. */
function withoutCancelled(parts: readonly Part[]): Part[] {
  const left: Part[] = [];
  for (const part of parts) {
    let rest = part.amount;
    for (
      let last = left.at(-1);
      rest !== 0n && last !== undefined && isOpposite(last.amount, rest);
      last = left.at(-1)
    ) {
      left.pop();
      const sum = last.amount + rest;
      if (isOpposite(sum, rest)) left.push({ originOn: last.originOn, amount: sum });
      rest = isOpposite(sum, rest) ? 0n : sum;
    }
    if (rest !== 0n) left.push({ originOn: part.originOn, amount: rest });
  }
  return left;
}

function firstDayChanges(
  late: ReadonlyMap<string, Part[]>,
  economic: readonly DayChange[],
  firstOpenDay: CivilDay,
): ReportedChange[] {
  const own = new Map(
    economic.filter(({ effectiveOn }) => effectiveOn === firstOpenDay).map((change) => [keyOf(change), change.reason]),
  );
  return [...late]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([key, parts]): ReportedChange[] => {
      const amount = parts.reduce((sum, part) => sum + part.amount, 0n);
      if (amount === 0n) return [];
      const isOwn = parts.some(({ originOn }) => originOn === null);
      const reason = isOwn ? (own.get(key) ?? 'prior_period') : 'prior_period';
      return [{ effectiveOn: firstOpenDay, ...placeOf(key), amount, reason }];
    });
}

/** Spreads each kind's part of a change over the days that it comes from, the earliest first. */
function splitOver(late: ReadonlyMap<string, Part[]>): (part: KindPart<ReportedReason>) => ReportedMovement[] {
  const open = new Map([...late].map(([key, parts]) => [key, [...parts]]));
  return (part) => {
    const parts = open.get(keyOf(part.change)) ?? [];
    const movements: ReportedMovement[] = [];
    let rest: bigint = part.amount;
    while (rest !== 0n) {
      const next = parts.shift() ?? { originOn: null, amount: rest };
      const isWhole = next.amount < 0n ? next.amount >= rest : next.amount <= rest;
      const taken = isWhole ? next.amount : rest;
      if (!isWhole) parts.unshift({ originOn: next.originOn, amount: next.amount - taken });
      movements.push(reported(part, taken, next.originOn));
      rest -= taken;
    }
    return movements;
  };
}

function reported(
  { change, kind }: KindPart<ReportedReason>,
  amount: bigint,
  originOn: CivilDay | null,
): ReportedMovement {
  const { effectiveOn, priceId, currency, reason } = change;
  const told = originOn === null ? reason : 'prior_period';
  return { effectiveOn, priceId, currency, kind, amount: mrr(amount), reason: told, originOn };
}

/** Currency before price, as movements are ordered. */
function keyOf({ priceId, currency }: { priceId: string; currency: Currency }): string {
  return `${currency} ${priceId}`;
}

function placeOf(key: string): { currency: Currency; priceId: string } {
  return { currency: key.slice(0, 3) as Currency, priceId: key.slice(4) };
}

function isOpposite(a: bigint, b: bigint): boolean {
  return (a > 0n && b < 0n) || (a < 0n && b > 0n);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
