// What a page may say over the bridge: the shape of its messages and their size, checked before anything reads them.
import { z } from 'zod';
import { type BridgeCall, INPUT_LIMIT_BYTES } from './bridge.ts';

const PATH_LIMIT = 200;
const FILE_PATH_LIMIT = 4096;

const callId = z.int().min(1);
const bridgeCall = z.strictObject({
  id: callId,
  path: z.string().min(1).max(PATH_LIMIT),
  type: z.enum(['query', 'mutation', 'subscription']),
  input: z.unknown().optional(),
});

/** The call, or null when it has another shape, holds what JSON cannot, or is too large. */
export function readCall(message: unknown): BridgeCall | null {
  const call = bridgeCall.safeParse(message);
  if (!call.success) return null;
  const { id, path, type, input } = call.data;
  return isPlainJson(input, INPUT_LIMIT_BYTES) ? { id, path, type, input } : null;
}

/** The id of a call to cancel, or null. */
export function readCallId(message: unknown): number | null {
  const id = callId.safeParse(message);
  return id.success ? id.data : null;
}

/** The path of a file handed in, or null: a file that a page made by itself has none. */
export function readFilePath(message: unknown): string | null {
  const path = z.string().min(1).max(FILE_PATH_LIMIT).safeParse(message);
  return path.success && !path.data.includes('\0') ? path.data : null;
}

/**
 * Whether the value is JSON (absent fields allowed) of no more than the limit. Walks with a budget, so that a large
 * or endless value costs no more than a small one.
 */
export function isPlainJson(value: unknown, limitBytes: number): boolean {
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0) {
    const one = waiting.pop();
    bytes += 1;
    if (typeof one === 'string') bytes += one.length > limitBytes ? one.length : Buffer.byteLength(one) + 2;
    else if (typeof one === 'number') bytes += Number.isFinite(one) ? String(one).length : limitBytes;
    else if (typeof one === 'boolean' || one === null || one === undefined) bytes += 4;
    else if (Array.isArray(one)) {
      if (one.length > limitBytes) return false;
      for (const item of one) waiting.push(item);
    } else if (isPlainObject(one)) {
      for (const [name, field] of Object.entries(one)) {
        bytes += Buffer.byteLength(name) + 3;
        waiting.push(field);
      }
    } else return false;
    if (bytes + waiting.length > limitBytes) return false;
  }
  return true;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
