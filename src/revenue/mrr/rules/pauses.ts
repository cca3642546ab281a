// Pauses: what is not billed does not count, from the first unbilled period until the first billed one again.
import type { Bill } from './bills.ts';
import { gate, type Gate } from './gates.ts';
import type { Phase, SeenState } from './phases.ts';
import { isPausing } from './unbilled.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * The stretches in which collection was paused with `void` or `mark_uncollectible`, or the status was `paused`
 * (docs/formulas.md: paused). Keeping drafts is no pause. Invoices that were closed as they were finalized show one by themselves.
 */
export function pauseGates(seen: readonly SeenState[], phases: readonly Phase[], bills: readonly Bill[]): Gate[] {
  return [...unbilledGates(seen, bills), ...collectionGates(seen, bills), ...statusGates(phases, bills)];
}

function statusGates(phases: readonly Phase[], bills: readonly Bill[]): Gate[] {
  return phases.flatMap(({ standing, from, to }, index) => {
    if (standing !== 'paused') return [];
    // A trial that ends without a payment method goes on as one.
    if (phases[index - 1]?.standing === 'trial') return [gate('trial', from, to, 'paused')];
    const covering = bills.findLast((bill) => bill.isCharged && bill.at <= from && bill.endAt > from);
    return [paused(covering?.endAt ?? from, to)];
  });
}

/** Each run of unbilled periods, until the next billed one; without one, until its own end if nothing is paused any more. */
function unbilledGates(seen: readonly SeenState[], bills: readonly Bill[]): Gate[] {
  const last = seen.at(-1)?.state;
  return bills.flatMap((bill, index) => {
    if (!bill.isUnbilled) return [];
    const next = bills.slice(index + 1).find((other) => other.full.length > 0);
    if (next !== undefined) return [paused(bill.at, next.at)];
    return [paused(bill.at, last === undefined || isPausing(last) ? FOREVER : bill.endAt)];
  });
}

function collectionGates(seen: readonly SeenState[], bills: readonly Bill[]): Gate[] {
  const gates: Gate[] = [];
  for (const [index, sight] of seen.entries()) {
    const previous = seen[index - 1];
    if (!isPausing(sight.state) || (previous !== undefined && isPausing(previous.state))) continue;
    const isOnsetKnown = sight.isDated && previous !== undefined;
    const from = isOnsetKnown ? periodEndAfter(sight, bills) : firstUnbilledOf(sight, bills);
    const resumed = seen.slice(index + 1).find(({ state }) => !isPausing(state));
    const resumesAt = sight.state.pause?.resumesAt ?? null;
    if (resumed === undefined && resumesAt !== null && resumesAt <= from) continue;
    if (resumed !== undefined && resumed.seenAt <= from) continue;
    const billedAt = bills.find(
      (bill) => bill.at >= from && wasBilled(bill, resumed?.seenAt ?? resumesAt ?? FOREVER),
    )?.at;
    gates.push(
      paused(
        from,
        billedAt ?? (resumed === undefined ? FOREVER : (resumed.state.currentPeriodEndAt ?? resumed.seenAt)),
      ),
    );
  }
  return gates;
}

/** Whether the bill ends a pause: one that was voided or written off does so only after collection resumed. */
function wasBilled(bill: Bill, resumedAt: number): boolean {
  return bill.full.length > 0 && !bill.isUnbilled && (!bill.isClosed || bill.at >= resumedAt);
}

/** The pause began at the event: the period in progress was billed, unless its own invoice says otherwise. */
function periodEndAfter({ state, seenAt }: SeenState, bills: readonly Bill[]): number {
  const current = bills.findLast((bill) => bill.at <= seenAt && bill.full.length > 0 && bill.endAt > seenAt);
  if (current?.isUnbilled === true) return current.at;
  return current?.endAt ?? state.currentPeriodEndAt ?? seenAt;
}

/** The pause began some time before: what was billed last counts to its end, and where nothing was, the current period does not. */
function firstUnbilledOf({ state, seenAt, since }: SeenState, bills: readonly Bill[]): number {
  const ends = bills.filter((bill) => bill.isCharged && !bill.isClosed).map((bill) => bill.endAt);
  const until = ends.length === 0 ? (state.currentPeriodStartAt ?? seenAt) : Math.max(...ends);
  return Math.max(since, until);
}

function paused(from: number, to: number): Gate {
  return gate('paused', from, to, 'paused');
}
