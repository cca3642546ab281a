// Where a ledger's time and randomness come from: the system, or a seed for runs that must repeat to the byte.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { instant, type Instant } from '../kernel/index.ts';
import type { Sources } from './contract.ts';

/** The system's clock and randomness. */
export const systemSources: Sources = {
  now: () => instant(Math.floor(Date.now() / 1000)),
  randomBytes: (length) => randomBytes(length),
};

/** A repeatable stream of bytes that follows from the seed alone, with the given clock. Not for real secrets. */
export function seededSources(seed: string, now: () => Instant): Sources {
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), Buffer.alloc(16));
  return { now, randomBytes: (length) => stream.update(Buffer.alloc(length)) };
}
