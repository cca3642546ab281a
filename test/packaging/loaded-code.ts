// What a built module loads before it does anything: the modules that it imports, and those that they import.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const IMPORT = /^(?:import|export)\b[^;]*?(?:from\s*)?"(?<from>[^"]+)"/gm;
/** The name of each source that the build put into a chunk. */
const SOURCE = /^\/\/ (?<source>(?:src|electron|node_modules)\/.+)$/gm;

export interface LoadedCode {
  readonly bytes: number;
  /** Sources of ours and of libraries that were bundled. */
  readonly sources: readonly string[];
  /** Modules that are loaded by name. */
  readonly outside: readonly string[];
}

/** All that a start at `entry` loads from the folder of built modules. */
export function loadedBy(folder: string, entry: string): LoadedCode {
  const texts = new Map<string, string>();
  const outside = new Set<string>();
  const visit = (file: string): void => {
    if (texts.has(file)) return;
    const text = readFileSync(join(folder, file), 'utf8');
    texts.set(file, text);
    for (const { groups } of text.matchAll(IMPORT)) {
      const from = groups?.['from'] ?? '';
      if (from.startsWith('./')) visit(from.slice(2));
      else outside.add(from);
    }
  };
  visit(entry);
  const all = [...texts.values()];
  return {
    bytes: all.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    sources: all.flatMap((text) => [...text.matchAll(SOURCE)].flatMap(({ groups }) => groups?.['source'] ?? [])),
    outside: [...outside].sort(),
  };
}
