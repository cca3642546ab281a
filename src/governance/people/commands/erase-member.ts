// Forgets a removed member's name and e-mail for good; what they did stays, under nobody's name.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Instant } from '../../../kernel/index.ts';
import type { Actor, WritableLedger } from '../../../ledger/index.ts';
import { memberErased } from '../facts.ts';
import { memberById } from '../queries.ts';

/** Erases the person. Raises `not_found`, `bad_input` for a member who is not removed. */
export async function eraseMember(ledger: WritableLedger, actor: Actor, memberId: string, at: Instant): Promise<void> {
  const { isRemoved } = await memberById(ledger.read, memberId);
  if (!isRemoved) {
    throw new CountinghouseError('bad_input', {
      what: 'A member is erased only after being removed',
      fix: 'Remove the member first',
    });
  }
  await ledger.erasePerson(actor, memberId, {
    kind: memberErased.kind,
    subject: memberId,
    person: memberId,
    effectiveAt: at,
    payload: { memberId },
  });
}
