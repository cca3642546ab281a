// Changes a member's name, e-mail or role.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { memberChanged } from '../facts.ts';
import { membersOf } from '../queries.ts';
import { requireAdmin, requireOwnEmail } from '../rules.ts';
import type { NewMember } from './add-member.ts';
import { memberFact } from './member-fact.ts';
import { seenMember, type Seen } from './seen-member.ts';

/** What is to be different about the member; what is undefined stays. */
export type MemberChange = Seen & { readonly [K in keyof NewMember]?: NewMember[K] | undefined };

/**
 * Changes what is named and returns whether anything was different. Raises `not_found` for nobody and for a removed
 * member, `stale_revision`, `bad_input` for an address that another member has, `not_permitted` when no admin would
 * be left.
 */
export async function changeMember(ledger: WritableLedger, actor: Actor, change: MemberChange): Promise<boolean> {
  const { appended } = await ledger.commit(actor, async (read, now) => {
    const before = await seenMember(read, change);
    if (before.isRemoved) throw new CountinghouseError('not_found', { what: 'This member was removed' });
    const after = {
      memberId: before.memberId,
      name: change.name ?? before.name ?? '',
      email: change.email ?? before.email ?? '',
      role: change.role ?? before.role,
    };
    if (after.name === before.name && after.email === before.email && after.role === before.role) return [];
    const others = (await membersOf(read)).filter(({ memberId }) => memberId !== after.memberId);
    requireOwnEmail(others, after.email);
    requireAdmin([...others, after]);
    return [memberFact(memberChanged.kind, now, after)];
  });
  return appended > 0;
}
