// Takes a member out of the workspace; what they did stays in the log under their name.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { memberRemoved } from '../facts.ts';
import { membersOf } from '../queries.ts';
import { requireAdmin } from '../rules.ts';
import { seenMember, type Seen } from './seen-member.ts';

/** Removes the member. Raises `not_found`, `stale_revision`, `not_permitted` when members but no admin would be left. */
export async function removeMember(ledger: WritableLedger, actor: Actor, seen: Seen): Promise<void> {
  await ledger.commit(actor, async (read, now) => {
    const { memberId, isRemoved } = await seenMember(read, seen);
    if (isRemoved) throw new CountinghouseError('not_found', { what: 'This member was removed already' });
    requireAdmin((await membersOf(read)).filter((member) => member.memberId !== memberId));
    return [{ kind: memberRemoved.kind, subject: memberId, person: memberId, effectiveAt: now, payload: { memberId } }];
  });
}
