// Reads an asar archive as its format has it: a pickled JSON header, then the files one after another.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

interface Folder {
  readonly files: Readonly<Record<string, Entry>>;
}
type Entry =
  | Folder
  | {
      readonly size: number;
      readonly offset?: string | undefined;
      readonly unpacked?: boolean | undefined;
      readonly executable?: boolean | undefined;
    };

const entry: z.ZodType<Entry> = z.lazy(() => z.union([folder, file]));
const folder = z.object({ files: z.record(z.string(), entry) });
const file = z.object({
  size: z.int(),
  offset: z.string().optional(),
  unpacked: z.boolean().optional(),
  executable: z.boolean().optional(),
});

/** A file of an archive. */
export interface ArchivedFile {
  /** Below the archive, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Lies beside the archive, in `app.asar.unpacked`. */
  readonly isUnpacked: boolean;
  readonly isExecutable: boolean;
  /** Where it begins in the archive; 0 for one that is unpacked. */
  readonly offset: number;
}

/** The files of the archive, in order of path. */
export function filesOfAsar(archive: string): ArchivedFile[] {
  const { header, start } = headerOf(readFileSync(archive));
  return filesBelow('', header, start).sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Writes the files of the archive, the unpacked ones with them, into the folder. */
export function extractAsar(archive: string, target: string): void {
  const bytes = readFileSync(archive);
  for (const { path, sizeBytes, isUnpacked, isExecutable, offset } of filesOfAsar(archive)) {
    const to = join(target, path);
    mkdirSync(dirname(to), { recursive: true });
    if (isUnpacked) copyFileSync(join(`${archive}.unpacked`, path), to);
    else writeFileSync(to, bytes.subarray(offset, offset + sizeBytes));
    if (isExecutable) chmodSync(to, 0o755);
  }
}

function headerOf(bytes: Buffer): { readonly header: Folder; readonly start: number } {
  const sizeBytes = bytes.readUInt32LE(4);
  const textBytes = bytes.readUInt32LE(12);
  return { header: folder.parse(JSON.parse(bytes.toString('utf8', 16, 16 + textBytes))), start: 8 + sizeBytes };
}

function filesBelow(prefix: string, { files }: Folder, start: number): ArchivedFile[] {
  return Object.entries(files).flatMap(([name, one]): ArchivedFile[] => {
    const path = `${prefix}${name}`;
    if ('files' in one) return filesBelow(`${path}/`, one, start);
    const isUnpacked = one.unpacked === true;
    const offset = isUnpacked ? 0 : start + Number(one.offset);
    return [{ path, sizeBytes: one.size, isUnpacked, isExecutable: one.executable === true, offset }];
  });
}
