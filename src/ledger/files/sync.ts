// Makes sure that what was written or renamed is on the disk.
import { open } from 'node:fs/promises';
import { systemCodeOf } from './file-errors.ts';

/** Waits until the file's bytes are on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until names in the folder are on the disk, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (thrown) {
    if (systemCodeOf(thrown) === null) throw thrown;
  }
}
