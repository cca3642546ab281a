// Files that a person named.
import { readFile, stat } from 'node:fs/promises';
import { CountinghouseError } from '../kernel/index.ts';

/** The file's text. Raises `file_unreadable`. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Raises `file_unreadable` for the first file that is not there, before anything is begun. */
export async function requireFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const found = await stat(path).catch((cause: unknown) => {
      throw unreadable(path, cause);
    });
    if (found.isDirectory()) throw unreadable(path, Object.assign(new Error('a folder'), { code: 'EISDIR' }));
  }
}

function unreadable(path: string, cause: unknown): CountinghouseError {
  return new CountinghouseError(
    'file_unreadable',
    {
      what: `Cannot read ${path}: ${reasonOf(cause)}`,
      fix: 'Check the path that was given',
    },
    cause,
  );
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read';
  return cause instanceof Error ? cause.message : String(cause);
}
