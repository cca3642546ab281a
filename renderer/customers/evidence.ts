// Which selection opens what an amount of a customer was read from.
import type { CustomerOpened } from '../core/outputs.ts';
import { type Selection, withFigure } from '../selection/selection.ts';
import { isMovementKind } from '../format/words.ts';

type Span = CustomerOpened['spans'][number];
type Movement = CustomerOpened['movements'][number];

/** Ids of invoice lines, which open with their invoice; every other id opens as the Stripe object. */
const LINE_ID = /^(?:il|li|sli)_/;

/** Opens the Stripe object, or the invoice line, that a span was read from. */
export function openedEvidence(base: Selection, { evidenceId }: Pick<Span, 'evidenceId'>): Selection {
  return LINE_ID.test(evidenceId) ? { ...base, line: evidenceId } : { ...base, object: evidenceId };
}

/**
 * Opens what a movement was read from: the span of its price that begins or ends on its day, else the month's
 * movements of its kind.
 */
export function openedMovement(base: Selection, movement: Movement, spans: readonly Span[]): Selection {
  const { priceId, kind, effectiveOn } = movement;
  const on = movement.originOn ?? effectiveOn;
  const ofPrice = spans.filter((span) => span.priceId === priceId);
  const span = ofPrice.find(({ startsOn }) => startsOn === on) ?? ofPrice.find(({ endsOn }) => endsOn === on);
  if (span !== undefined) return openedEvidence(base, span);
  return withFigure(base, isMovementKind(kind) ? kind : 'net', effectiveOn.slice(0, 7));
}
