// Movements that come from elsewhere than billing evidence, into the log and the rollups by the same sums.
import { currency } from '../../../kernel/index.ts';
import type { CivilDay } from '../../../kernel/index.ts';
import { findWorkspace } from '../../../governance/workspace/index.ts';
import type { ProjectionContext } from '../../../ledger/index.ts';
import { RollupSums, addActivity, addAmounts, netOf } from '../rollups/index.ts';
import type { NetMovement } from '../rollups/index.ts';
import type { Movement } from '../rules/index.ts';
import { mrrCustomers } from '../tables.ts';
import { keepClosingRates } from './closing-rates.ts';
import { conversionOf } from './conversion.ts';
import { setHorizon } from './horizon.ts';
import { appendRows } from './movement-rows.ts';
import { stateOf } from './settle-customers.ts';
import { writeStandings } from './standings/index.ts';
import { addSums } from './write-rollups.ts';

export interface CustomerMovements {
  readonly customerId: string;
  /** Two letters, or empty when unknown. */
  readonly country: string;
  readonly movements: readonly (Movement & { readonly planId: string })[];
}

/**
 * Appends all movements of customers that have none yet, and rolls them up through `through`. For projections that
 * make histories without billing evidence, such as a bench; spans are not written.
 */
export async function appendMovements(
  context: ProjectionContext,
  customers: readonly CustomerMovements[],
  through: CivilDay,
): Promise<void> {
  const { write } = context;
  const workspace = await findWorkspace(write);
  const reportingCurrency = workspace?.reportingCurrency ?? currency('USD');
  const histories = customers.map(({ customerId, country, movements }) => {
    const nets = netOf(movements.map((movement): NetMovement => ({ ...movement, originOn: null, series: 'both' })));
    return { customerId, differences: nets, state: stateOf(customerId, country, nets, through) };
  });
  await appendRows(context, histories);
  await write.insertRows(
    mrrCustomers,
    histories.map(({ state }) => state),
  );
  const convert = await conversionOf(
    write,
    reportingCurrency,
    histories.flatMap(({ differences }) => differences),
  );
  const sums = new RollupSums();
  for (const { differences, state } of histories) {
    const due = differences.filter((movement) => movement.effectiveOn <= through);
    addAmounts(sums, due, state.country, convert, 1);
    addActivity(sums, due, state.country, 1);
  }
  await addSums(write, sums, false);
  await writeStandings(
    write,
    histories.map(({ customerId, differences }) => ({
      customerId,
      customer: null,
      subscriptions: [],
      nets: differences,
    })),
    { into: reportingCurrency, through },
  );
  await setHorizon(context, through);
  await keepClosingRates(write, { into: reportingCurrency, through, stale: [] });
}
