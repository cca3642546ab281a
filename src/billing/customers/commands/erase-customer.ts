// Forgetting a customer's personal fields for good: their key goes, figures stay.
import { CountinghouseError } from '../../../kernel/index.ts';
import type { Actor, NewFact, WritableLedger } from '../../../ledger/index.ts';
import { chargesOfCustomer, disputesOfCharges } from '../../payments/index.ts';
import { type CustomerErased, customerErasedKind } from '../facts.ts';
import { customerById } from '../queries.ts';

export interface Erasure {
  readonly customerId: string;
  /** When it was asked for, in whole epoch seconds. */
  readonly at: NewFact['effectiveAt'];
  readonly reason?: string;
}

/**
 * Erases names, addresses, e-mail, phone and documents of a customer; changes no figure and cannot be undone. Later
 * imports leave the customer's personal fields out. Raises `not_found` for a customer that is not in the ledger.
 */
export async function eraseCustomer(ledger: WritableLedger, actor: Actor, erasure: Erasure): Promise<void> {
  const { customerId, at, reason } = erasure;
  if ((await customerById(ledger.read, customerId)) === null) {
    throw new CountinghouseError('not_found', {
      what: `no customer "${customerId}" is in the ledger`,
      fix: 'Check the id',
    });
  }
  for (const person of [...(await disputesOf(ledger, customerId)), customerId]) {
    const payload: CustomerErased = { customerId, reason: reason ?? null };
    await ledger.erasePerson(actor, person, {
      kind: customerErasedKind.kind,
      subject: person,
      person,
      effectiveAt: at,
      payload,
    });
  }
}

/** A dispute names no customer, so that its evidence is sealed under its own id. */
async function disputesOf(ledger: WritableLedger, customerId: string): Promise<string[]> {
  const charges = await chargesOfCustomer(ledger.read, customerId);
  const disputes = await disputesOfCharges(
    ledger.read,
    charges.map(({ id }) => id),
  );
  return disputes.map(({ id }) => id);
}
