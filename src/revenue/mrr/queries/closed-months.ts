// Which months are closed.
import type { Month } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import '../tables.ts';

/** The last closed month, or null while all are open. */
export async function lastClosedMonth(read: ReadHandle): Promise<Month | null> {
  const row = await read
    .selectFrom('mrr_closed_months')
    .select('month')
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.month ?? null) as Month | null;
}

export async function hasClosedMonths(read: ReadHandle): Promise<boolean> {
  return (await lastClosedMonth(read)) !== null;
}
