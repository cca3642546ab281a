// Where a person's own files of this program lie.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The per-user folder for the program's files: as XDG, Apple and Microsoft have it. */
export function userFolder(platform = process.platform, env = process.env): string {
  const chosen = chosenFolder(env);
  if (chosen !== null) return chosen;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'countinghouse');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'countinghouse');
  return join(absolute(env['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share'), 'countinghouse');
}

/** Where new ledgers go when nobody names a place: the person's documents, else their home. */
export function documentsFolder(env = process.env): string {
  const chosen = chosenFolder(env);
  if (chosen !== null) return chosen;
  const documents = join(homedir(), 'Documents');
  return existsSync(documents) ? documents : homedir();
}

function chosenFolder(env: NodeJS.ProcessEnv): string | null {
  const chosen = env['COUNTINGHOUSE_HOME'];
  return chosen === undefined || chosen === '' ? null : chosen;
}

/** XDG: paths that are not absolute are to be ignored. */
function absolute(path: string | undefined): string | null {
  return path?.startsWith('/') === true ? path : null;
}
