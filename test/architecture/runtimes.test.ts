// One tsconfig per runtime, so that a stray `document` in the core or `fs` in a screen does not compile; and every
// test belongs to a group that `npm test` runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import config from '../../vitest.config.ts';
import { because, ROOT, sourcesOf } from './sources.ts';

const TSCONFIG = z.object({
  extends: z.string().optional(),
  compilerOptions: z.record(z.string(), z.unknown()).default({}),
  references: z.array(z.object({ path: z.string() })).default([]),
});

function configOf(path: string): z.infer<typeof TSCONFIG> {
  return TSCONFIG.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
}

describe('runtimes', () => {
  const base = configOf('tsconfig.base.json').compilerOptions;

  test.each([
    { folder: 'src', types: ['node'], hasDom: false },
    { folder: 'electron', types: ['node'], hasDom: false },
    { folder: 'test', types: ['node'], hasDom: false },
    { folder: 'renderer', types: ['vite/client'], hasDom: true },
  ])('$folder', ({ folder, types, hasDom }) => {
    const { extends: parent, compilerOptions } = configOf(`${folder}/tsconfig.json`);
    expect(parent).toBe('../tsconfig.base.json');
    expect(compilerOptions['types'] ?? base['types'], 'the types of one runtime').toEqual(types);
    const lib = z.array(z.string()).parse(compilerOptions['lib'] ?? base['lib']);
    expect(
      lib.some((name) => name.startsWith('dom')),
      'the DOM is in screens alone',
    ).toBe(hasDom);
    const strictness = ['strict', 'noUncheckedIndexedAccess', 'exactOptionalPropertyTypes', 'erasableSyntaxOnly'];
    for (const option of strictness) expect(compilerOptions[option] ?? base[option], option).toBe(true);
  });

  test('each runtime is checked with all others', () => {
    const folders = configOf('tsconfig.json').references.map(({ path }) => path);
    expect(folders.sort()).toEqual(['electron', 'renderer', 'src', 'test']);
    const nested = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /.tsconfig[^/]*\.json$/.test(path),
    );
    expect(nested, 'one per runtime, none within').toEqual([]);
  });
});

describe('tests', () => {
  test('each belongs to a group that npm test runs, or names as not run', () => {
    const groups = z
      .array(z.object({ test: z.object({ name: z.string(), include: z.array(z.string()) }) }))
      .parse(config.test?.projects);
    const runner = readFileSync(join(ROOT, 'test/run.ts'), 'utf8');
    const unrun = groups
      .filter(({ test: { name } }) => !runner.includes(`'${name}'`))
      .map(({ test: { name } }) => name);
    expect(unrun, 'groups that test/run.ts does not name').toEqual([]);
    const patterns = groups.flatMap(({ test: { include } }) => include);
    const lost = sourcesOf(ROOT)
      .map(({ path }) => path)
      .filter((path) => /\.(?:test|spec)\.tsx?$/.test(path) && !patterns.some((pattern) => matchesGlob(path, pattern)));
    expect(lost.length, because('A test that no group includes never runs.', lost)).toBe(0);
  });
});
