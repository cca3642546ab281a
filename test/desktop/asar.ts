// Unpacks a packaged program, so that it can be run from its files: the archive itself, and what lies beside it.
import { closeSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/** Returns a new folder with the program's files. */
export async function unpackAsar(archive: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'countinghouse-asar-'));
  const file = openSync(archive, 'r');
  try {
    // Four little-endian numbers stand before the header: two of them say how long it is with and without padding.
    const sizes = read(file, 0, 16);
    const start = 8 + sizes.readUInt32LE(4);
    const header = JSON.parse(read(file, 16, sizes.readUInt32LE(12)).toString()) as Entry;
    const unpack = (entry: Entry, path: string): void => {
      for (const [name, inside] of Object.entries(entry.files ?? {})) unpack(inside, join(path, name));
      if (entry.size === undefined || entry.offset === undefined || entry.unpacked === true) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, read(file, start + Number(entry.offset), entry.size));
    };
    unpack(header, folder);
  } finally {
    closeSync(file);
  }
  await cp(`${archive}.unpacked`, folder, { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  return folder;
}

function read(file: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  readSync(file, bytes, 0, size, at);
  return bytes;
}
