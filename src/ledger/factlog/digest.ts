// Digests by which content that is already known is recognized. They are keyed with a salt of the ledger, and are
// no part of the chain: when a person is erased, theirs are replaced by digests that no personal field goes into.
import { hash } from 'node:crypto';

const DIGEST_BYTES = 16;

/** The digest of a fact's whole content, a character a byte. */
export function digestOf(salt: string, kind: string, content: string): string {
  return hash('sha256', `${salt}${kind}\n${content}`, 'binary').slice(0, DIGEST_BYTES);
}

/** The digest as it is stored. */
export function digestBytes(digest: string): Buffer {
  return Buffer.from(digest, 'binary');
}

/** A stored digest as it is compared. */
export function storedDigest({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('binary');
}

/** A digest beside its subject, for sets. */
export function digestKey(subject: string, digest: string): string {
  return `${subject}\n${digest}`;
}
