// Takes a person into the workspace.
import { newId } from '../../../kernel/index.ts';
import type { RandomBytes } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import type { Role } from '../../access/index.ts';
import { memberAdded } from '../facts.ts';
import { membersOf } from '../queries.ts';
import { requireAdmin, requireOwnEmail } from '../rules.ts';
import { memberFact } from './member-fact.ts';

export interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * Adds the member and returns its id. Raises `bad_input` for an address that another member has, `not_permitted`
 * when nobody would be an admin: the first member is one.
 */
export async function addMember(
  ledger: WritableLedger,
  actor: Actor,
  member: NewMember,
  randomBytes: RandomBytes,
): Promise<string> {
  let memberId = '';
  await ledger.commit(actor, async (read, now) => {
    memberId = newId('member', now * 1000, randomBytes);
    const others = await membersOf(read);
    requireOwnEmail(others, member.email);
    requireAdmin([...others, { memberId, ...member }]);
    return [memberFact(memberAdded.kind, now, { memberId, ...member })];
  });
  return memberId;
}
