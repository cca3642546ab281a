// Whether what was built is still what the sources say.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['src', 'renderer', 'electron', 'resources', 'electron.vite.config.ts', 'package-lock.json'];
const BUILT = ['main/cli.js', 'main/worker.js', 'main/desktop.js', 'preload/preload.cjs', 'renderer/index.html'];

/** True when a part is missing or a source is newer than the oldest part. */
export function isStale(root) {
  const built = BUILT.map((path) => modifiedAt(join(root, 'out', path)));
  return SOURCES.some((path) => newest(join(root, path)) > Math.min(...built));
}

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries.reduce(
    (latest, entry) =>
      entry.isFile() && !/\.test\.tsx?$/.test(entry.name)
        ? Math.max(latest, modifiedAt(join(entry.parentPath, entry.name)))
        : latest,
    0,
  );
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
