// A ledger key as text that a person can write down: base32 without look-alike letters, in groups, with a check.
import { hash } from 'node:crypto';
import { CountinghouseError } from '../../kernel/index.ts';
import type { LedgerKey } from '../../ledger/index.ts';

/** Crockford's alphabet: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const GROUP = 4;
/** 35 bytes of key and check are 56 letters. */
const LETTERS = ((KEY_BYTES + CHECK_BYTES) * 8) / 5;

/** The recovery key: 56 letters in groups of five, the last of them a check against mistyping. */
export function recoveryKeyText(key: LedgerKey): string {
  const letters = lettersOf(Buffer.concat([key, checkOf(key)]));
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** The key of a recovery key, or of 64 hexadecimal digits. Raises `wrong_key` saying where it came from. */
export function parseKeyText(text: string, where: string): LedgerKey {
  const compact = text.replace(/[\s-]/g, '');
  if (/^[0-9a-f]{64}$/i.test(compact)) return new Uint8Array(Buffer.from(compact, 'hex'));
  const bytes = bytesOf(compact.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1'));
  if (bytes === null) {
    throw new CountinghouseError('wrong_key', {
      what: 'This is not a ledger key',
      where,
      fix: `A recovery key has ${LETTERS} letters and digits in groups of ${GROUP}; check that none is missing`,
    });
  }
  const key = bytes.subarray(0, KEY_BYTES);
  if (!checkOf(key).equals(bytes.subarray(KEY_BYTES))) {
    throw new CountinghouseError('wrong_key', {
      what: 'The ledger key has a letter that is not right',
      where,
      fix: 'Compare it with what was written down, group by group',
    });
  }
  return new Uint8Array(key);
}

function checkOf(key: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from('countinghouse recovery key\n'), key]), 'buffer').subarray(
    0,
    CHECK_BYTES,
  );
}

function lettersOf(bytes: Uint8Array): string {
  let text = '';
  let [value, bits] = [0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31] ?? '';
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

function bytesOf(letters: string): Buffer | null {
  if (letters.length !== LETTERS) return null;
  const bytes: number[] = [];
  let [value, bits] = [0, 0];
  for (const letter of letters) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes);
}
