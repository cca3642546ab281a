// Where a person's own files of this program lie.
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The per-user folder for the program's files: as XDG, Apple and Microsoft have it. */
export function userFolder(platform = process.platform, env = process.env): string {
  const chosen = env['COUNTINGHOUSE_HOME'];
  if (chosen !== undefined && chosen !== '') return chosen;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'countinghouse');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'countinghouse');
  return join(absolute(env['XDG_DATA_HOME']) ?? join(homedir(), '.local', 'share'), 'countinghouse');
}

/** XDG: paths that are not absolute are to be ignored. */
function absolute(path: string | undefined): string | null {
  return path?.startsWith('/') === true ? path : null;
}
