// Where a refusal of the core lands in a form.
import { expect, it } from 'vitest';
import { refusalText, refusedField } from './refused-field.ts';

const FIELDS = ['workspaceName', 'timeZone', 'color'] as const;

it('lands at the field that it names', () => {
  expect(refusedField({ where: 'timeZone' }, FIELDS, undefined)).toBe('timeZone');
  expect(refusedField({ where: 'branding.color' }, FIELDS, undefined)).toBe('color');
  expect(refusedField({ where: 'color.0' }, FIELDS, undefined)).toBe('color');
  expect(refusedField({ where: 'zone' }, FIELDS, (where) => (where === 'zone' ? 'timeZone' : undefined))).toBe(
    'timeZone',
  );
});

it('stands over the form where it names none of them', () => {
  expect(refusedField({ where: undefined }, FIELDS, undefined)).toBeUndefined();
  expect(refusedField({ where: 'line 3 of rates.csv' }, FIELDS, undefined)).toBeUndefined();
});

it('says what is wrong and what to do', () => {
  expect(refusalText({ what: 'There is no such zone', fix: 'Choose one of the list.' })).toBe(
    'There is no such zone. Choose one of the list.',
  );
  expect(refusalText({ what: 'Is this a zone?', fix: undefined })).toBe('Is this a zone?');
});
