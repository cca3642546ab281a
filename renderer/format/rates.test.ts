// Shares and lengths of time as the screens write them.
import { expect, it } from 'vitest';
import { directionOf, durationText, rateText } from './rates.ts';

it('writes shares with one digit, minus as a minus sign, a plus where asked', () => {
  expect(rateText('0.0312')).toBe('3.1%');
  expect(rateText('-0.0312')).toBe('−3.1%');
  expect(rateText('0.0312', true)).toBe('+3.1%');
  expect(rateText('0.0000', true)).toBe('0.0%');
  expect(rateText('12.3456')).toBe('1,234.6%');
});

it('tells which way a share goes', () => {
  expect(['0.1', '-0.0001', '0.0000', '-0.0000', '0'].map(directionOf)).toEqual([
    'up',
    'down',
    'level',
    'level',
    'level',
  ]);
});

it('writes lengths of time in their two greatest units', () => {
  expect(durationText(0)).toBe('0 s');
  expect(durationText(59.9)).toBe('59 s');
  expect(durationText(60)).toBe('1 min');
  expect(durationText(250)).toBe('4 min 10 s');
  expect(durationText(7261)).toBe('2 h 1 min');
  expect(durationText(86_400 * 2 + 3600 * 3 + 59)).toBe('2 d 3 h');
});
