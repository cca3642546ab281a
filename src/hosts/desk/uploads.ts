// Files of the desk's own that live as long as it does: what browsers send in, and exports on their way to them.
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CountinghouseError } from '../../kernel/index.ts';

const GIB = 1_073_741_824;
/** The largest file that a browser may send in. */
export const RECEIVED_LIMIT_BYTES = 4 * GIB;
const LONGEST_NAME = 150;

export interface OwnFiles {
  /** Keeps what the stream brings under the name. Raises `bad_input` when it is too large, `disk_full`. */
  receive(name: string, body: Readable): Promise<string>;
  /** A path that nothing lies at yet. */
  freshPath(name: string): Promise<string>;
  /** Whether the file is one of these, and gone when the desk shuts. */
  has(path: string): boolean;
  /** Waits for the work; a refusal that tells of one of these files tells its name alone, as a person gave it. */
  named<R>(work: Promise<R>): Promise<R>;
  removeAll(): Promise<void>;
}

export function createOwnFiles(limitBytes = RECEIVED_LIMIT_BYTES): OwnFiles {
  let folder: Promise<string> | null = null;
  let madeFolder: string | null = null;
  let last = 0;

  const has = (path: string): boolean => madeFolder !== null && dirname(dirname(path)) === madeFolder;
  const plain = (told: string): string => {
    const [before = '', ...others] = madeFolder === null ? [told] : told.split(join(madeFolder, '/'));
    return before + others.map((rest) => rest.replace(/^\d+[\\/]/, '')).join('');
  };

  const freshPath = async (name: string): Promise<string> => {
    folder ??= mkdtemp(join(tmpdir(), 'countinghouse-'));
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
      try {
        await pipeline(body, boundedBy(limitBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        return path;
      } catch (error) {
        await rm(path, { force: true });
        throw refusalOf(error);
      }
    },
    removeAll: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
      folder = null;
      madeFolder = null;
    },
  };
}

/** The name as it was given, kept from leading out of its folder. */
function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const plain = [...last].filter((letter) => letter >= ' ').join('');
  return plain === '' || plain === '.' || plain === '..' ? 'file' : plain.slice(-LONGEST_NAME);
}

function boundedBy(limitBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      bytes += piece.length;
      done(bytes > limitBytes ? tooLarge(limitBytes) : null, piece);
    },
  });
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
