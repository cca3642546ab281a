// A member as a fact that seals name and e-mail.
import type { Instant } from '../../../kernel/index.ts';
import type { NewFact } from '../../../ledger/index.ts';
import type { MemberPersonal, MemberStanding } from '../facts.ts';

/** The fact of the kind about the whole member. */
export function memberFact(
  kind: string,
  effectiveAt: Instant,
  { memberId, role, name, email }: MemberStanding & MemberPersonal,
): NewFact {
  return {
    kind,
    subject: memberId,
    effectiveAt,
    person: memberId,
    payload: { memberId, role },
    personal: { name, email },
  };
}
