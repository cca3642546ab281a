// The operating system's failures with files, as errors that say what to do.
import { CountinghouseError } from '../../kernel/index.ts';

/** What was thrown as one of our errors, naming the file; anything that is not a failure of a file stays as it is. */
export function refusalOfFile(thrown: unknown, path: string): unknown {
  switch (systemCodeOf(thrown)) {
    case 'ENOENT':
      return new CountinghouseError(
        'not_found',
        { what: 'There is no such file', where: path, fix: 'Check the path that was given' },
        thrown,
      );
    case 'ENOTDIR':
    case 'EISDIR':
      return new CountinghouseError(
        'file_unreadable',
        { what: 'This path does not lead to a file', where: path, fix: 'Check the path that was given' },
        thrown,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new CountinghouseError(
        'disk_full',
        { what: 'The disk is full; nothing was changed', where: path, fix: 'Free some space and try again' },
        thrown,
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new CountinghouseError(
        'file_unwritable',
        {
          what: 'The file or its folder may not be used in this way',
          where: path,
          fix: 'Check the permissions of the file and its folder',
        },
        thrown,
      );
    default:
      return thrown;
  }
}

/** The operating system's code, such as `ENOENT`; null for anything else. */
export function systemCodeOf(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}
