// As whom somebody acts, and what that lets them do. Nobody signs in: roles guard against mistakes, not against people.
import { ALL_PERMISSIONS, PERMISSIONS, type Permission, permissionsOfRole, type Role } from '../access/index.ts';
import type { Actor, ReadHandle } from '../../ledger/index.ts';
import { OWNER } from './queries.ts';

export interface Acting {
  /**
   * `owner` in a workspace of one, where everything is allowed; `member` with what the role allows; `unchosen` where
   * there are members and none was chosen, and `former` for one who is no member any more: both only read.
   */
  readonly standing: 'owner' | 'member' | 'unchosen' | 'former';
  /** Whom facts name. */
  readonly actor: Actor;
  /** The member; of a former one the name, as far as it is known. */
  readonly member: ActingMember | null;
  readonly permissions: ReadonlySet<Permission>;
}

export interface ActingMember {
  readonly id: string;
  /** Null once the person was erased. */
  readonly name: string | null;
  readonly role: Role;
}

/** The program itself, in what it does on its own. */
export const PROGRAM: Acting = { standing: 'owner', actor: OWNER, member: null, permissions: ALL_PERMISSIONS };

const READING: ReadonlySet<Permission> = new Set(PERMISSIONS.filter((permission) => permission.endsWith('.read')));

/** Who acts when the member was chosen; null where none was. */
export async function actingAs(read: ReadHandle, memberId: string | null): Promise<Acting> {
  const first = await read.selectFrom('members').select('id').where('is_removed', '=', 0).executeTakeFirst();
  if (first === undefined) return PROGRAM;
  if (memberId === null) return { standing: 'unchosen', actor: OWNER, member: null, permissions: READING };
  const row = await read
    .selectFrom('members')
    .select(['id', 'name', 'role', 'is_removed'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return { standing: 'former', actor: memberId, member: null, permissions: READING };
  const member = { id: row.id, name: row.name, role: row.role as Role };
  if (row.is_removed === 1) return { standing: 'former', actor: memberId, member, permissions: READING };
  return { standing: 'member', actor: memberId, member, permissions: permissionsOfRole(member.role) };
}
