// Standings: every customer where they stand at the horizon, kept as customers settle.
import type { Currency } from '../../../../kernel/index.ts';
import type { WriteHandle } from '../../../../ledger/index.ts';
import { mrrHoldings, mrrStandings } from '../../tables.ts';
import type { HoldingRecord, StandingRecord } from '../../tables.ts';
import { searchText, standingOf } from './standing-of.ts';
import type { Stander } from './standing-of.ts';
import { StandingRates } from './standing-rates.ts';
import type { RateTerms } from './standing-rates.ts';

export type { Stander } from './standing-of.ts';
export type { RateTerms } from './standing-rates.ts';

/** Writes where the customers stand now; rows that stay as they were are left alone. */
export async function writeStandings(
  write: WriteHandle,
  standers: readonly Stander[],
  terms: RateTerms,
): Promise<void> {
  const currencies = new Set<Currency>();
  for (const { nets } of standers) for (const { currency } of nets) currencies.add(currency);
  const rateOf = await (await StandingRates.load(write, terms)).including(currencies);
  const now = standers.map((stander) => standingOf(stander, terms.through, rateOf));
  const ids = standers.map(({ customerId }) => customerId);
  const stored = new Map(
    (await write.selectRows(mrrStandings, 'customer_id', ids)).map((row) => [row.customer_id, row]),
  );
  const before = now.flatMap(({ standing }) => stored.get(standing.customer_id) ?? []);
  const held = Map.groupBy(
    before.length === 0 ? [] : await write.selectRows(mrrHoldings, 'customer_id', ids),
    (row) => row.customer_id,
  );
  const moved = now.filter(({ standing, holdings }) => !holdSame(holdings, held.get(standing.customer_id) ?? []));
  await write.deleteRows(
    mrrHoldings,
    'customer_id',
    moved.flatMap(({ standing }) => (held.has(standing.customer_id) ? [standing.customer_id] : [])),
  );
  await write.insertRows(
    mrrHoldings,
    moved.flatMap(({ holdings }) => holdings),
  );
  await write.upsertRows(
    mrrStandings,
    now.flatMap(({ standing }) => (isSame(standing, stored.get(standing.customer_id)) ? [] : [standing])),
  );
}

/** Converts standings again whose rates are others now. */
export async function renewStandingRates(write: WriteHandle, terms: RateTerms): Promise<void> {
  await (await StandingRates.load(write, terms)).renew();
}

/** Takes the personal fields of the customers out of their standings. */
export async function eraseStandings(write: WriteHandle, customerIds: readonly string[]): Promise<void> {
  const rows = await write.selectRows(mrrStandings, 'customer_id', customerIds);
  await write.upsertRows(
    mrrStandings,
    rows.map((row) => ({
      ...row,
      search_text: searchText(row.customer_id, null, null),
      name_key: row.customer_id.toLowerCase(),
    })),
  );
}

function holdSame(a: readonly HoldingRecord[], b: readonly HoldingRecord[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((row) =>
    b.some(
      (other) =>
        other.plan_id === row.plan_id && other.currency === row.currency && other.amount_mrr === row.amount_mrr,
    ),
  );
}

function isSame(a: StandingRecord, b: StandingRecord | undefined): boolean {
  if (b === undefined) return false;
  return (Object.keys(a) as (keyof StandingRecord)[]).every((column) => a[column] === b[column]);
}
