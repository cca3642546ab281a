// Trials: nothing counts until they end, and what is never billed afterwards was never converted.
import type { Bill } from './bills.ts';
import { gate, type Gate } from './gates.ts';
import type { SubscriptionState } from './evidence.ts';
import type { Phase, SeenState } from './phases.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/**
 * The stretches that are trials (docs/formulas.md: trials count nothing): those that states date, where a later state may have
 * moved the end; those that status `trialing` shows, until something shows that the trial became a paid period; and
 * periods that invoices bill at nothing although their prices cost something.
 */
export function trialGates(seen: readonly SeenState[], phases: readonly Phase[], bills: readonly Bill[]): Gate[] {
  const ends = trialEnds(seen);
  const gates = [
    ...[...ends].map(([start, end]) => trial(start, end)),
    ...phases.flatMap((phase, index) =>
      phase.standing === 'trial' ? [phaseGate(phase, phases[index + 1], ends, bills)] : [],
    ),
    ...bills.flatMap((bill) => (bill.isTrial ? [trial(bill.at, endOfTrialBill(bill, ends, seen, bills))] : [])),
  ];
  const unconvertedFrom = unconverted(seen, phases, ends, bills);
  return unconvertedFrom === null ? gates : [...gates, trial(unconvertedFrom, FOREVER)];
}

/** When each trial ends, by its start; the latest state that knows of it is right. */
function trialEnds(seen: readonly SeenState[]): Map<number, number> {
  const ends = new Map<number, number>();
  for (const { state } of seen) {
    if (state.trialEndAt !== null) ends.set(startOfTrial(state), state.trialEndAt);
  }
  return ends;
}

function startOfTrial(state: SubscriptionState): number {
  return state.trialStartAt ?? state.startAt;
}

function phaseGate(
  phase: Phase,
  next: Phase | undefined,
  ends: ReadonlyMap<number, number>,
  bills: readonly Bill[],
): Gate {
  const end = ends.get(startOfTrial(phase.state)) ?? phase.state.trialEndAt;
  if (end === null) return trial(phase.from, phase.to);
  const isPaidNext = next !== undefined && (next.standing === 'counting' || next.standing === 'unpaid');
  const isBilledNext = bills.some((bill) => bill.isCharged && bill.at >= end && bill.at < phase.to);
  return trial(phase.from, isPaidNext || isBilledNext ? Math.min(end, phase.to) : phase.to);
}

/**
 * A period billed at nothing lasts until its end, a trial's known end within it, or the next charge. Where the bills
 * go on later than it ends and nothing shows the subscription active in between, it waited for a payment method.
 */
function endOfTrialBill(
  bill: Bill,
  ends: ReadonlyMap<number, number>,
  seen: readonly SeenState[],
  bills: readonly Bill[],
): number {
  const known = [...ends.values()].filter((end) => end > bill.at && end < bill.endAt);
  const charge = bills.find((other) => other.isCharged && other.at > bill.at)?.at ?? FOREVER;
  const end = Math.min(bill.endAt, ...known, charge);
  if (charge === FOREVER || charge === end) return end;
  const wasActive = seen.some(({ state, seenAt }) => isPaidStatus(state) && seenAt < charge);
  const wasBilled = bills.some((other) => other.full.length > 0 && other.at > bill.at && other.at < charge);
  return wasActive || wasBilled ? end : charge;
}

function isPaidStatus({ status }: SubscriptionState): boolean {
  return status === 'active' || status === 'past_due' || status === 'unpaid';
}

/**
 * From when an ended subscription counts nothing since its trial was never billed: its invoices are known, and none
 * charges anything after the trial; nor did any event see it active. Null when it was converted or nothing tells.
 */
function unconverted(
  seen: readonly SeenState[],
  phases: readonly Phase[],
  ends: ReadonlyMap<number, number>,
  bills: readonly Bill[],
): number | null {
  if (phases.at(-1)?.standing !== 'ended' || ends.size === 0 || bills.length === 0) return null;
  const end = Math.max(...ends.values());
  const isCharged = bills.some((bill) => bill.isCharged || bill.prorations.some(({ line }) => line.amountMinor > 0));
  const wasSeenPaid = seen.some(({ state }) => isPaidStatus(state));
  return isCharged || wasSeenPaid ? null : end;
}

function trial(from: number, to: number): Gate {
  return gate('trial', from, to, 'free_or_fully_discounted');
}
