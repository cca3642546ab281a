// A source's syntax tree as swc gives it, and a walk over it.
import { parseSync } from '@swc/core';

/** A node of the tree: what the checks ask of one, they ask by name. */
export type SyntaxNode = Readonly<Record<string, unknown>>;

/** The tree of a TypeScript or JavaScript source. Raises what swc raises for text that does not parse. */
export function parse(path: string, text: string): SyntaxNode {
  return { ...parseSync(text, { syntax: 'typescript', tsx: /\.(tsx|js|mjs)$/.test(path), target: 'es2024' }) };
}

/** Every node of the tree, parents before their children. */
export function* nodesOf(node: unknown): Generator<SyntaxNode> {
  if (Array.isArray(node)) {
    for (const child of node) yield* nodesOf(child);
  } else if (isNode(node)) {
    if (typeof node['type'] === 'string') yield node;
    for (const child of Object.values(node)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

/** The node at the end of the path of keys, or null. */
export function at(node: unknown, ...path: readonly (string | number)[]): SyntaxNode | null {
  let current: unknown = node;
  for (const key of path) current = isNode(current) || Array.isArray(current) ? Reflect.get(current, key) : null;
  return isNode(current) ? current : null;
}

/** The text that the node holds as a name or a string literal, or null. */
export function textOf(node: SyntaxNode | null): string | null {
  if (node === null) return null;
  const isText = node['type'] === 'Identifier' || node['type'] === 'StringLiteral';
  return isText && typeof node['value'] === 'string' ? node['value'] : null;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
