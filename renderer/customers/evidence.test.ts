// Which selection opens what an amount was read from.
import { expect, it } from 'vitest';
import type { CustomerOpened } from '../core/outputs.ts';
import { openedEvidence, openedMovement } from './evidence.ts';

type Span = CustomerOpened['spans'][number];
type Movement = CustomerOpened['movements'][number];

const span = (fields: Partial<Record<keyof Span, unknown>>) =>
  ({ priceId: 'price_1', endsOn: null, ...fields }) as Span;
const movement = (fields: Partial<Record<keyof Movement, unknown>>) =>
  ({ priceId: 'price_1', kind: 'churn', effectiveOn: '2026-03-04', originOn: null, ...fields }) as Movement;

it('opens a line as a line and all else as the Stripe object', () => {
  expect(openedEvidence({ by: 'plan' }, { evidenceId: 'il_1' })).toEqual({ by: 'plan', line: 'il_1' });
  expect(openedEvidence({}, { evidenceId: 'sub_1' })).toEqual({ object: 'sub_1' });
});

it('opens the span that begins on the day of the movement, before one that ends on it', () => {
  const spans = [
    span({ startsOn: '2026-01-01', endsOn: '2026-03-04', evidenceId: 'il_old' }),
    span({ startsOn: '2026-03-04', evidenceId: 'il_new' }),
    span({ startsOn: '2026-03-04', evidenceId: 'il_other', priceId: 'price_2' }),
  ];
  expect(openedMovement({}, movement({}), spans)).toEqual({ line: 'il_new' });
  expect(openedMovement({}, movement({}), spans.slice(0, 1))).toEqual({ line: 'il_old' });
});

it('looks on the day that a restated movement really belongs to', () => {
  const spans = [span({ startsOn: '2025-12-01', evidenceId: 'il_1' })];
  expect(openedMovement({}, movement({ originOn: '2025-12-01' }), spans)).toEqual({ line: 'il_1' });
});

it('opens the movements of the month where no span tells of it', () => {
  expect(openedMovement({}, movement({}), [])).toEqual({ show: 'churn', month: '2026-03' });
});
