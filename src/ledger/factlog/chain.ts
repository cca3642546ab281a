// The hash chain: SHA-256 over the hash before, the fact's header, its payload and its sealed personal fields.
import { hash } from 'node:crypto';
import type { Content } from './codec.ts';

export const HASH_BYTES = 32;

/** The hash before the first fact. */
export function genesis(): Buffer {
  return Buffer.alloc(HASH_BYTES);
}

/** How a transaction came to be: one decided whole, a part of a run, or a step that settles a run. */
export type CommitForm = 'commit' | 'append' | 'settle';

/** All of a fact but its contents, in the order in which it is hashed. */
export interface Header {
  readonly seq: number;
  readonly commitNo: number;
  readonly form: CommitForm;
  readonly batch: number;
  readonly recordedAt: number;
  readonly actor: string;
  readonly effectiveAt: number;
  readonly kind: string;
  readonly version: number;
  readonly subject: string;
  readonly person: string | null;
}

/** Hashes facts one after the other, in one buffer that grows as needed. */
export class Chain {
  #scratch: Buffer = Buffer.allocUnsafe(16 * 1024);
  #hash: Buffer;

  /** Goes on from the hash of the last fact. */
  constructor(last: Uint8Array) {
    this.#hash = Buffer.from(last);
  }

  get hash(): Buffer {
    return this.#hash;
  }

  /** The hash of the next fact. */
  add(header: Header, content: Content): Buffer {
    const text = JSON.stringify([
      header.seq,
      header.commitNo,
      header.form,
      header.batch,
      header.recordedAt,
      header.actor,
      header.effectiveAt,
      header.kind,
      header.version,
      header.subject,
      header.person,
    ]);
    const most = HASH_BYTES + 12 + text.length * 3 + content.payload.length + content.sealed.length;
    if (most > this.#scratch.length) this.#scratch = Buffer.allocUnsafe(most * 2);
    const scratch = this.#scratch;
    this.#hash.copy(scratch, 0);
    const headerLength = scratch.write(text, HASH_BYTES + 12, 'utf8');
    scratch.writeUInt32LE(headerLength, HASH_BYTES);
    scratch.writeUInt32LE(content.payload.length, HASH_BYTES + 4);
    scratch.writeUInt32LE(content.sealed.length, HASH_BYTES + 8);
    let end = HASH_BYTES + 12 + headerLength;
    end += content.payload.copy(scratch, end);
    end += content.sealed.copy(scratch, end);
    // By way of text, because small buffers made from it share memory and those of the hash do not.
    this.#hash = Buffer.from(hash('sha256', scratch.subarray(0, end), 'binary'), 'binary');
    return this.#hash;
  }
}
