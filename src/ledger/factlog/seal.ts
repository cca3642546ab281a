// Personal fields are sealed with AES-256-GCM under the key of their person: nonce, tag, ciphertext.
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { CountinghouseError } from '../../kernel/index.ts';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const PERSON_KEY_BYTES = 32;

/** The personal fields as sealed bytes, bound to the fact's subject; the nonce is used this once. */
export function seal(personal: string, key: KeyObject, subject: string, nonce: Uint8Array): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(subject));
  const body = cipher.update(personal, 'utf8');
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** The personal fields' text again. Raises `ledger_corrupt` when the bytes are not what was sealed. */
export function unseal(sealed: Buffer, key: KeyObject, subject: string): string {
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(subject));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8');
    return text + decipher.final('utf8');
  } catch (cause) {
    throw new CountinghouseError(
      'ledger_corrupt',
      {
        what: `The personal fields of ${subject} cannot be opened`,
        fix: 'Restore the ledger from a backup: countinghouse restore',
      },
      cause,
    );
  }
}
