// Which billing periods were never billed: what a paused collection leaves behind, told from what a person voids.
import type { LineEvidence, SubscriptionEvidence, SubscriptionState } from './evidence.ts';

/** A state that Stripe dates: an event's, or what an event says came just before it. */
export interface DatedSight {
  readonly at: number;
  readonly isPausing: boolean;
}

/** Whether the state's collection is paused so that its periods are not billed; keeping drafts is no such pause. */
export function isPausing({ pause }: SubscriptionState): boolean {
  return pause !== null && pause.behavior !== 'keep_as_draft';
}

/** What the dated states say about pauses, in no order. An undated present says nothing about a certain instant. */
export function datedSights({ dated, present }: SubscriptionEvidence): DatedSight[] {
  const sights = dated.flatMap(({ state, before }) =>
    (before === null ? [state] : [before, state]).map((seen) => ({ at: state.at, isPausing: isPausing(seen) })),
  );
  return present?.isDated === true ? [...sights, { at: present.at, isPausing: isPausing(present) }] : sights;
}

/** Stripe keeps events for 30 days: a state later than a month may follow a pause and its end that no event tells of. */
const AROUND_SECONDS = 31 * 86_400;

/**
 * Whether the lines of a full period say by themselves that it was not billed: all of them closed as a paused
 * collection closes them, and no state of the period's first month says that collection was not paused.
 */
export function isUnbilledPeriod(lines: readonly LineEvidence[], sights: readonly DatedSight[]): boolean {
  if (lines.length === 0 || !lines.every(wasClosedUnbilled)) return false;
  const from = Math.min(...lines.map((line) => line.startAt));
  const to = Math.min(from + AROUND_SECONDS, Math.max(...lines.map((line) => line.endAt)));
  const around = sights.filter(({ at }) => at >= from && at < to);
  return around.length === 0 || around.some((sight) => sight.isPausing);
}

/** Voided or written off: what was billed is not owed, or never was. */
export function isClosed({ invoiceStatus }: LineEvidence): boolean {
  return invoiceStatus === 'void' || invoiceStatus === 'uncollectible';
}

/**
 * Stripe closes an invoice of a paused collection in the step that finalizes it. Ten minutes leave room for its
 * queues, and hardly any for a person, who first has to see the invoice.
 */
const CLOSES_WITHIN_SECONDS = 600;

/**
 * Closed as it was finalized, before any attempt to collect it. One that is sent for payment is never attempted, so
 * that of it only the instants tell; where they are not known, it was billed.
 */
function wasClosedUnbilled(line: LineEvidence): boolean {
  const { wasAttempted, billingReason, closedAt = null, finalizedAt, isSentForPayment = false } = line;
  if (!isClosed(line) || wasAttempted) return false;
  if (billingReason !== 'subscription_cycle' && billingReason !== 'subscription') return false;
  if (closedAt === null || finalizedAt === null) return !isSentForPayment;
  return closedAt - finalizedAt <= CLOSES_WITHIN_SECONDS;
}
