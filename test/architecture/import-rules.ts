// Who may import whom, as rules for dependency-cruiser. The comment of each is what a failure prints.
import type { IForbiddenRuleType } from 'dependency-cruiser';

/** From the bottom up: a layer imports what stands before it. Folders of one layer do not import each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ['kernel'],
  ['ledger'],
  ['governance', 'jobs'],
  ['billing'],
  ['revenue'],
  ['documents', 'stripe', 'connectors'],
  ['router'],
  ['app'],
  ['hosts'],
];

/** Folders of src that hold areas; the others are areas themselves. */
export const GROUPS = ['governance', 'billing', 'revenue', 'documents', 'stripe', 'connectors', 'hosts'] as const;

/** The area a source belongs to, such as `billing/customers` or `ledger`; null outside src. */
export function areaOf(path: string): string | null {
  const [top, first, second] = path.split('/');
  if (top !== 'src' || first === undefined) return null;
  return GROUPS.some((group) => group === first) ? `${first}/${second ?? ''}` : first;
}

const TESTS = '^test/|\\.(?:test|testing)\\.tsx?$|/testing/';
const GROUPED = `(?:${GROUPS.join('|')})/[^/]+`;
const UNGROUPED = LAYERS.flat()
  .filter((folder) => !GROUPS.some((group) => group === folder))
  .join('|');

const layerRules = LAYERS.flatMap((layer, index): IForbiddenRuleType[] => {
  const above = LAYERS.slice(index + 1).flat();
  return layer.map((folder) => ({
    name: `direction-of-${folder}`,
    severity: 'error',
    comment:
      `Imports run one way (${LAYERS.map((names) => names.join(', ')).join(' ← ')} ← electron), so that a layer can be ` +
      `read, tested and replaced without those above it: src/${folder} may not import what stands above or beside it.`,
    from: { path: `^src/${folder}/` },
    to: {
      path: `^(?:electron|renderer|src/(?:${[...above, ...layer.filter((other) => other !== folder)].join('|') || 'nothing'}))/`,
    },
  }));
});

export const IMPORT_RULES: readonly IForbiddenRuleType[] = [
  ...layerRules,
  {
    name: 'ports-not-connectors',
    severity: 'error',
    comment:
      'billing and revenue say in their ports what they need; stripe and connectors implement it. Never the other way round.',
    from: { path: '^src/(?:billing|revenue)/' },
    to: { path: '^src/(?:stripe|connectors)/|^stripe$|node_modules/stripe/' },
  },
  {
    name: 'faces-of-grouped-areas',
    severity: 'error',
    comment:
      "An area is imported through its index.ts alone: what is behind the face can change without anybody's leave.",
    from: { path: `^src/(${GROUPED})/` },
    to: { path: `^src/${GROUPED}/`, pathNot: [`^src/$1/`, `^src/${GROUPED}/index\\.ts$`] },
  },
  {
    name: 'faces-from-ungrouped-areas',
    severity: 'error',
    comment:
      "An area is imported through its index.ts alone: what is behind the face can change without anybody's leave.",
    from: { path: `^(?:src/(?:${UNGROUPED})|electron|renderer)/` },
    to: { path: `^src/${GROUPED}/`, pathNot: `^src/${GROUPED}/index\\.ts$` },
  },
  // What src/app puts together is imported by its name, so that a door loads no more of the program than it opens.
  ...UNGROUPED.split('|')
    .filter((area) => area !== 'app')
    .map(
      (area): IForbiddenRuleType => ({
        name: `face-of-${area}`,
        severity: 'error',
        comment: `src/${area} is imported through its index.ts alone (the renderer takes single kernel files, to stay small).`,
        from: {
          pathNot: [`^src/${area}/`, '^test/', '^bin/', '^[^/]+$', ...(area === 'kernel' ? ['^renderer/'] : [])],
        },
        to: { path: `^src/${area}/`, pathNot: `^src/${area}/index\\.ts$` },
      }),
    ),
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Files that import each other in a circle load in an order that nobody chose (types alone load nothing).',
    from: { path: '^(?:src|electron|renderer|test)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'electron-alone-imports-electron',
    severity: 'error',
    comment:
      'Only electron/ imports electron (and the toy program that its double is tried on): everything else must run without it, in a browser and on the command line.',
    from: { pathNot: '^electron/|^test/desktop/toy/' },
    to: { path: '^electron$|^electron/|node_modules/electron/' },
  },
  {
    name: 'renderer-takes-router-type-and-kernel',
    severity: 'error',
    comment:
      "The renderer takes the router's type and kernel values from src/, nothing else: figures are computed in the core.",
    from: { path: '^renderer/' },
    to: { path: '^src/', pathNot: ['^src/kernel/', '^src/router/index\\.ts$'] },
  },
  {
    name: 'renderer-takes-the-router-as-type',
    severity: 'error',
    comment: "The renderer imports the router's type alone (`import type`): its code must not be bundled into a page.",
    from: { path: '^renderer/' },
    to: { path: '^src/router/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-react-in-the-core',
    severity: 'error',
    comment: 'The core has no React and no DOM: it runs in worker threads.',
    from: { path: '^src/' },
    to: { path: 'node_modules/(?:react|react-dom|@mantine|@tanstack|recharts)/|^(?:react|react-dom|recharts)$' },
  },
  {
    name: 'no-node-in-the-renderer',
    severity: 'error',
    comment: 'The renderer runs in a sandboxed page: there is no Node in it.',
    from: { path: '^renderer/', pathNot: TESTS },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'rules-are-pure',
    severity: 'error',
    comment:
      'rules are arithmetic and decisions: no database, no files, no network, so that they are tested with values alone.',
    from: { path: '^src/.+/rules(?:\\.ts$|/)', pathNot: TESTS },
    to: {
      path: '^src/(?:ledger|hosts|router)/|node_modules/(?:kysely|better-sqlite3)/|^(?:node:)?(?:fs|net|http|crypto|child_process|worker_threads|os)(?:/|$)|/(?:projection|queries|commands)(?:\\.ts$|/)',
    },
  },
  {
    name: 'writers-know-no-database',
    severity: 'error',
    comment: 'documents/pdf and documents/export turn values into files and know no database.',
    from: { path: '^src/documents/(?:pdf|export)/', pathNot: TESTS },
    to: { path: '^src/(?:ledger|billing|revenue|governance)/|node_modules/(?:kysely|better-sqlite3)/|^kysely$' },
  },
  {
    name: 'database-behind-the-ledger',
    severity: 'error',
    comment: 'What differs between databases lives in src/ledger/dialects: nobody else opens one.',
    from: { path: '^(?:src|electron|renderer)/', pathNot: `^src/ledger/|${TESTS}` },
    to: { path: 'node_modules/(?:better-sqlite3|@electric-sql)/|^better-sqlite3$|^@electric-sql/' },
  },
  {
    name: 'core-knows-no-tests',
    severity: 'error',
    comment: 'What ships does not import the suites beside it.',
    from: { path: '^(?:src|electron|renderer)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  {
    name: 'no-unresolvable',
    severity: 'error',
    comment: 'Every import leads somewhere; one that does not is invisible to all rules above.',
    from: { path: '^(?:src|electron|renderer|test)/' },
    to: { couldNotResolve: true },
  },
];
