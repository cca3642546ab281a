// A small JSON file of the person's own: read and changed whole, so that it is never half-written.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';

export interface KeptFile<T> {
  /**
   * What it holds; the empty value where there is no file, and what it held last where it cannot be read now. A damaged
   * file is set aside as `<name>.damaged`.
   */
  read(): T;
  /** Replaces what it holds by what `edit` makes of it, and returns that. A disk that refuses keeps the value in memory. */
  change(edit: (value: T) => T): T;
}

/** A draft as old as this was left by a program that ended while it wrote. */
const LEFT_AFTER_MS = 60_000;

/** The file at the path. Other processes may change it too: it is read anew before each change. */
export function keptFile<T>(path: string, schema: z.ZodType<T>, empty: T): KeptFile<T> {
  let unwritten: T | null = null;
  let last = empty;
  const read = (): T => {
    last = unwritten ?? readKept(path, schema, { empty, last });
    return last;
  };
  return {
    read,
    change: (edit) => {
      last = edit(read());
      unwritten = writeKept(path, last) ? null : last;
      return last;
    },
  };
}

function readKept<T>(path: string, schema: z.ZodType<T>, otherwise: { readonly empty: T; readonly last: T }): T {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? otherwise.empty : otherwise.last;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    setAside(path);
    return otherwise.empty;
  }
}

function setAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch {
    // A file that cannot be moved is replaced by the next change.
  }
}

function writeKept(path: string, value: unknown): boolean {
  const draft = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(value, null, 1)}\n`, { mode: 0o600, flush: true });
    renameSync(draft, path);
    removeLeftDrafts(path);
    return true;
  } catch {
    removeDraft(draft);
    return false;
  }
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // It was never made: the folder itself is gone or closed.
  }
}

/** Removes what programs left that ended while they wrote this file. */
function removeLeftDrafts(path: string): void {
  try {
    const folder = dirname(path);
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.part')) continue;
      const draft = join(folder, name);
      const madeAt = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - madeAt > LEFT_AFTER_MS) removeDraft(draft);
    }
  } catch {
    // They are looked for again at the next change.
  }
}
