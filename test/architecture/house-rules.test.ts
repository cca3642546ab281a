// The limits and habits of the code, each shown first that it finds what it forbids.
import { describe, expect, test } from 'vitest';
import { HOUSE_RULES, WARN_LINES } from './house-rules.ts';
import { because, ROOT, type Source, sourcesOf } from './sources.ts';

const OPENING = '// What it is for.\n';

function source(path: string, text: string, lines = 2): Source {
  return { path, text: OPENING + text, lines };
}

const BAD: Readonly<Record<string, readonly Source[]>> = {
  sizes: [
    source('src/kernel/long.ts', '', 401),
    source('renderer/Long.tsx', '', 151),
    source('src/app/long.ts', '', 101),
  ],
  'opening comment': [{ path: 'src/kernel/bare.ts', text: 'export const a = 1;\n', lines: 1 }],
  'file names': [
    source('src/kernel/utils.ts', ''),
    source('src/types/day.ts', ''),
    source('src/kernel/date-helpers.ts', ''),
  ],
  names: [source('src/kernel/a.ts', 'class LedgerManager {}'), source('src/kernel/b.ts', 'const dayUtil = () => 1;')],
  verbs: [
    source('renderer/a.tsx', 'function handleClick() {}'),
    source('src/kernel/a.ts', 'const processRows = async () => {};'),
  ],
  'no any': [source('src/kernel/a.ts', 'export const a = (b: any) => b;')],
  'no non-null assertion': [source('src/kernel/a.ts', 'export const a = list[0]!.day;')],
  'no ignore comments': ['@ts-', 'biome-'].map((tool) => source('src/kernel/a.ts', `// ${tool}ignore because`)),
  'no clock, no chance': ['Date.now()', 'new Date()', 'Math.random()'].map((call) =>
    source('src/revenue/mrr/rules/a.ts', `const a = ${call};`),
  ),
  'nothing left to do': [source('src/kernel/a.ts', `// TO${'DO'}: later`)],
  'nothing of one machine': ['../', '/root/'].map((start) => source('src/kernel/a.ts', `// see ${start}shared/x.json`)),
};

describe('what the rules see', () => {
  test.each(HOUSE_RULES)('$name', ({ name, faults }) => {
    const bad = BAD[name] ?? [];
    expect(bad.length).toBeGreaterThan(0);
    for (const planted of bad) expect(faults(planted), planted.path).not.toEqual([]);
    expect(
      faults(source('src/kernel/good.ts', 'export const amountOf = (day: string): boolean => !day.endsWith("!");\n')),
    ).toEqual([]);
  });
});

describe('the project', () => {
  const sources = sourcesOf(ROOT);

  test.each(HOUSE_RULES)('$name', ({ faults, reason }) => {
    const places = sources.flatMap((each) => faults(each).map((fault) => `${each.path}: ${fault}`));
    expect(places.length, because(reason, places)).toBe(0);
  });

  test('files that grow long are named', () => {
    const long = sources.filter(({ lines }) => lines > WARN_LINES).map(({ path, lines }) => `${path} (${lines})`);
    if (long.length > 0) console.warn(`over ${WARN_LINES} lines: ${long.join(', ')}`);
    expect(sources.length).toBeGreaterThan(20);
  });
});
