// Adds sums to the rollup tables and clears away the cells that became zero.
import type { WriteHandle } from '../../../ledger/index.ts';
import { AMOUNT_COLUMNS, COHORT_COLUMNS, COUNT_COLUMNS } from '../rollups/index.ts';
import type { RollupSums } from '../rollups/index.ts';
import { mrrCohorts, mrrCounts, mrrMonths } from '../tables.ts';

/** Adds the sums to the tables. `canCancel` is false when nothing was taken back, so that no cell can become zero. */
export async function addSums(write: WriteHandle, sums: RollupSums, canCancel: boolean): Promise<void> {
  const { months, counts, cohorts } = sums.rows();
  await write.addToRows(mrrMonths, months, [...AMOUNT_COLUMNS, 'unrated']);
  await write.addToRows(mrrCounts, counts, COUNT_COLUMNS);
  await write.addToRows(mrrCohorts, cohorts, COHORT_COLUMNS);
  if (canCancel) await clearZeros(write);
}

async function clearZeros({ kysely }: WriteHandle): Promise<void> {
  await kysely
    .deleteFrom('mrr_months')
    .where(({ and, eb }) => and([eb('unrated', '=', 0), ...AMOUNT_COLUMNS.map((column) => eb(column, '=', 0n))]))
    .execute();
  await kysely
    .deleteFrom('mrr_counts')
    .where(({ and, eb }) => and(COUNT_COLUMNS.map((column) => eb(column, '=', 0))))
    .execute();
  await kysely
    .deleteFrom('mrr_cohorts')
    .where(({ and, eb }) =>
      and([eb('amount_mrr', '=', 0n), eb('initial_mrr', '=', 0n), eb('customers', '=', 0), eb('joined', '=', 0)]),
    )
    .execute();
}
