// What a URL selects, and that a selection survives its URL.
import { expect, it } from 'vitest';
import { openedSteps } from '../drill/drill-steps.ts';
import {
  isDrillOpen,
  isFigureUnknown,
  parseSelection,
  type Selection,
  selectionSearch,
  viewOf,
  withFigure,
  withoutDrill,
} from './selection.ts';

const DEEP: Selection = {
  period: '12m',
  compare: 'year',
  currency: 'EUR',
  show: 'churn',
  month: '2026-10',
  customer: 'cus_1',
  line: 'il_1',
  object: 'in_1',
};

const read = (search: string) => parseSelection(Object.fromEntries(new URLSearchParams(search)));

it('reads back what it wrote', () => {
  expect(read(selectionSearch(DEEP))).toEqual(DEEP);
  const listed: Selection = { search: 'a & b', status: 'active,paused', sort: 'name', descending: false, by: 'plan' };
  expect(read(selectionSearch(listed))).toEqual(listed);
  const several: Selection = { show: 'new', month: '2026-10', since: '2026-01', billed: 'EUR' };
  expect(read(selectionSearch(several))).toEqual(several);
  expect(selectionSearch({})).toBe('');
});

it('leaves out what it cannot mean', () => {
  expect(read('?show=new&month=2026-10&since=2026-11&billed=euros')).toEqual({ show: 'new', month: '2026-10' });
  expect(read('?period=7m&currency=dollars&show=profit&month=2026-13&compare=x&customer=&sort=shoes')).toEqual({});
  expect(read('?period=24m&descending=perhaps')).toEqual({});
});

it('takes a period by months only where both make sense', () => {
  expect(read('?from=2025-03&to=2025-08&period=12m')).toEqual({ from: '2025-03', to: '2025-08' });
  expect(read('?from=2025-08&to=2025-03')).toEqual({});
  expect(read('?from=2025-08')).toEqual({});
});

it('opens a figure with nothing below it, and closes everything', () => {
  expect(withFigure(DEEP, 'mrr', '2026-09')).toEqual({ ...viewOf(DEEP), show: 'mrr', month: '2026-09' });
  expect(isDrillOpen(DEEP)).toBe(true);
  expect(isDrillOpen(withoutDrill(DEEP))).toBe(false);
  expect(isDrillOpen({ show: 'mrr' })).toBe(false);
});

it('keeps the view from area to area, and nothing else', () => {
  expect(viewOf({ ...DEEP, search: 'x', by: 'plan' })).toEqual({ period: '12m', compare: 'year', currency: 'EUR' });
});

it('knows an address that names no figure', () => {
  for (const search of [{ show: 'bogus' }, { month: '2026-13' }, { show: 'mrr' }, { show: 'mrr', month: '2026-13' }]) {
    expect(isFigureUnknown(search)).toBe(true);
  }
  for (const search of [{}, { show: '' }, { show: 'mrr', month: '2026-12' }, { show: 'bogus', customer: 'cus_1' }]) {
    expect(isFigureUnknown(search)).toBe(false);
  }
});

it('goes down step by step, each with the selection that leads back to it', () => {
  const steps = openedSteps(DEEP);
  expect(steps.map(({ step }) => step.kind)).toEqual(['figure', 'customer', 'line', 'object']);
  expect(steps[1]?.selection).toEqual({ ...withFigure(DEEP, 'churn', '2026-10'), customer: 'cus_1' });
  expect(steps.at(-1)?.selection).toEqual(DEEP);
});
