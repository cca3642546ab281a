// One subscription's spans as lines of text, under our own policy in UTC, for tests.
import { COUNTINGHOUSE_POLICY } from '../../policy.ts';
import type { CustomerEvidence, SubscriptionEvidence } from '../evidence.ts';
import { spansOf } from '../spans.ts';
import { at, customer, subscription, told, UTC } from './build-evidence.ts';

/** The period that the present states of these tests are in. */
export const PERIOD = { currentPeriodStartAt: at('2026-03-01'), currentPeriodEndAt: at('2026-04-01') };

export function spans(of: Partial<SubscriptionEvidence>, rest: Partial<CustomerEvidence> = {}): string[] {
  return told(spansOf(customer([subscription(of)], rest), COUNTINGHOUSE_POLICY, UTC));
}
