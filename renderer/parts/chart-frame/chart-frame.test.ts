// Reading a chart by keys.
import { expect, it } from 'vitest';
import { pointAfter } from './reading-keys.ts';

it('goes from point to point and stays at the ends', () => {
  expect(pointAfter('ArrowRight', undefined, 24)).toBe(0);
  expect(pointAfter('ArrowLeft', undefined, 24)).toBe(23);
  expect(pointAfter('ArrowRight', 4, 24)).toBe(5);
  expect(pointAfter('ArrowRight', 23, 24)).toBe(23);
  expect(pointAfter('ArrowLeft', 0, 24)).toBe(0);
  expect(pointAfter('Home', 12, 24)).toBe(0);
  expect(pointAfter('End', 12, 24)).toBe(23);
  expect(pointAfter('x', 12, 24)).toBeUndefined();
  expect(pointAfter('ArrowRight', undefined, 0)).toBeUndefined();
});
