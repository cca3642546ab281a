// What the revenue chart stacks, and how far it reaches.
import { expect, it } from 'vitest';
import { reachOf, seriesNumber, seriesOf } from './chart-series.ts';
import { shownReport } from './report.testing.ts';
import { linesOf } from './statement-lines.ts';
import { numbersOf, statementOf } from './statement.ts';

const statement = statementOf(shownReport('plan', ['USD', 'EUR']), 'All plans');
const lines = linesOf('mrr', numbersOf(statement));

it('stacks the closing balances of the groups of one currency, the largest first', () => {
  const series = seriesOf(statement, lines, { kind: 'closing', currency: 'EUR' });
  expect(series.map(({ name }) => name)).toEqual(['Pro, EUR', 'Basic, EUR']);
  expect(reachOf(series, statement.months)).toEqual([0, 900]);
});

it('stacks the movements of the whole, gains up and losses down', () => {
  const series = seriesOf(statement, lines, { kind: 'movements', currency: 'USD' });
  expect(series.map(({ name }) => name)).not.toContain('Closing MRR');
  expect(reachOf(series, statement.months)).toEqual([-100, 200]);
});

it('draws the whole where there are no groups, and nothing of a currency that there is not', () => {
  const whole = statementOf(shownReport(undefined), 'All');
  expect(seriesOf(whole, lines, { kind: 'closing', currency: 'USD' }).map(({ name }) => name)).toEqual(['All']);
  expect(seriesOf(whole, lines, { kind: 'movements', currency: 'JPY' })).toEqual([]);
});

it('has no number for a group that had not begun', () => {
  const [series] = seriesOf(statement, lines, { kind: 'closing', currency: 'USD' });
  expect(series && seriesNumber(series, '2025-01')).toBeUndefined();
});
