// Where an export goes: a file that appears whole or not at all, or standard output.
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { CountinghouseError } from '../../kernel/index.ts';

export type Pieces = Iterable<string | Uint8Array>;

/** Links that a path is followed through, as systems do. */
const MOST_LINKS = 40;

/**
 * Writes the pieces to a file beside the wanted one and renames it once it is whole and on disk. A link stays, what it
 * leads to is written; a device or a pipe is written in place. Raises `file_unwritable` and `disk_full`; then what was
 * there before is untouched.
 */
export async function writeFileWhole(path: string, pieces: Pieces): Promise<void> {
  try {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() === true) throw refusal(path, 'it is a folder');
    if (found === null || found.isFile()) await replaceFile(await behindLinks(path), pieces);
    else await writeInPlace(path, pieces);
  } catch (error) {
    throw refusalOf(path, error);
  }
}

async function replaceFile(target: string, pieces: Pieces): Promise<void> {
  const draft = `${target}.${randomUUID().slice(0, 8)}.part`;
  try {
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
    throw error;
  }
}

async function writeInPlace(path: string, pieces: Pieces): Promise<void> {
  const file = await open(path, constants.O_WRONLY);
  try {
    for (const piece of pieces) await file.writeFile(piece);
  } finally {
    await file.close();
  }
}

/** The file that a path leads to, which need not be there yet. */
async function behindLinks(path: string): Promise<string> {
  let target = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const real = await realpath(target).catch(() => null);
    if (real !== null) return real;
    const next = await readlink(target).catch(() => null);
    if (next === null) return target;
    target = resolve(dirname(target), next);
  }
  throw refusal(path, 'its links lead nowhere');
}

/**
 * Writes the pieces to a stream, waiting where it is full. A reader that leaves early ends it without an error. Raises
 * `disk_full` and `file_unwritable`.
 */
export async function writeStream(stream: Writable, pieces: Pieces): Promise<void> {
  let failure: NodeJS.ErrnoException | null = null;
  const onError = (error: NodeJS.ErrnoException): void => {
    failure ??= error;
  };
  stream.on('error', onError);
  for (const piece of pieces) {
    if (stream.destroyed) break;
    if (!stream.write(piece)) await drained(stream);
  }
  await new Promise<void>((done) => {
    if (stream.destroyed) setImmediate(done);
    else stream.write('', () => setImmediate(done));
  });
  stream.off('error', onError);
  const met = failure as NodeJS.ErrnoException | null;
  if (met !== null && met.code !== 'EPIPE') throw refusalOf('standard output', met);
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
