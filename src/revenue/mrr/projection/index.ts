// Keeps spans, movements and rollups: marks customers that a transaction touched, and nets them when the batch settles.
import { addMonths, currency, firstDayOf, monthOfDay, timeZone } from '../../../kernel/index.ts';
import type { Month } from '../../../kernel/index.ts';
import { type CustomerErased, customerErasedKind } from '../../../billing/customers/index.ts';
import { findWorkspace } from '../../../governance/workspace/index.ts';
import {
  type Fact,
  type Projection,
  type ProjectionContext,
  SETTLE_LIMIT,
  type WriteHandle,
} from '../../../ledger/index.ts';
import { lastClosedMonth } from '../queries/closed-months.ts';
import { monthClosed } from '../facts.ts';
import { mrrClosedMonths, mrrPendingMonths, mrrTables } from '../tables.ts';
import { keepClosingRates } from './closing-rates.ts';
import { advanceHorizon, horizonBefore } from './horizon.ts';
import { markPending } from './pending.ts';
import { settleCustomers } from './settle-customers.ts';
import type { SettleTerms } from './settle-customers.ts';
import { settleMonth } from './settle-months.ts';
import { eraseStandings, renewStandingRates } from './standings/index.ts';
import type { RateTerms } from './standings/index.ts';

/** Months converted again in one step. */
const MONTHS_A_STEP = 12;

export const mrrProjection: Projection = {
  name: 'revenue/mrr',
  version: 2,
  tables: mrrTables,
  kinds: [monthClosed.kind, customerErasedKind.kind],
  apply,
  erase: (_person, facts, { write }) => eraseStandings(write, erasedIn(facts)),
  react: markPending,
  settle,
};

async function apply(facts: readonly Fact[], { write }: ProjectionContext): Promise<void> {
  await write.insertRows(
    mrrClosedMonths,
    facts
      .filter(({ kind }) => kind === monthClosed.kind)
      .map((fact) => ({
        month: (fact.payload as { month: Month }).month,
        closed_at: fact.recordedAt,
        fact_seq: fact.seq,
      })),
  );
  await eraseStandings(write, erasedIn(facts));
}

function erasedIn(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ kind, payload }) =>
    kind === customerErasedKind.kind ? [(payload as CustomerErased).customerId] : [],
  );
}

async function settle(context: ProjectionContext): Promise<number> {
  const { write, batch } = context;
  const workspace = await findWorkspace(write);
  const zone = workspace?.timeZone ?? timeZone('UTC');
  const reportingCurrency = workspace?.reportingCurrency ?? currency('USD');
  const through = await advanceHorizon(context, zone);
  if (through === null) {
    await write.deleteRows(mrrPendingMonths, 'batch', [batch]);
    return 0;
  }
  await renewStale(context, { into: reportingCurrency, through });
  const customerIds = (
    await write
      .selectFrom('mrr_pending')
      .select('customer_id')
      .where('batch', '=', batch)
      .orderBy('customer_id')
      .limit(SETTLE_LIMIT)
      .execute()
  ).map((row) => row.customer_id);
  if (customerIds.length > 0) {
    const closed = await lastClosedMonth(write);
    const firstOpenDay = closed === null ? null : firstDayOf(addMonths(closed, 1));
    await settleCustomers(context, customerIds, { zone, reportingCurrency, through, firstOpenDay });
    await write.kysely
      .deleteFrom('mrr_pending')
      .where('batch', '=', batch)
      .where('customer_id', '<=', customerIds.at(-1) ?? '')
      .execute();
  }
  const left = customerIds.length < SETTLE_LIMIT ? 0 : await countPending(write, batch);
  return left > 0 ? left : settleConversions(context, { reportingCurrency, through });
}

/** Rates of the standings can only be others where the horizon moved, or rates or settings changed. */
async function renewStale({ write, batch }: ProjectionContext, terms: RateTerms): Promise<void> {
  const moved = await write.selectFrom('mrr_horizon').select('batch').where('batch', '=', batch).executeTakeFirst();
  const months = await write
    .selectFrom('mrr_pending_months')
    .select('month')
    .where('batch', '=', batch)
    .limit(1)
    .executeTakeFirst();
  if (moved !== undefined || months !== undefined) await renewStandingRates(write, terms);
}

async function countPending(write: WriteHandle, batch: number): Promise<number> {
  const row = await write
    .selectFrom('mrr_pending')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('batch', '=', batch)
    .executeTakeFirst();
  return row?.left ?? 0;
}

/** Converts pending months again, then brings the closing rates up to date; returns the months left. */
async function settleConversions(
  { write, batch }: ProjectionContext,
  { reportingCurrency, through }: Pick<SettleTerms, 'reportingCurrency' | 'through'>,
): Promise<number> {
  const pending = (
    await write.selectFrom('mrr_pending_months').select('month').where('batch', '=', batch).orderBy('month').execute()
  ).map((row) => row.month as Month);
  const months = pending.slice(0, MONTHS_A_STEP);
  for (const month of months) await settleMonth(write, month, reportingCurrency);
  await write.kysely
    .deleteFrom('mrr_pending_months')
    .where('batch', '=', batch)
    .where('month', '<=', months.at(-1) ?? '')
    .execute();
  const before = await horizonBefore(write, batch);
  const stale = before === null ? months : [...months, monthOfDay(before)];
  await keepClosingRates(write, { into: reportingCurrency, through, stale });
  return pending.length - months.length;
}
