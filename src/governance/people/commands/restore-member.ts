// Takes a removed member back in, in the role they had.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { memberAdded } from '../facts.ts';
import { membersOf } from '../queries.ts';
import { requireAdmin, requireOwnEmail } from '../rules.ts';
import { memberFact } from './member-fact.ts';
import { seenMember, type Seen } from './seen-member.ts';

/**
 * Restores the member. Raises `not_found`, `stale_revision`, `bad_input` for one who is not removed, was erased, or
 * whose address another member has by now.
 */
export async function restoreMember(ledger: WritableLedger, actor: Actor, seen: Seen): Promise<void> {
  await ledger.commit(actor, async (read, now) => {
    const { memberId, isRemoved, name, email, role } = await seenMember(read, seen);
    if (!isRemoved) throw new CountinghouseError('bad_input', { what: 'This member was not removed' });
    if (name === null || email === null) {
      throw new CountinghouseError('bad_input', { what: 'This member was erased', fix: 'Add the person anew' });
    }
    const others = await membersOf(read);
    requireOwnEmail(others, email);
    requireAdmin([...others, { memberId, email, role }]);
    return [memberFact(memberAdded.kind, now, { memberId, name, email, role })];
  });
}
