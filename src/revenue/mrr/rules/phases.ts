// What a subscription's status was, from when: dated by events, inferred where only a later state tells.
import type { MrrPolicy } from '../policy.ts';
import type { Bill } from './bills.ts';
import type { SubscriptionEvidence, SubscriptionState, SubscriptionStatus } from './evidence.ts';

/** What a status means for MRR. */
export type Standing = 'counting' | 'trial' | 'incomplete' | 'unpaid' | 'paused' | 'ended';

/** A state as it was seen, and the stretch in which what it shows began. */
export interface SeenState {
  readonly state: SubscriptionState;
  /** What came before was certainly otherwise or unknown until here. */
  readonly since: number;
  /** It was so here at the latest. */
  readonly seenAt: number;
  /** What changed did so at `seenAt`: an event says it. */
  readonly isDated: boolean;
  /** Nothing earlier is known of the status. */
  readonly isFirst: boolean;
}

/** A standing until the next phase begins. */
export interface Phase {
  readonly standing: Standing;
  readonly from: number;
  readonly to: number;
  readonly state: SubscriptionState;
}

/** All states in order, each event's own after the one that it says came before; the present last unless an event is later. */
export function seenStates(evidence: SubscriptionEvidence, beganAt: number): SeenState[] {
  const seen: SeenState[] = [];
  const dated = [...evidence.dated].sort(
    (a, b) => a.state.at - b.state.at || (a.state.sourceId < b.state.sourceId ? -1 : 1),
  );
  let since = beganAt;
  for (const { state, before } of dated) {
    if (before !== null)
      seen.push({ state: before, since, seenAt: state.at, isDated: false, isFirst: seen.length === 0 });
    seen.push({ state, since, seenAt: state.at, isDated: true, isFirst: seen.length === 0 });
    since = state.at;
  }
  const { present } = evidence;
  const isEarlier = present !== null && present.at < since && !isEnded(present);
  if (present !== null && !(isEarlier && seen.length > 0)) {
    seen.push({
      state: present,
      since,
      seenAt: Math.max(present.at, since),
      isDated: present.isDated,
      isFirst: seen.length === 0,
    });
  }
  return seen;
}

/** The subscription's standings in order; consecutive states of one standing are one phase. */
export function phasesOf(
  seen: readonly SeenState[],
  bills: readonly Bill[],
  policy: MrrPolicy,
  beganAt: number,
): Phase[] {
  const starts: { standing: Standing; from: number; state: SubscriptionState }[] = [];
  for (const sight of seen) {
    const standing = standingOf(sight.state, policy);
    const last = starts.at(-1);
    if (last?.standing === standing) {
      last.state = sight.state;
      continue;
    }
    starts.push({
      standing,
      from: beginningOf(sight, standing, last?.standing ?? null, bills, beganAt),
      state: sight.state,
    });
  }
  return starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? Number.POSITIVE_INFINITY }));
}

export function isEnded(state: SubscriptionState): boolean {
  return state.endedAt !== null || state.status === 'canceled';
}

/** When a service period that was billed and charged runs out last, of those that began before the instant; null without one. */
export function billedUntil(bills: readonly Bill[], before: number): number | null {
  let end: number | null = null;
  for (const bill of bills) {
    if (bill.at > before) break;
    if (bill.isCharged) end = Math.max(end ?? bill.endAt, bill.endAt);
  }
  return end;
}

const STANDINGS: Readonly<Record<SubscriptionStatus, Standing>> = {
  incomplete: 'incomplete',
  incomplete_expired: 'incomplete',
  trialing: 'trial',
  active: 'counting',
  past_due: 'counting',
  unpaid: 'unpaid',
  paused: 'paused',
  canceled: 'ended',
};

function standingOf(state: SubscriptionState, policy: MrrPolicy): Standing {
  if (state.status === 'past_due' && policy.pastDue === 'excluded') return 'unpaid';
  if (state.status === 'incomplete_expired') return 'incomplete';
  return isEnded(state) ? 'ended' : STANDINGS[state.status];
}

function beginningOf(
  { state, since, seenAt, isDated, isFirst }: SeenState,
  standing: Standing,
  before: Standing | null,
  bills: readonly Bill[],
  beganAt: number,
): number {
  if (standing === 'ended') return state.endedAt ?? seenAt;
  if (standing === 'incomplete' && isFirst) return beganAt;
  if (standing === 'counting' && isFirst) return beganAt;
  if (standing === 'trial')
    return isDated && !isFirst ? seenAt : Math.max(since, Math.min(state.trialStartAt ?? state.startAt, seenAt));
  if (isDated && !isFirst)
    return standing === 'counting' && before === 'trial' ? within(state.trialEndAt ?? seenAt, since, seenAt) : seenAt;
  switch (standing) {
    case 'counting': {
      if (before === 'trial') return within(state.trialEndAt ?? seenAt, since, seenAt);
      if (before === 'incomplete') return since;
      return bills.find((bill) => bill.isCharged && bill.at > since && bill.at <= seenAt)?.at ?? seenAt;
    }
    case 'unpaid':
      return within(billedUntil(bills, seenAt) ?? seenAt, since, seenAt);
    case 'paused':
      return within(Math.max(billedUntil(bills, seenAt) ?? since, state.trialEndAt ?? since), since, seenAt);
    case 'incomplete':
      return since;
  }
}

function within(at: number, low: number, high: number): number {
  return Math.max(low, Math.min(at, high));
}
