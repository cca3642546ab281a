// How much of what browsers sent in is kept at a time: where room is needed, the oldest that nobody works on goes.
import { CountinghouseError } from '../../kernel/index.ts';

export interface ReceivedFiles {
  has(path: string): boolean;
  /** The file holds so many bytes more. Raises `disk_full` where others that are needed leave no room for them. */
  grow(path: string, bytes: number): void;
  /** It is needed from now on, until it is let go as often. */
  hold(path: string): void;
  /** Whether nobody needs it any more. */
  letGo(path: string): boolean;
  forget(path: string): void;
}

interface Kept {
  bytes: number;
  holders: number;
}

/** `remove` is told of each that goes to make room. */
export function createReceivedFiles(limitBytes: number, remove: (path: string) => void): ReceivedFiles {
  const all = new Map<string, Kept>();
  const of = (path: string): Kept => {
    const kept = all.get(path) ?? { bytes: 0, holders: 0 };
    all.set(path, kept);
    return kept;
  };
  const isOver = (): boolean => [...all.values()].reduce((sum, { bytes }) => sum + bytes, 0) > limitBytes;
  return {
    has: (path) => all.has(path),
    grow: (path, bytes) => {
      of(path).bytes += bytes;
      while (isOver()) {
        const oldest = [...all].find(([, { holders }]) => holders === 0)?.[0];
        if (oldest === undefined) throw noRoom();
        all.delete(oldest);
        remove(oldest);
      }
    },
    hold: (path) => {
      of(path).holders += 1;
    },
    letGo: (path) => {
      const kept = of(path);
      kept.holders -= 1;
      return kept.holders === 0;
    },
    forget: (path) => void all.delete(path),
  };
}

function noRoom(): CountinghouseError {
  return new CountinghouseError('disk_full', {
    what: 'There is no room for another file until those that were sent in are imported',
    fix: 'Wait until their jobs have ended, or name the file by its path instead',
  });
}
