// What can be asked about the people of a workspace.
import { CountinghouseError, instant } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { Actor, ReadHandle } from '../../ledger/index.ts';
import type { Role } from '../access/index.ts';
import type { MemberRow } from './tables.ts';

/** Who acts in a workspace of one. */
export const OWNER: Actor = 'owner';

export interface Member {
  readonly memberId: string;
  /** Null once the person was erased. */
  readonly name: string | null;
  readonly email: string | null;
  readonly role: Role;
  readonly addedAt: Instant;
  readonly isRemoved: boolean;
  readonly revision: number;
  readonly changedBy: Actor;
  readonly changedAt: Instant;
}

/** The present members by name, then id; those who were removed are not among them. */
export async function membersOf(read: ReadHandle): Promise<Member[]> {
  const rows = await read
    .selectFrom('members')
    .selectAll()
    .where('is_removed', '=', 0)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(memberOfRow);
}

/** The members who were removed and are not erased, by name, then id. */
export async function formerMembersOf(read: ReadHandle): Promise<Member[]> {
  const rows = await read
    .selectFrom('members')
    .selectAll()
    .where('is_removed', '=', 1)
    .where('is_erased', '=', 0)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(memberOfRow);
}

/** The member, also one who was removed. Raises `not_found`. */
export async function memberById(read: ReadHandle, memberId: string): Promise<Member> {
  const row = await read.selectFrom('members').selectAll().where('id', '=', memberId).executeTakeFirst();
  if (row !== undefined) return memberOfRow(row);
  throw new CountinghouseError('not_found', { what: 'There is no such member', where: memberId });
}

/** Whom a person is told an actor is: a member's name, `the owner`, or what else caused facts. */
export async function actorName(read: ReadHandle, actor: Actor): Promise<string> {
  if (actor === OWNER) return 'the owner';
  if (actor === 'import') return 'an import';
  if (actor.startsWith('job:')) return `the job "${actor.slice('job:'.length)}"`;
  const row = await read.selectFrom('members').select(['name', 'email']).where('id', '=', actor).executeTakeFirst();
  if (row === undefined) return actor;
  return row.name ?? row.email ?? 'a former member';
}

function memberOfRow(row: MemberRow): Member {
  return {
    memberId: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    addedAt: instant(row.added_at),
    isRemoved: row.is_removed === 1,
    revision: row.fact_seq,
    changedBy: row.changed_by,
    changedAt: instant(row.changed_at),
  };
}
