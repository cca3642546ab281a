// Decisions about members and about changes that somebody else was quicker with.
import { CountinghouseError, instantText } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { Role } from '../access/index.ts';

interface Standing {
  readonly memberId: string;
  readonly role: Role;
  readonly email: string | null;
}

/** What there is now, and who left it so; `at` is null where nothing was ever changed. */
export interface SeenChange {
  /** Such as `The branding was`. */
  readonly what: string;
  readonly by: string;
  readonly at: Instant | null;
}

/** The refusal of a change to something that was changed since it was shown. */
export function staleRevision({ what, by, at }: SeenChange): CountinghouseError {
  return new CountinghouseError('stale_revision', {
    what: `${what} changed since you opened this: by ${by}${at === null ? '' : `, ${instantText(at)}`}`,
    where: 'revision',
    fix: 'Look at the present values and make your change again',
  });
}

/**
 * Raises `not_permitted` where members would remain and none of them an admin: nobody could change people any more.
 * `remaining` are the members as they would be.
 */
export function requireAdmin(remaining: readonly Standing[]): void {
  if (remaining.length === 0 || remaining.some(({ role }) => role === 'admin')) return;
  throw new CountinghouseError('not_permitted', {
    what: 'At least one member has to be an admin',
    where: 'role',
    fix: 'Make another member an admin first',
  });
}

/** Raises `bad_input` where another member has the address, however it is written. */
export function requireOwnEmail(others: readonly Standing[], email: string): void {
  if (!others.some((other) => other.email?.toLowerCase() === email.toLowerCase())) return;
  throw new CountinghouseError('bad_input', {
    what: 'Another member has this e-mail address',
    where: 'email',
    fix: 'Give each member an address of their own',
  });
}
