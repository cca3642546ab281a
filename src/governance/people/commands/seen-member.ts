// The member that a command is about, as the one who gave the command has seen it.
import type { ReadHandle } from '../../../ledger/index.ts';
import { actorName, memberById, type Member } from '../queries.ts';
import { staleRevision } from '../rules.ts';

export interface Seen {
  readonly memberId: string;
  /** The revision that the command was given from. */
  readonly revision: number;
}

/** The member. Raises `not_found`, and `stale_revision` when somebody changed it since. */
export async function seenMember(read: ReadHandle, { memberId, revision }: Seen): Promise<Member> {
  const member = await memberById(read, memberId);
  if (member.revision === revision) return member;
  const by = await actorName(read, member.changedBy);
  throw staleRevision({ what: 'This member was', by, at: member.changedAt });
}
