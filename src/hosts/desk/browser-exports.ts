// Exports that a browser takes: written to a file of the desk's own first, so that nothing is sent of one that fails.
import { rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Core } from '../worker/index.ts';
import type { ExportedFile, ExportRequest } from './host.ts';
import { answered } from './outcomes.ts';
import type { OwnFiles } from './uploads.ts';

/** Raises what the report refuses with, and `disk_full`; then no file is left. */
export async function exportForBrowser(
  core: Core,
  ownFiles: OwnFiles,
  asked: ExportRequest,
  signal: AbortSignal | undefined,
): Promise<ExportedFile> {
  const path = await ownFiles.freshPath(`export.${asked.format}`);
  const remove = (): Promise<void> => rm(dirname(path), { recursive: true, force: true });
  const work = { path: 'internal.exportReport', input: { ...asked, path } };
  try {
    answered(await core.work(work, signal === undefined ? {} : { signal }), z.object({ rows: z.int() }));
    const { size } = await stat(path);
    return { path, sizeBytes: size, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
