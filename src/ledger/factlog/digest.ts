// Digests by which content that is already known is recognized. They are keyed with a salt of the ledger, and are
// no part of the chain: when a person is erased, theirs are replaced by digests that no personal field goes into.
import { hash } from 'node:crypto';

const DIGEST_BYTES = 16;

/** The digest of a fact's whole content. */
export function digestOf(salt: string, kind: string, content: string): Buffer {
  return hash('sha256', `${salt}${kind}\n${content}`, 'buffer').subarray(0, DIGEST_BYTES);
}

/** A digest beside its subject, for sets. */
export function digestKey(subject: string, digest: Uint8Array): string {
  return `${subject}\n${Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('latin1')}`;
}
