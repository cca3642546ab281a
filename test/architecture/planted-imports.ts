// For each import rule a small tree that breaks it, in which the rule must find the place.
import { IMPORT_RULES, LAYERS } from './import-rules.ts';

export interface Planted {
  readonly rule: string;
  /** The place that must be named: `from → to`. */
  readonly breaks: string;
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
}

/** The whole of it: a file that imports another, which is there. */
function imports(
  rule: string,
  from: string,
  to: string,
  how: 'value' | 'type' | 'lazy' | 're-export' = 'value',
): Planted {
  const climb = '../'.repeat(from.split('/').length - 1);
  const text = {
    value: `import { x } from '${climb}${to}';\nexport const y = x;\n`,
    type: `import type { X } from '${climb}${to}';\nexport const y: X = 1;\n`,
    lazy: `export const y = () => import('${climb}${to}');\n`,
    're-export': `export * from '${climb}${to}';\n`,
  }[how];
  return {
    rule,
    breaks: `${from} → ${to}`,
    files: { [from]: text, [to]: 'export const x = 1;\nexport type X = number;\n' },
  };
}

function importsPackage(rule: string, from: string, name: string): Planted {
  return {
    rule,
    breaks: `${from} → ${name}`,
    files: { [from]: `import { x } from '${name}';\nexport const y = x;\n` },
  };
}

const directions = LAYERS.flatMap((layer, index) => {
  const above = LAYERS.slice(index + 1).flat()[0];
  return layer.map((folder) => {
    const from = `src/${folder}/planted/above.ts`;
    const to = above === undefined ? 'electron/planted.ts' : `src/${above}/planted-by-${folder}/index.ts`;
    return imports(`direction-of-${folder}`, from, to, index % 2 === 0 ? 'type' : 'value');
  });
});

const faces = IMPORT_RULES.flatMap(({ name }) => {
  const area = /^face-of-(.+)$/.exec(name ?? '')?.[1];
  return area === undefined ? [] : [imports(`face-of-${area}`, `electron/planted-${area}.ts`, `src/${area}/inside.ts`)];
});

export const PLANTED: readonly Planted[] = [
  ...directions,
  ...faces,
  imports('direction-of-jobs', 'src/jobs/beside.ts', 'src/governance/planted-beside/index.ts'),
  imports('direction-of-ledger', 'src/ledger/lazily.ts', 'src/billing/planted-lazy/index.ts', 'lazy'),
  imports('direction-of-kernel', 'src/kernel/again.ts', 'src/ledger/planted-again.ts', 're-export'),
  imports('ports-not-connectors', 'src/billing/ported/rules.ts', 'src/stripe/ported/index.ts', 'type'),
  importsPackage('ports-not-connectors', 'src/billing/ported/sdk.ts', 'stripe'),
  imports('faces-of-grouped-areas', 'src/revenue/one/queries.ts', 'src/billing/two/queries.ts', 'type'),
  imports('faces-of-grouped-areas', 'src/billing/one/queries.ts', 'src/billing/two/rules.ts'),
  imports('faces-from-ungrouped-areas', 'src/router/planted.ts', 'src/revenue/three/queries.ts'),
  imports('electron-alone-imports-electron', 'src/app/planted-window.ts', 'electron/planted-window.ts'),
  importsPackage('electron-alone-imports-electron', 'src/hosts/planted/sdk.ts', 'electron'),
  imports('renderer-takes-router-type-and-kernel', 'renderer/planted.tsx', 'src/revenue/four/index.ts', 'type'),
  imports('renderer-takes-the-router-as-type', 'renderer/planted-router.tsx', 'src/router/index.ts'),
  importsPackage('no-react-in-the-core', 'src/router/planted-react.ts', 'react'),
  importsPackage('no-node-in-the-renderer', 'renderer/planted-node.ts', 'fs'),
  imports('rules-are-pure', 'src/revenue/pure/rules/planted.ts', 'src/revenue/pure/queries.ts'),
  importsPackage('rules-are-pure', 'src/revenue/pure/rules.ts', 'fs'),
  imports('writers-know-no-database', 'src/documents/export/planted.ts', 'src/ledger/index.ts'),
  importsPackage('database-behind-the-ledger', 'src/billing/planted/sql.ts', 'better-sqlite3'),
  imports('core-knows-no-tests', 'src/app/planted-test.ts', 'test/planted.ts'),
  importsPackage('no-unresolvable', 'src/kernel/planted-absent.ts', './absent.ts'),
  {
    rule: 'no-cycles',
    breaks: 'src/kernel/circle-b.ts → src/kernel/circle-a.ts',
    files: {
      'src/kernel/circle-a.ts': "import { b } from './circle-b.ts';\nexport const a = () => b;\n",
      'src/kernel/circle-b.ts': "import { a } from './circle-a.ts';\nexport const b = 1;\nexport const c = () => a;\n",
    },
  },
];
