// Folders that a cloud service copies behind the ledger's back, which can split a file from its log.
import { homedir } from 'node:os';
import { resolve, sep } from 'node:path';

/** How the folders of each service are named, anywhere in a path. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^(Google Drive|GoogleDrive.*|My Drive)$/i, 'Google Drive'],
  [/^(com~apple~CloudDocs|Mobile Documents|iCloud ?Drive)$/i, 'iCloud Drive'],
  [/^(Nextcloud|ownCloud)$/i, 'Nextcloud'],
  [/^(Box|Box Sync)$/, 'Box'],
  [/^pCloud ?Drive$/i, 'pCloud'],
];

/** The name of the service whose folder the path lies in, such as `Dropbox`; null for a folder of this machine alone. */
export function cloudServiceOf(path: string, home = homedir()): string | null {
  const full = resolve(path);
  const inside = full.startsWith(home + sep) ? full.slice(home.length + 1) : full;
  for (const folder of inside.split(/[\\/]/).slice(0, -1)) {
    const service = SERVICES.find(([pattern]) => pattern.test(folder));
    if (service !== undefined) return service[1];
  }
  return null;
}
