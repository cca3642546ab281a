// Where an export goes: a file that appears whole or not at all, or standard output.
import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { CountinghouseError } from '../../kernel/index.ts';

export type Pieces = Iterable<string | Uint8Array>;

/**
 * Writes the pieces to a file beside the wanted one and renames it once it is whole and on disk. Raises
 * `file_unwritable` and `disk_full`; then what was there before is untouched.
 */
export async function writeFileWhole(path: string, pieces: Pieces): Promise<void> {
  const target = resolve(path);
  const draft = `${target}.${randomUUID().slice(0, 8)}.part`;
  try {
    if (await isFolder(target)) throw refusal(path, 'it is a folder');
    const file = await open(draft, 'wx', 0o600);
    try {
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw refusalOf(path, error);
  }
}

/** Writes the pieces to a stream, waiting where it is full. A reader that leaves early ends it without an error. */
export async function writeStream(stream: Writable, pieces: Pieces): Promise<void> {
  let isGone = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  };
  stream.on('error', onError);
  for (const piece of pieces) {
    if (isGone) break;
    if (!stream.write(piece)) await drained(stream);
  }
  await new Promise<void>((done) => (isGone ? done() : stream.write('', () => done())));
  stream.off('error', onError);
}

function drained(stream: Writable): Promise<void> {
  return new Promise((done) => {
    const settle = (): void => {
      for (const event of ['drain', 'error', 'close']) stream.off(event, settle);
      done();
    };
    for (const event of ['drain', 'error', 'close']) stream.on(event, settle);
  });
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}

function refusal(path: string, why: string, cause?: unknown): CountinghouseError {
  return new CountinghouseError(
    'file_unwritable',
    {
      what: `Cannot write ${path}: ${why}`,
      fix: 'Name a file in a folder that you may write to',
    },
    cause,
  );
}

function refusalOf(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof CountinghouseError) return error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new CountinghouseError(
        'disk_full',
        {
          what: `Cannot write ${path}: the disk is full`,
          fix: 'Free some space and run it again',
        },
        error,
      );
    case 'ENOENT':
      return refusal(path, `the folder ${dirname(resolve(path))} does not exist`, error);
    case 'ENOTDIR':
      return refusal(path, `${dirname(resolve(path))} is not a folder`, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refusal(path, 'the folder or the file is read-only', error);
    default:
      return refusal(path, error.message, error);
  }
}
