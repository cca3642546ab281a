// Import direction, faces and cycles, read by dependency-cruiser with the swc parser: it cannot read through
// TypeScript 7 and would then find nothing and pass, so every rule is first shown a violation that it must see.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaOf, IMPORT_RULES } from './import-rules.ts';
import { PLANTED } from './planted-imports.ts';
import { because, isScript, ROOT, SOURCE_FOLDERS, sourcesOf } from './sources.ts';

interface Found {
  /** Source → what it imports. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** Rule → the places that break it. */
  readonly broken: ReadonlyMap<string, readonly string[]>;
}

async function read(root: string): Promise<Found> {
  const result: IReporterOutput = await cruise([...SOURCE_FOLDERS], {
    baseDir: root,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:out|dist|test/fixtures)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    validate: true,
    ruleSet: { forbidden: [...IMPORT_RULES] },
  });
  if (typeof result.output === 'string') throw new Error('dependency-cruiser printed instead of answering');
  const broken = new Map<string, string[]>();
  for (const violation of result.output.summary.violations) {
    const circle = violation.cycle?.map((step) => step.name).join(' → ');
    const place = circle === undefined ? `${violation.from} → ${violation.to}` : `${violation.from} → ${circle}`;
    broken.set(violation.rule.name, [...(broken.get(violation.rule.name) ?? []), place]);
  }
  const modules = result.output.modules.map(
    ({ source, dependencies }) => [source, dependencies.map((to) => to.resolved)] as const,
  );
  return { modules: new Map(modules), broken };
}

/** Area → the areas it imports, types included. */
function areasOf(modules: Found['modules']): Map<string, Set<string>> {
  const areas = new Map<string, Set<string>>();
  for (const [source, imported] of modules) {
    const area = areaOf(source);
    if (area === null) continue;
    const known = areas.get(area) ?? new Set();
    for (const other of imported.map(areaOf)) if (other !== null && other !== area) known.add(other);
    areas.set(area, known);
  }
  return areas;
}

/** The areas that can be reached from the area by imports. */
function reachedFrom(area: string, areas: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const ahead = [area];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    for (const other of areas.get(next) ?? []) {
      if (!reached.has(other)) ahead.push(other);
      reached.add(other);
    }
  }
  return reached;
}

describe('what the rules see', () => {
  const planted = mkdtempSync(join(tmpdir(), 'countinghouse-planted-'));
  let found: Found;

  beforeAll(async () => {
    for (const folder of SOURCE_FOLDERS) mkdirSync(join(planted, folder), { recursive: true });
    for (const { files } of PLANTED) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(planted, path)), { recursive: true });
        writeFileSync(join(planted, path), text);
      }
    }
    found = await read(planted);
  });
  afterAll(() => rmSync(planted, { recursive: true }));

  test.each(PLANTED)('$rule: $breaks', ({ rule, breaks }) => {
    expect(found.broken.get(rule) ?? []).toContainEqual(expect.stringContaining(breaks));
  });

  test('areas in a circle', () => {
    const areas = areasOf(
      new Map([
        ['src/billing/a/x.ts', ['src/billing/b/index.ts']],
        ['src/billing/b/y.ts', ['src/billing/a/index.ts']],
      ]),
    );
    expect([...reachedFrom('billing/a', areas)]).toContain('billing/a');
  });

  test('every rule has a planted violation', () => {
    const proved = new Set(PLANTED.map(({ rule }) => rule));
    expect(IMPORT_RULES.map(({ name }) => name).filter((name) => !proved.has(name ?? ''))).toEqual([]);
  });
});

describe('the project', async () => {
  const found = await read(ROOT);

  test('every source was read', () => {
    const expected = sourcesOf(ROOT).filter((source) => isScript(source) && source.path.includes('/'));
    const unread = expected.filter(({ path }) => !found.modules.has(path));
    expect(
      unread.map(({ path }) => path),
      'dependency-cruiser must see every source, or its rules check nothing',
    ).toEqual([]);
    const importing = expected.filter(({ text }) => /^import /m.test(text));
    const unseen = importing.filter(({ path }) => found.modules.get(path)?.length === 0);
    expect(
      unseen.map(({ path }) => path),
      'files with imports in which none was seen',
    ).toEqual([]);
  });

  test('areas do not depend on each other in a circle', () => {
    const areas = areasOf(found.modules);
    expect(areas.size).toBeGreaterThan(10);
    const circular = [...areas.keys()].filter((area) => reachedFrom(area, areas).has(area));
    expect(circular.length, because('Areas of a circle can only be changed together.', circular)).toBe(0);
  });

  test.each(IMPORT_RULES.map((rule) => ({ name: rule.name ?? '', reason: rule.comment ?? '' })))(
    '$name',
    ({ name, reason }) => {
      const places = found.broken.get(name) ?? [];
      expect(places.length, because(reason, places)).toBe(0);
    },
  );
});
