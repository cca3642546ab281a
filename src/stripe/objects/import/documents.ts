// Reading JSON documents from files: one per line (JSON Lines), or printed over many lines as the Stripe CLI does.
import { Buffer, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { DocumentSplitter, type SplitDocument } from './splitter.ts';

const READ_BYTES = 1 << 20;
const UTF16_MARK = [0xff, 0xfe] as const;

/**
 * The documents of a file in order, in groups as they were read. A text that is no JSON is given all the same; who parses it
 * finds out. Raises what the file system raises.
 */
export async function* documentsOf(path: string, onBytes: (bytes: number) => void): AsyncGenerator<SplitDocument[]> {
  const splitter = new DocumentSplitter();
  const lines = new LineSplitter();
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const read of createReadStream(path, { highWaterMark: READ_BYTES })) {
    const chunk = read as Buffer;
    onBytes(chunk.length);
    // Windows PowerShell redirects as UTF-16.
    if (isFirst && chunk[0] === UTF16_MARK[0] && chunk[1] === UTF16_MARK[1]) decoder = new TextDecoder('utf-16le');
    isFirst = false;
    const bytes = decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
    const documents = splitter.takeLines(lines.take(bytes));
    if (documents.length > 0) yield documents;
  }
  const last = [...splitter.takeLines(lines.rest()), ...splitter.end()];
  if (last.length > 0) yield last;
}

/** Cuts bytes into whole lines of text. */
class LineSplitter {
  #pending: Buffer[] = [];

  take(chunk: Buffer): string[] {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      this.#pending.push(chunk);
      return [];
    }
    const first = this.#pending.length === 0 ? -1 : chunk.indexOf(10);
    const lines = first < 0 ? [] : linesOf(Buffer.concat([...this.#pending, chunk.subarray(0, first)]));
    if (first < end) for (const line of linesOf(chunk.subarray(first + 1, end))) lines.push(line);
    this.#pending = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    return lines;
  }

  rest(): string[] {
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    return bytes.length === 0 ? [] : linesOf(bytes);
  }
}

/** A line that is not UTF-8 is given as a text that no JSON parser takes. */
export const NOT_UTF8 = '\u0000not UTF-8';

function linesOf(bytes: Buffer): string[] {
  if (isUtf8(bytes)) return bytes.toString('utf8').split('\n');
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? line.toString('utf8') : NOT_UTF8);
    start = end + 1;
  }
  return lines;
}
