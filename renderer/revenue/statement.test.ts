// How a report is laid out as a statement: blocks, their order, their lines, and what each figure opens.
import { expect, it } from 'vitest';
import { shownBlock, shownReport } from './report.testing.ts';
import { cellValue, openedBy, textOf } from './statement-cells.ts';
import { columnsOf } from './statement-columns.ts';
import { linesOf, type StatementLine } from './statement-lines.ts';
import { numbersOf, openedFigure, statementOf, statementRows, type StatementRow } from './statement.ts';
import { statementText } from './statement-text.ts';

const CLOSED = { isAllOpen: false, toggled: new Set<string>(), field: undefined };
const grouped = statementOf(shownReport('plan'), 'All plans');
const lines = linesOf('mrr', numbersOf(grouped));

const shown = (rows: readonly StatementRow[]) =>
  rows.map((row) => (row.kind === 'head' ? `${row.isOpen ? '-' : '+'} ${row.block.name}` : row.line.name));
const line = (name: string): StatementLine => {
  const found = lines.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
};

it('lays out one block as its lines alone', () => {
  const statement = statementOf(shownReport(undefined), 'All');
  const own = linesOf('mrr', numbersOf(statement));
  expect(shown(statementRows(statement, own, CLOSED))).toEqual([
    'Opening MRR',
    'New',
    'Reactivation',
    'Expansion',
    'Contraction',
    'Churn',
    'Closing MRR',
  ]);
});

it('puts the whole first and open, then the groups, the largest first and closed', () => {
  expect(shown(statementRows(grouped, lines, CLOSED))).toEqual([
    '- All plans',
    'Opening MRR',
    'New',
    'Reactivation',
    'Expansion',
    'Contraction',
    'Churn',
    'Closing MRR',
    '+ Pro',
    '+ Basic',
  ]);
});

it('has transfers only in the groups that have some', () => {
  const rows = statementRows(grouped, lines, { ...CLOSED, isAllOpen: true });
  const ofBlock = (name: string) => rows.filter(({ block }) => block.name === name).map(({ line: own }) => own?.name);
  expect(ofBlock('All plans')).not.toContain('Transfer in');
  expect(ofBlock('Pro')).toContain('Transfer in');
});

it('opens and closes a block against what it does by itself', () => {
  const [first] = grouped.groups;
  const toggled = new Set([first?.key ?? '', grouped.wholes[0]?.key ?? '']);
  expect(shown(statementRows(grouped, lines, { ...CLOSED, toggled })).filter((name) => /^[-+]/.test(name))).toEqual([
    '+ All plans',
    '- Pro',
    '+ Basic',
  ]);
});

it('lets another line than the closing balance stand for a closed group', () => {
  const rows = statementRows(grouped, lines, { ...CLOSED, field: 'churnMinor' });
  expect(rows.at(-1)).toMatchObject({ kind: 'head', line: { name: 'Churn' } });
  expect(statementRows(grouped, lines, { ...CLOSED, field: 'bogus' }).at(-1)).toMatchObject({
    line: { name: 'Closing MRR' },
  });
});

it('keeps each currency with its groups where amounts are not converted', () => {
  const native = statementOf(shownReport('plan', ['USD', 'EUR']), 'All plans');
  expect(shown(statementRows(native, lines, CLOSED)).filter((name) => /^[-+]/.test(name))).toEqual([
    '- EUR',
    '+ Pro, EUR',
    '+ Basic, EUR',
    '- USD',
    '+ Pro, USD',
    '+ Basic, USD',
  ]);
});

it('shows losses below zero and changes with their sign', () => {
  const block = shownBlock(grouped.wholes);
  const columns = columnsOf(grouped, shownReport('plan').compared, 'year');
  expect(columns.map(({ header }) => header)).toEqual([
    'Sep 2026',
    'Oct 2026',
    'Period',
    'Year before',
    'Change',
    'Change, %',
  ]);
  const churn = columns.map((column) => textOf(cellValue(block, line('Churn'), column), line('Churn'), 'USD'));
  expect(churn).toEqual(['−1.00', '−1.00', '−2.00', '−1.50', '−0.50', '−33.3%']);
});

it('shows nothing where a group had not begun, and says where a rate is missing', () => {
  const block = { ...shownBlock(grouped.groups), months: new Map() };
  const [first] = columnsOf(grouped, null, undefined);
  if (first === undefined) throw new Error('no column');
  expect(cellValue(block, line('New'), first)).toEqual({ kind: 'none' });
  expect(textOf({ kind: 'number', number: null, isSigned: false }, line('New'), 'USD')).toBe('n/a');
});

it('opens the month that an opening balance is of, and the group', () => {
  const block = shownBlock(grouped.groups);
  expect(openedFigure({ by: 'plan' }, { block, line: line('Opening MRR'), month: '2026-10', by: 'plan' })).toEqual({
    by: 'plan',
    show: 'mrr',
    month: '2026-09',
    groupBy: 'plan',
    group: 'prod_pro',
  });
});

it('opens a figure that is not converted in its billing currency', () => {
  const { wholes } = statementOf(shownReport(undefined, ['USD', 'EUR']), 'All');
  const euro = wholes.find(({ currency }) => currency === 'EUR');
  if (euro === undefined) throw new Error('no euro');
  expect(
    openedFigure({ currency: 'native' }, { block: euro, line: line('New'), month: '2026-10', by: undefined }),
  ).toEqual({ currency: 'native', show: 'new', month: '2026-10', billed: 'EUR' });
});

it('opens the balances of the period at its ends', () => {
  const block = shownBlock(grouped.wholes);
  const total = columnsOf(grouped, null, undefined).at(-1);
  if (total === undefined) throw new Error('no total');
  const opened = (name: string) => openedBy({ block, line: line(name), column: total }, { by: 'plan' }, 'plan');
  expect(opened('Opening MRR')).toMatchObject({ show: 'mrr', month: '2026-08' });
  expect(opened('Closing MRR')).toEqual({ by: 'plan', show: 'mrr', month: '2026-10' });
});

it('opens the movements of all months of the period, of the group', () => {
  const block = shownBlock(grouped.groups);
  const total = columnsOf(grouped, null, undefined).at(-1);
  if (total === undefined) throw new Error('no total');
  expect(openedBy({ block, line: line('New'), column: total }, { by: 'plan' }, 'plan')).toEqual({
    by: 'plan',
    show: 'new',
    since: '2026-09',
    month: '2026-10',
    groupBy: 'plan',
    group: 'prod_pro',
  });
});

it('copies every line with plain numbers', () => {
  const rows = statementRows(grouped, lines, CLOSED);
  const [head, , opening] = statementText(rows, columnsOf(grouped, null, undefined)).split('\n');
  expect(head).toBe('Group\tLine\tCurrency\t2026-09\t2026-10\tPeriod');
  expect(opening?.split('\t').slice(0, 3)).toEqual(['All plans', 'New', 'USD']);
  expect(statementText(rows, columnsOf(grouped, null, undefined))).toContain(
    'All plans\tChurn\tUSD\t-1.00\t-1.00\t-2.00',
  );
});
