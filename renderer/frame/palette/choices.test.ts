// What the palette offers, and in which order.
import { expect, it } from 'vitest';
import { type Choice, grouped, matching, recentFirst } from './choices.ts';

const choice = (id: string, name: string, group = 'Commands', words = ''): Choice => ({
  id,
  name,
  group,
  words,
  run: () => undefined,
});
const CHOICES = [
  choice('go', 'Overview', 'Screens'),
  choice('import', 'Import Stripe exports', 'Commands', 'files jsonl'),
  choice('export', 'Export a report', 'Commands', 'save csv'),
  choice('rates', 'Import exchange rates'),
];
const idsOf = (choices: readonly Choice[]) => choices.map(({ id }) => id);

it('finds by the beginning of the name first, then of any word, then by other words', () => {
  expect(idsOf(matching(CHOICES, 'exp'))).toEqual(['export', 'import']);
  expect(idsOf(matching(CHOICES, 'CSV'))).toEqual(['export']);
  expect(idsOf(matching(CHOICES, 'import rates'))).toEqual(['rates']);
  expect(idsOf(matching(CHOICES, 'nothing like it'))).toEqual([]);
});

it('puts a name that begins with all that was typed before one that has the words elsewhere', () => {
  const screens = [choice('go', 'Settings', 'Screens', 'open screen'), choice('recent', 'Open s', 'Commands')];
  expect(idsOf(matching(screens, 'open s'))).toEqual(['recent', 'go']);
});

it('puts what was chosen lately first, once, and forgets what there is not any more', () => {
  const offered = recentFirst(CHOICES, ['rates', 'gone', 'go']);
  expect(idsOf(offered)).toEqual(['rates', 'go', 'import', 'export']);
  expect(offered.map(({ group }) => group)).toEqual(['Recent', 'Recent', 'Commands', 'Commands']);
});

it('gives each group one heading', () => {
  const groups = grouped([...CHOICES.slice(1), choice('go', 'Overview', 'Screens'), choice('x', 'X')]);
  expect(groups.map(({ group, choices }) => [group, choices.length])).toEqual([
    ['Commands', 4],
    ['Screens', 1],
  ]);
});
