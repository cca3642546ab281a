// When a subscription counts: from its beginning, outside the gates that its status, trials, pauses and end make.
import type { MrrPolicy } from '../policy.ts';
import { statesOf, type Bill } from './bills.ts';
import { gate, type Gate } from './gates.ts';
import type { SpanReason, SubscriptionEvidence, SubscriptionState } from './evidence.ts';
import { pauseGates } from './pauses.ts';
import { isEnded, phasesOf, seenStates, type Phase, type SeenState } from './phases.ts';
import { trialGates } from './trials.ts';

export interface Lifecycle {
  readonly beganAt: number;
  /** The strongest first: where two overlap, the earlier one says why. */
  readonly gates: readonly Gate[];
}

const FOREVER = Number.POSITIVE_INFINITY;

/** The earliest instant that the subscription or its bills begin at; null when there is neither. */
export function beginningOf(evidence: SubscriptionEvidence, bills: readonly Bill[]): number | null {
  const starts = statesOf(evidence).map((state): number => state.startAt);
  const [first] = bills;
  if (first !== undefined) starts.push(first.at);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** When the subscription counts. `deletedAt` is when its customer was deleted, which ends it. */
export function lifecycleOf(
  evidence: SubscriptionEvidence,
  bills: readonly Bill[],
  beganAt: number,
  deletedAt: number | null,
  policy: MrrPolicy,
): Lifecycle {
  const seen = seenStates(evidence, beganAt);
  const phases = phasesOf(seen, bills, policy, beganAt);
  const gates: Gate[] = [
    ...endGates(seen, bills, policy),
    ...(deletedAt === null ? [] : [gate('ended', deletedAt, FOREVER, 'canceled_unknown')]),
    ...statusGates(phases, 'incomplete', 'canceled_unknown'),
    ...trialGates(seen, phases, bills),
    ...statusGates(phases, 'unpaid', 'canceled_involuntary'),
    ...(policy.paused === 'counts' ? [] : pauseGates(seen, phases, bills)),
  ];
  return { beganAt, gates: gates.filter(({ from, to }) => from < to).sort(byStrength) };
}

/** The gate that is shut at the instant, the one that says why where several are; null while the subscription counts. */
export function gateAt({ gates }: Lifecycle, at: number): Gate | null {
  return gates.find(({ from, to }) => from <= at && at < to) ?? null;
}

/** Why a cancellation happened, by Stripe's reason (docs/formulas.md: what MRR counts, `unpaid`, `canceled`). */
function cancellationReasonOf(state: SubscriptionState): SpanReason {
  if (state.cancellationReason === null) return 'canceled_unknown';
  return state.cancellationReason === 'payment_failed' ? 'canceled_involuntary' : 'canceled_voluntary';
}

function endGates(seen: readonly SeenState[], bills: readonly Bill[], policy: MrrPolicy): Gate[] {
  const last = seen.at(-1)?.state;
  if (last === undefined) {
    // Only invoices tell of it: nothing says that it went on after what they bill.
    const end = Math.max(...bills.map(coverageEnd));
    return [gate('ended', end, FOREVER, 'canceled_unknown')];
  }
  const isRequestEnough = policy.scheduledCancellation === 'when_requested';
  const ended = seen.findLast(({ state }) => isEnded(state))?.state;
  if (ended !== undefined) {
    const endedAt = ended.endedAt ?? ended.canceledAt ?? ended.at;
    const requestedAt = isRequestEnough ? ended.canceledAt : null;
    return [gate('ended', Math.min(endedAt, requestedAt ?? endedAt), FOREVER, cancellationReasonOf(ended))];
  }
  const scheduledAt = last.cancelAt ?? (last.isCancelAtPeriodEnd ? last.currentPeriodEndAt : null);
  if (scheduledAt === null || bills.some((bill) => bill.at >= scheduledAt && bill.full.length > 0)) return [];
  const from = isRequestEnough ? (last.canceledAt ?? scheduledAt) : scheduledAt;
  return [gate('ended', from, FOREVER, cancellationReasonOf(last))];
}

function coverageEnd(bill: Bill): number {
  return bill.prorations.reduce(
    (end, { line }) => (line.amountMinor > 0 ? Math.max(end, line.endAt) : end),
    bill.endAt,
  );
}

function statusGates(phases: readonly Phase[], standing: 'incomplete' | 'unpaid', reason: SpanReason): Gate[] {
  return phases.filter((phase) => phase.standing === standing).map(({ from, to }) => gate(standing, from, to, reason));
}

const STRENGTH: readonly Gate['standing'][] = ['ended', 'incomplete', 'trial', 'unpaid', 'paused'];

function byStrength(a: Gate, b: Gate): number {
  return STRENGTH.indexOf(a.standing) - STRENGTH.indexOf(b.standing) || a.from - b.from;
}
