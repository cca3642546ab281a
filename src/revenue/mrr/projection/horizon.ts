// How far the rollups reach: to the last day that anything taken in tells of. What lies later waits in the movements.
import { addDays, dayOfInstant, instant, lastDayOf } from '../../../kernel/index.ts';
import type { CivilDay, Month, TimeZone } from '../../../kernel/index.ts';
import type { ProjectionContext, ReadHandle } from '../../../ledger/index.ts';
import { mrrHorizon } from '../tables.ts';
import { markCustomers } from './pending.ts';

/** The last day that the rollups cover; null before anything was taken in. */
export async function horizonOf(read: ReadHandle): Promise<CivilDay | null> {
  const row = await read
    .selectFrom('mrr_horizon')
    .select('through_on')
    .orderBy('through_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.through_on ?? null) as CivilDay | null;
}

/**
 * Moves the horizon to the last day known, marks the customers whose movements become due by that, and returns the
 * day; null before anything was taken in. It moves back only with another time zone, for which everybody is read again.
 */
export async function advanceHorizon(context: ProjectionContext, zone: TimeZone): Promise<CivilDay | null> {
  const { write } = context;
  const before = await horizonOf(write);
  const covered = await write
    .selectFrom('stripe_coverage')
    .select(({ fn }) => fn.max('latest_as_of_at').as('latest_at'))
    .executeTakeFirst();
  const latestAt = covered?.latest_at ?? null;
  if (latestAt === null) return before;
  const known = dayOfInstant(instant(latestAt), zone);
  if (known === before) return before;
  await setHorizon(context, known);
  await write.kysely.updateTable('mrr_horizon').set({ through_on: known }).where('through_on', '>', known).execute();
  if (before !== null && known > before) {
    const due = await write
      .selectFrom('mrr_movements')
      .select('customer_id')
      .distinct()
      .where('effective_on', '>=', addDays(before, 1))
      .where('effective_on', '<=', known)
      .execute();
    await markCustomers(
      write,
      context.batch,
      due.map((row) => row.customer_id),
    );
  }
  return known;
}

/** The horizon that the batch found, when the batch moved it; else null. */
export async function horizonBefore(read: ReadHandle, batch: number): Promise<CivilDay | null> {
  const own = await read.selectFrom('mrr_horizon').select('batch').where('batch', '=', batch).executeTakeFirst();
  if (own === undefined) return null;
  const row = await read
    .selectFrom('mrr_horizon')
    .select('through_on')
    .where('batch', '<>', batch)
    .orderBy('through_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.through_on ?? null) as CivilDay | null;
}

/** Notes how far the rollups reach after this batch. */
export async function setHorizon({ write, batch, recordedAt }: ProjectionContext, through: CivilDay): Promise<void> {
  await write.upsertRows(mrrHorizon, [{ batch, recorded_at: recordedAt, through_on: through }]);
}

/** The day whose rates a month's closing balances are shown at: its last, or the horizon when that comes first. */
export function closingDay(month: Month, through: CivilDay): CivilDay {
  const last = lastDayOf(month);
  return last < through ? last : through;
}
