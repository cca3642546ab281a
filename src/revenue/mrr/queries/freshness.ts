// How far the figures reach, and whether they are about to move.
import type { CivilDay } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import '../tables.ts';

export interface Freshness {
  /** The last day that the figures cover; null before anything was taken in. */
  readonly dataThrough: CivilDay | null;
  /** True while a batch has customers whose figures are still to be read again. */
  readonly isSettling: boolean;
}

/** How far the present figures reach. */
export async function freshness(read: ReadHandle): Promise<Freshness> {
  const horizon = await read
    .selectFrom('mrr_horizon')
    .select('through_on')
    .orderBy('batch', 'desc')
    .limit(1)
    .executeTakeFirst();
  const pending = await read.selectFrom('mrr_pending').select('customer_id').limit(1).executeTakeFirst();
  return { dataThrough: (horizon?.through_on ?? null) as CivilDay | null, isSettling: pending !== undefined };
}
