// Adds sums to the rollup tables and clears away the cells that became zero.
import type { WriteHandle } from '../../../ledger/projection.ts';
import type { RollupSums } from '../rollups/index.ts';
import { mrrCohorts, mrrCounts, mrrMonths } from '../tables.ts';

/** Adds the sums to the tables. `canCancel` is false when nothing was taken back, so that no cell can become zero. */
export async function addSums(write: WriteHandle, sums: RollupSums, canCancel: boolean): Promise<void> {
  const { months, counts, cohorts } = sums.rows();
  await write.addToRows(mrrMonths, months, ['amount_mrr', 'converted_mrr', 'unrated']);
  await write.addToRows(mrrCounts, counts, ['customers']);
  await write.addToRows(mrrCohorts, cohorts, ['amount_mrr', 'initial_mrr', 'customers', 'joined']);
  if (canCancel) await clearZeros(write);
}

async function clearZeros({ kysely }: WriteHandle): Promise<void> {
  await kysely
    .deleteFrom('mrr_months')
    .where('amount_mrr', '=', 0n)
    .where('converted_mrr', '=', 0n)
    .where('unrated', '=', 0)
    .execute();
  await kysely.deleteFrom('mrr_counts').where('customers', '=', 0).execute();
  await kysely
    .deleteFrom('mrr_cohorts')
    .where('amount_mrr', '=', 0n)
    .where('initial_mrr', '=', 0n)
    .where('customers', '=', 0)
    .where('joined', '=', 0)
    .execute();
}
