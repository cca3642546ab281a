// Which source writes which table: read from the calls, since a write handle can write any table.
import { posix } from 'node:path';
import { areaOf } from './import-rules.ts';
import type { Source } from './sources.ts';
import { at, nodesOf, parse, type SyntaxNode, textOf } from './syntax.ts';

const BULK_WRITES = new Set(['insertRows', 'upsertRows', 'addToRows', 'deleteRows']);
const KYSELY_WRITES = new Set(['insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto']);
const SQL_WRITE =
  /^\s*(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update\s+\w+\s+set|delete\s+from|(?:create|drop|alter)\s+(?:unique\s+)?(?:table|index|trigger|view))\b/i;

export interface Definition {
  readonly area: string;
  readonly constant: string;
  readonly table: string;
  readonly path: string;
}

export interface Write {
  readonly path: string;
  /** As written, such as `insertRows(customers)`. */
  readonly call: string;
  /** The owner of the written table; null when it cannot be read from the source. */
  readonly owner: string | null;
}

/** Every `defineTable({ name: … })` of an area. */
export function definitionsIn(sources: readonly Source[]): Definition[] {
  return sources.flatMap(({ path, text }) => {
    const area = areaOf(path);
    if (area === null || !text.includes('defineTable(')) return [];
    return [...nodesOf(parse(path, text))].flatMap((node) => {
      const call = node['type'] === 'VariableDeclarator' ? at(node, 'init') : null;
      if (textOf(at(call, 'callee')) !== 'defineTable') return [];
      const properties = [...nodesOf(at(call, 'arguments', 0, 'expression')?.['properties'])];
      const name = properties.find((property) => textOf(at(property, 'key')) === 'name');
      return [{ area, path, constant: textOf(at(node, 'id')) ?? '', table: textOf(at(name ?? null, 'value')) ?? '' }];
    });
  });
}

/** Every call that writes a table, with the area that owns it. */
export function writesIn(sources: readonly Source[], definitions: readonly Definition[]): Write[] {
  return sources.flatMap(({ path, text }) => {
    const tree = parse(path, text);
    const imported = importsOf(tree, path);
    return [...nodesOf(tree)].flatMap((node): Write[] => {
      if (node['type'] === 'TemplateElement' || node['type'] === 'StringLiteral') return sqlWrite(path, node);
      if (node['type'] !== 'CallExpression') return [];
      const method = textOf(at(node, 'callee', 'property'));
      const target = at(node, 'arguments', 0, 'expression');
      if (method === null || target === null || at(node, 'callee')?.['type'] !== 'MemberExpression') return [];
      if (KYSELY_WRITES.has(method)) {
        const owner = definitions.find(({ table }) => table === textOf(target))?.area ?? null;
        return [{ path, call: `${method}(${textOf(target) ?? '…'})`, owner }];
      }
      if (!BULK_WRITES.has(method)) return [];
      const constant = constantOf(target, imported, path);
      const owner = definitions.find(
        (known) => known.area === constant?.area && known.constant === constant.name,
      )?.area;
      return [{ path, call: `${method}(${constant?.name ?? '…'})`, owner: owner ?? null }];
    });
  });
}

interface Constant {
  readonly name: string;
  readonly area: string | null;
}

/** Local name → what it is called where it was exported, and the area it comes from. */
function importsOf(tree: SyntaxNode, path: string): Map<string, Constant> {
  const imported = new Map<string, Constant>();
  for (const node of nodesOf(tree)) {
    const from = node['type'] === 'ImportDeclaration' ? textOf(at(node, 'source')) : null;
    if (from === null || !Array.isArray(node['specifiers'])) continue;
    const area = from.startsWith('.') ? areaOf(posix.join(posix.dirname(path), from)) : null;
    for (const specifier of node['specifiers']) {
      const local = textOf(at(specifier, 'local'));
      if (local !== null) imported.set(local, { name: textOf(at(specifier, 'imported')) ?? local, area });
    }
  }
  return imported;
}

function constantOf(target: SyntaxNode, imported: ReadonlyMap<string, Constant>, path: string): Constant | null {
  if (target['type'] === 'MemberExpression') {
    const owner = imported.get(textOf(at(target, 'object')) ?? '');
    const name = textOf(at(target, 'property'));
    return owner === undefined || name === null ? null : { name, area: owner.area };
  }
  const name = textOf(target);
  return name === null ? null : (imported.get(name) ?? { name, area: areaOf(path) });
}

function sqlWrite(path: string, node: SyntaxNode): Write[] {
  const text = node['type'] === 'TemplateElement' ? node['raw'] : node['value'];
  return typeof text === 'string' && SQL_WRITE.test(text)
    ? [{ path, call: `sql: ${text.trim().slice(0, 40)}`, owner: null }]
    : [];
}
