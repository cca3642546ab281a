// The greatest observation of each object within one transaction's facts, whatever their order.
import type { Content } from './content.ts';
import { contentOfObservation, keyOf, type Observation } from './observations.ts';

/** What one transaction's facts tell of one object. */
export interface Candidate {
  readonly type: string;
  readonly id: string;
  /** The greatest observation, and the fact that holds it; null when only a deletion is told of. */
  best: Observation | null;
  seq: number;
  /** Worked out when needed. */
  key: string | null;
  /** Observations tied with the best one, which differ from it in sealed fields at most. */
  tied: Observation[] | null;
  isDeleted: boolean;
  deletedAt: number | null;
  /** Contents of which Stripe gives some fields on request only; whichever observation has them tells of them. */
  partial: Content[] | null;
  customerId: string | null;
}

/** Candidates by type and id. */
export type Candidates = Map<string, Map<string, Candidate>>;

/** Takes an observation in. */
export function consider(candidates: Candidates, observation: Observation, seq: number): void {
  const { type, id } = observation;
  let byId = candidates.get(type);
  if (byId === undefined) candidates.set(type, (byId = new Map<string, Candidate>()));
  const before = byId.get(id);
  const candidate = before ?? {
    type,
    id,
    best: null,
    seq,
    key: null,
    tied: null,
    isDeleted: false,
    deletedAt: null,
    partial: null,
    customerId: observation.customerId,
  };
  if (before === undefined) byId.set(id, candidate);
  if (observation.deletion !== null) {
    candidate.isDeleted = true;
    candidate.deletedAt = laterOf(candidate.deletedAt, observation.deletion.at);
  }
  if (observation.object === null) return;
  if (isPartial(observation)) {
    const content = contentOfObservation(observation);
    if (content !== null) (candidate.partial ??= []).push(content);
  }
  if (candidate.best === null || observation.keyStart > candidate.best.keyStart) {
    replace(candidate, observation, seq, null);
  } else if (observation.keyStart === candidate.best.keyStart) {
    considerTied(candidate, candidate.best, observation, seq);
  }
}

function considerTied(candidate: Candidate, best: Observation, observation: Observation, seq: number): void {
  const bestKey = (candidate.key ??= keyOf(best));
  const key = keyOf(observation);
  if (key > bestKey) replace(candidate, observation, seq, key);
  else if (key === bestKey && observation.type === 'customer') (candidate.tied ??= []).push(observation);
}

function replace(candidate: Candidate, observation: Observation, seq: number, key: string | null): void {
  candidate.best = observation;
  candidate.seq = seq;
  candidate.key = key;
  candidate.tied = null;
  candidate.customerId = observation.customerId;
}

/** Tiers of a price and the scope of a coupon come only where they were asked for. */
function isPartial({ type, object }: Observation): boolean {
  if (object === null) return false;
  if (type === 'price') return Array.isArray(object['tiers']);
  return type === 'coupon' && (object['applies_to'] !== undefined || object['currency_options'] !== undefined);
}

/** The later of two instants, either of which may be unknown. */
export function laterOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
