// Table ownership: a table's rows are written by its own area's projection and by nobody else.
import { describe, expect, test } from 'vitest';
import { areaOf } from './import-rules.ts';
import { because, isScript, isTest, ROOT, type Source, sourcesOf } from './sources.ts';
import { definitionsIn, type Write, writesIn } from './writes.ts';

const REASON =
  "The fact log is the truth and every table a projection of it. Only an area's projection (projection.ts, or the " +
  'folder of that name) writes its tables, and it names them in the call; otherwise replaying the facts would not give the same rows.';
const PROJECTION = /^src\/[^.]+\/projection(?:\.ts|\/)/;

/** The ledger carries out the writes it is asked for and keeps its own tables in its own transactions. */
function isChecked(source: Source): boolean {
  return (
    source.path.startsWith('src/') && !source.path.startsWith('src/ledger/') && isScript(source) && !isTest(source.path)
  );
}

function faults(writes: readonly Write[]): string[] {
  return writes.flatMap(({ path, call, owner }) => {
    if (owner === null) return [`${path}: ${call} writes a table that cannot be read from the source`];
    if (owner !== areaOf(path)) return [`${path}: ${call} writes a table of ${owner}`];
    return PROJECTION.test(path) ? [] : [`${path}: ${call} is outside the projection`];
  });
}

function planted(path: string, text: string): Source {
  return { path, text, lines: text.split('\n').length };
}

describe('what the check sees', () => {
  const tables = planted(
    'src/billing/pets/tables.ts',
    "export const pets = defineTable({ name: 'pets', columns: { id: 'text' }, primaryKey: ['id'] });",
  );

  test.each([
    ['src/billing/pets/projection.ts', "import { pets } from './tables.ts'; await write.insertRows(pets, rows);", null],
    [
      'src/billing/pets/projection/walks.ts',
      "import * as tables from '../tables.ts'; await write.upsertRows(tables.pets, rows);",
      null,
    ],
    ['src/billing/pets/projection.ts', "write.kysely.deleteFrom('pets').execute();", null],
    [
      'src/billing/pets/queries.ts',
      "import { pets } from './tables.ts'; await write.insertRows(pets, rows);",
      'outside the projection',
    ],
    [
      'src/revenue/vets/projection.ts',
      "import { pets as p } from '../../billing/pets/index.ts'; write.addToRows(p, rows, ['n']);",
      'a table of billing/pets',
    ],
    [
      'src/revenue/vets/projection.ts',
      "write.kysely.updateTable('pets').set({}).execute();",
      'a table of billing/pets',
    ],
    [
      'src/revenue/vets/projection.ts',
      'for (const table of all) await write.deleteRows(table, column, ids);',
      'cannot be read',
    ],
    ['src/revenue/vets/projection.ts', 'sql`insert into pets values (1)`.execute(write);', 'cannot be read'],
  ])('%s: %s', (path, text, fault) => {
    const found = faults(writesIn([planted(path, text)], definitionsIn([tables])));
    expect(found).toEqual(fault === null ? [] : [expect.stringContaining(fault)]);
  });
});

describe('the project', () => {
  const sources = sourcesOf(ROOT, ['src']).filter((source) => isScript(source) && !isTest(source.path));
  const definitions = definitionsIn(sources);
  const writes = writesIn(sources.filter(isChecked), definitions);

  test('tables and writes were found', () => {
    expect(definitions.length).toBeGreaterThan(10);
    expect(writes.length).toBeGreaterThan(10);
    expect(definitions.filter(({ constant, table }) => constant === '' || table === '')).toEqual([]);
  });

  test('no two tables share a name', () => {
    const twice = definitions.filter(
      ({ table }, index) => definitions.findIndex((other) => other.table === table) !== index,
    );
    expect(
      twice.length,
      because(
        'A table has one owner.',
        twice.map(({ table, path }) => `${table} again in ${path}`),
      ),
    ).toBe(0);
  });

  test("only an area's projection writes its tables", () => {
    const found = faults(writes);
    expect(found.length, because(REASON, found)).toBe(0);
  });
});
