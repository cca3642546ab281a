// The ledgers opened lately, and those taken off that list in this run, which alone can be put back.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeptFile } from '../../app/kept-file.ts';
import { type Preferences, type RecentEntry, withRecent } from '../../app/preferences.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import type { RecentLedger } from '../../router/index.ts';
import { nameOf } from './file-names.ts';

export interface Recents {
  /** The latest first. */
  list(): RecentLedger[];
  opened(path: string, at: number): void;
  /** The path, if it is one of them. Raises `not_found`. */
  required(path: string): string;
  forget(path: string): void;
  /** Raises `not_found` for one that was not forgotten in this run. */
  putBack(path: string): void;
}

export function createRecents(preferences: KeptFile<Preferences>): Recents {
  const forgotten = new Map<string, RecentEntry>();
  const change = (edit: (recents: readonly RecentEntry[]) => RecentEntry[]): void => {
    preferences.change((all) => ({ ...all, recents: edit(all.recents) }));
  };
  const find = (path: string): RecentEntry | undefined =>
    preferences.read().recents.find((recent) => recent.path === path);
  return {
    list: () =>
      preferences.read().recents.map(({ path, lastOpenedAt }) => ({
        path,
        name: nameOf(path),
        folder: dirname(path),
        lastOpenedAt,
        isMissing: !existsSync(path),
      })),
    opened: (path, at) => change((recents) => withRecent(recents, { path, lastOpenedAt: at })),
    required: (path) => {
      if (find(path) === undefined) throw unknownRecent(path);
      return path;
    },
    forget: (path) => {
      const entry = find(path);
      if (entry !== undefined) forgotten.set(path, entry);
      change((recents) => recents.filter((recent) => recent.path !== path));
    },
    putBack: (path) => {
      const entry = forgotten.get(path);
      if (entry === undefined) throw unknownRecent(path);
      change((recents) =>
        [...recents.filter((recent) => recent.path !== path), entry].sort((a, b) => b.lastOpenedAt - a.lastOpenedAt),
      );
    },
  };
}

function unknownRecent(path: string): CountinghouseError {
  return new CountinghouseError('not_found', {
    what: 'This ledger is not among those opened lately',
    where: path,
    fix: 'Choose its file',
  });
}
