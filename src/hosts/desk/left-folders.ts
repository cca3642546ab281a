// Folders of temporary files that a program left behind which ended without removing its own.
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../app/alive.ts';

/** How the name of such a folder begins; the number of its process follows. */
export const OWN_FOLDER = 'countinghouse-';
const NAME = new RegExp(`^${OWN_FOLDER}(\\d+)-\\w{6}$`);

/** Removes those of programs that are gone and of this person. One that cannot be removed is left to the system. */
export async function removeLeftFolders(): Promise<void> {
  const folder = tmpdir();
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(folder, name);
    if (await isOwn(path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}
