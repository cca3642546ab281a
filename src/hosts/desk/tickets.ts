// Files that a person handed in, each under a ticket that means nothing outside this run: screens name no paths.
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import type { HandedFile } from '../../router/index.ts';

const TICKET_BYTES = 18;
/** Far more than a person hands in before a restart; the oldest go first. */
const TICKETS_LIMIT = 10_000;

export interface Tickets {
  /** Takes the file, or the folder. Raises `file_unreadable` for what is not there. */
  issue(path: string): Promise<HandedFile>;
  /** The path behind a ticket. Raises `not_found`. */
  pathOf(ticket: string): string;
  /** As `pathOf`, with null for what is no ticket. */
  find(ticket: string): string | null;
}

export function createTickets(): Tickets {
  const paths = new Map<string, string>();
  return {
    issue: async (given) => {
      const path = resolve(given);
      const { size } = await stat(path).catch((cause: unknown) => {
        throw unreadable(path, cause);
      });
      const ticket = randomBytes(TICKET_BYTES).toString('base64url');
      paths.set(ticket, path);
      const [oldest] = paths.keys();
      if (paths.size > TICKETS_LIMIT && oldest !== undefined) paths.delete(oldest);
      return { ticket, name: basename(path), sizeBytes: size };
    },
    pathOf: (ticket) => {
      const path = paths.get(ticket);
      if (path !== undefined) return path;
      throw new CountinghouseError('not_found', { what: 'This file is no longer at hand', fix: 'Choose it again' });
    },
    find: (ticket) => paths.get(ticket) ?? null,
  };
}

function unreadable(path: string, cause: unknown): CountinghouseError {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const why = isMissing ? 'There is no such file' : 'This file cannot be read';
  return new CountinghouseError('file_unreadable', { what: why, where: path, fix: 'Check its path' }, cause);
}
