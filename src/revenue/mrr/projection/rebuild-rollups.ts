// Sums all rollups anew from the log of movements; what is kept while batches settle equals this.
import { currency } from '../../../kernel/index.ts';
import { findWorkspace } from '../../../governance/workspace/index.ts';
import type { WriteHandle } from '../../../ledger/index.ts';
import { customersWithMovements } from '../queries/basis/stored-movements.ts';
import { RollupSums, addActivity, addAmounts } from '../rollups/index.ts';
import type { NetMovement } from '../rollups/index.ts';
import { mrrCohorts, mrrCounts, mrrMonths } from '../tables.ts';
import { conversionOf } from './conversion.ts';
import { horizonOf } from './horizon.ts';

/** Replaces the rows of the three rollup tables by sums over all movements that are due. */
export async function rebuildRollups(write: WriteHandle): Promise<void> {
  const sums = await sumAll(write);
  const { months, counts, cohorts } = sums.rows();
  await write.kysely.deleteFrom('mrr_months').execute();
  await write.insertRows(mrrMonths, months);
  await write.kysely.deleteFrom('mrr_counts').execute();
  await write.insertRows(mrrCounts, counts);
  await write.kysely.deleteFrom('mrr_cohorts').execute();
  await write.insertRows(mrrCohorts, cohorts);
}

async function sumAll(write: WriteHandle): Promise<RollupSums> {
  const sums = new RollupSums();
  const through = await horizonOf(write);
  if (through === null) return sums;
  const into = (await findWorkspace(write))?.reportingCurrency ?? currency('USD');
  const days = await write
    .selectFrom('mrr_movements')
    .select(({ fn }) => [fn.min('effective_on').as('first'), fn.max('effective_on').as('last')])
    .where('currency', '<>', into)
    .executeTakeFirst();
  const foreign = [days?.first, days?.last].flatMap((day) =>
    day === null || day === undefined
      ? []
      : [{ effectiveOn: day as NetMovement['effectiveOn'], currency: '' as NetMovement['currency'] }],
  );
  const convert = await conversionOf(write, into, foreign);
  for await (const { country, nets } of customersWithMovements(write, { recordedBy: null, through })) {
    addAmounts(sums, nets, country, convert, 1);
    addActivity(sums, nets, country, 1);
  }
  return sums;
}
