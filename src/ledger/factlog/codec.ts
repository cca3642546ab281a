// Blocks: the payloads of facts that follow each other, compressed together because they look alike.
// Layout: version byte, then a zstd frame of [count, payload lengths, sealed lengths, payloads], then the sealed
// fields as they are, since what is encrypted does not shrink. Numbers are 32-bit little-endian.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { CountinghouseError } from '../../kernel/index.ts';

/** Payload bytes after which a block is closed. Larger ones shrink better, smaller ones open faster. */
const BLOCK_BYTES = 192 * 1024;
const BLOCK_FACTS = 256;
const BLOCK_VERSION = 1;
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
const EMPTY = Buffer.alloc(0);

/** What a block holds of one fact. */
export interface Content {
  /** The payload as JSON in UTF-8. */
  readonly payload: Buffer;
  /** The sealed personal fields; empty when there are none. */
  readonly sealed: Buffer;
}

/** Gathers contents into one block after the other. */
export class BlockBuilder {
  #payloads: Buffer = Buffer.allocUnsafe(BLOCK_BYTES * 2);
  #end = 0;
  #payloadLengths: number[] = [];
  #sealed: Buffer[] = [];

  get count(): number {
    return this.#sealed.length;
  }

  get isFull(): boolean {
    return this.#end >= BLOCK_BYTES || this.#sealed.length >= BLOCK_FACTS;
  }

  /** Adds a payload's text and its sealed fields; the bytes of the payload stay valid until the next call. */
  add(payload: string, sealed: Buffer | null): Content {
    const most = this.#end + payload.length * 3;
    if (most > this.#payloads.length) {
      const larger = Buffer.allocUnsafe(most * 2);
      this.#payloads.copy(larger, 0, 0, this.#end);
      this.#payloads = larger;
    }
    const length = this.#payloads.write(payload, this.#end, 'utf8');
    const content = { payload: this.#payloads.subarray(this.#end, this.#end + length), sealed: sealed ?? EMPTY };
    this.#end += length;
    this.#payloadLengths.push(length);
    this.#sealed.push(content.sealed);
    return content;
  }

  /** The block's bytes; begins the next one. */
  finish(): Buffer {
    const count = this.count;
    const lengths = Buffer.allocUnsafe(4 + 8 * count);
    lengths.writeUInt32LE(count, 0);
    for (let index = 0; index < count; index += 1) {
      lengths.writeUInt32LE(this.#payloadLengths[index] ?? 0, 4 + 4 * index);
      lengths.writeUInt32LE(this.#sealed[index]?.length ?? 0, 4 + 4 * (count + index));
    }
    const frame = zstdCompressSync(Buffer.concat([lengths, this.#payloads.subarray(0, this.#end)]), COMPRESSION);
    const head = Buffer.allocUnsafe(5);
    head.writeUInt8(BLOCK_VERSION, 0);
    head.writeUInt32LE(frame.length, 1);
    const body = Buffer.concat([head, frame, ...this.#sealed]);
    this.#end = 0;
    this.#payloadLengths = [];
    this.#sealed = [];
    return body;
  }
}

/** The contents of a block, in order. Raises `ledger_corrupt` when it cannot be read. */
export function openBlock(body: Uint8Array, firstSeq: number): Content[] {
  try {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    if (bytes.readUInt8(0) !== BLOCK_VERSION) throw new RangeError('unknown version of a block');
    const frameEnd = 5 + bytes.readUInt32LE(1);
    const open = zstdDecompressSync(bytes.subarray(5, frameEnd));
    const count = open.readUInt32LE(0);
    const contents: Content[] = [];
    let at = 4 + 8 * count;
    let sealedAt = frameEnd;
    for (let index = 0; index < count; index += 1) {
      const end = at + open.readUInt32LE(4 + 4 * index);
      const sealedEnd = sealedAt + open.readUInt32LE(4 + 4 * (count + index));
      if (end > open.length || sealedEnd > bytes.length) throw new RangeError('a block is cut short');
      contents.push({ payload: open.subarray(at, end), sealed: bytes.subarray(sealedAt, sealedEnd) });
      at = end;
      sealedAt = sealedEnd;
    }
    return contents;
  } catch (cause) {
    throw new CountinghouseError(
      'ledger_corrupt',
      {
        what: `The stored facts from ${firstSeq} on cannot be read`,
        fix: 'Restore the ledger from a backup: countinghouse restore',
      },
      cause,
    );
  }
}
