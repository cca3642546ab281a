// Stretches in which a subscription counts nothing.
import type { SpanReason } from './evidence.ts';

/** A stretch in which the subscription counts nothing, and why. */
export interface Gate {
  readonly from: number;
  readonly to: number;
  readonly standing: 'ended' | 'incomplete' | 'trial' | 'unpaid' | 'paused';
  /** What an amount that ends here is said to end by. */
  readonly reason: SpanReason;
}

export function gate(standing: Gate['standing'], from: number, to: number, reason: SpanReason): Gate {
  return { standing, from, to, reason };
}
