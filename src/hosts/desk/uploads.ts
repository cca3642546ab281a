// Files of the desk's own that live as long as it does: what browsers send in, and exports on their way to them.
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CountinghouseError } from '../../kernel/index.ts';
import { plainName } from './file-names.ts';
import { OWN_FOLDER, removeLeftFolders } from './left-folders.ts';
import { createReceivedFiles } from './received-files.ts';

const GIB = 1_073_741_824;
/** The largest file that a browser may send in. */
export const RECEIVED_LIMIT_BYTES = 4 * GIB;
/** All that browsers sent in and that is still kept. */
const KEPT_LIMIT_BYTES = 2 * RECEIVED_LIMIT_BYTES;

export interface OwnFiles {
  /** Keeps what the stream brings under the name. Raises `bad_input` when it is too large, `disk_full`. */
  receive(name: string, body: Readable): Promise<string>;
  /** A path that nothing lies at yet. */
  freshPath(name: string): Promise<string>;
  /** Whether the file is one of these, and gone when the desk shuts. */
  has(path: string): boolean;
  /** Waits for the work; a refusal that tells of one of these files tells its name alone, as a person gave it. */
  named<R>(work: Promise<R>): Promise<R>;
  /** Keeps those of the files that a browser sent in while the work is done; unless it fails, they are removed then. */
  during<R>(files: readonly string[], work: () => Promise<R>): Promise<R>;
  removeAll(): Promise<void>;
}

/** Removes at once what programs left that ended without removing theirs. */
export function createOwnFiles(limitBytes = RECEIVED_LIMIT_BYTES, keptLimitBytes = KEPT_LIMIT_BYTES): OwnFiles {
  let folder: Promise<string> | null = null;
  let madeFolder: string | null = null;
  let last = 0;
  const removeFile = (path: string): Promise<void> => rm(dirname(path), { recursive: true, force: true });
  const received = createReceivedFiles(keptLimitBytes, (path) => void removeFile(path).catch(() => undefined));
  void removeLeftFolders();

  const has = (path: string): boolean => madeFolder !== null && dirname(dirname(path)) === madeFolder;
  const plain = (told: string): string => {
    const [before = '', ...others] = madeFolder === null ? [told] : told.split(join(madeFolder, '/'));
    return before + others.map((rest) => rest.replace(/^\d+[\\/]/, '')).join('');
  };

  const freshPath = async (name: string): Promise<string> => {
    folder ??= mkdtemp(join(tmpdir(), `${OWN_FOLDER}${process.pid}-`));
    madeFolder = await folder;
    last += 1;
    const own = join(madeFolder, String(last));
    await mkdir(own, { mode: 0o700 });
    return join(own, plainName(name));
  };

  return {
    freshPath,
    has,
    named: async (work) => {
      try {
        return await work;
      } catch (error) {
        if (!(error instanceof CountinghouseError) || madeFolder === null) throw error;
        const { code, what, where, fix } = error;
        throw new CountinghouseError(
          code,
          {
            what: plain(what),
            ...(where === undefined ? {} : { where: plain(where) }),
            ...(fix === undefined ? {} : { fix: plain(fix) }),
          },
          error,
        );
      }
    },
    receive: async (name, body) => {
      const path = await freshPath(name);
      received.hold(path);
      try {
        // Whoever sends it is still to be answered when this fails: their connection stays.
        const pieces = body.iterator({ destroyOnReturn: false });
        const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
        await pipeline(
          boundedBy(pieces, limitBytes, (bytes) => received.grow(path, bytes)),
          file,
        );
        received.letGo(path);
        return path;
      } catch (error) {
        received.forget(path);
        await removeFile(path);
        body.resume();
        throw refusalOf(error);
      }
    },
    during: async (files, work) => {
      const own = files.filter(received.has);
      for (const path of own) received.hold(path);
      let isOver = true;
      try {
        return await work();
      } catch (error) {
        // What failed can be begun again with them.
        isOver = error instanceof CountinghouseError && error.code === 'canceled';
        throw error;
      } finally {
        for (const path of own) {
          if (!received.letGo(path) || !isOver) continue;
          received.forget(path);
          await removeFile(path).catch(() => undefined);
        }
      }
    },
    removeAll: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
      madeFolder = null;
    },
  };
}

/** Passes the file on piece by piece, each told before it is. */
async function* boundedBy(pieces: AsyncIterable<Buffer>, limitBytes: number, tell: (bytes: number) => void) {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    tell(piece.length);
    yield piece;
  }
}

/** What is said of a file that is larger than may be sent in. */
export function tooLarge(limitBytes = RECEIVED_LIMIT_BYTES): CountinghouseError {
  return new CountinghouseError('bad_input', {
    what: `The file is larger than ${Math.floor(limitBytes / GIB)} GiB`,
    fix: 'Name it by its path instead',
  });
}

function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (error instanceof CountinghouseError) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CountinghouseError('disk_full', { what: 'The disk is full', fix: 'Free some space' }, error);
  }
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') {
    return new CountinghouseError('canceled', { what: 'The file did not arrive whole' }, error);
  }
  return error;
}
