// The sources of the project as the architecture tests read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Folders that hold what we write ourselves; what is generated or given (fixtures, resources) is not among them. */
export const SOURCE_FOLDERS = ['bin', 'electron', 'renderer', 'src', 'test'] as const;

export interface Source {
  /** Below the project's root, with `/` on every system. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

const EXTENSION = /\.(ts|tsx|js|mjs|css)$/;
const LEFT_OUT = new Set(['node_modules', 'fixtures', 'out', 'dist']);

/** Every source file of the folders below `root`, and the configuration files beside them, in order of path. */
export function sourcesOf(root: string, folders: readonly string[] = SOURCE_FOLDERS): Source[] {
  const beside = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = [
    ...beside.map((entry) => join(root, entry.name)),
    ...folders.flatMap((name) => filesOf(join(root, name))),
  ];
  return paths
    .filter((path) => EXTENSION.test(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path: relative(root, path).split(sep).join('/'), text, lines: text.trimEnd().split('\n').length };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function isScript(source: Source): boolean {
  return !source.path.endsWith('.css');
}

/** Tests, and what stands beside sources for tests alone. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.(?:test|testing)\.tsx?$|\/testing\//.test(path);
}

/** A failure's message: the reason of the rule, then each place that breaks it. */
export function because(reason: string, places: readonly string[]): string {
  return `${reason}\n${places.map((place) => `  ${place}`).join('\n')}`;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}
