// Sums of movements in a currency that the rollups do not hold, from the sums of each day.
import type { CivilDay, Currency } from '../../../../kernel/index.ts';
import { converter, MOVEMENT_KINDS, RollupSums, isTransfer, monthNumber } from '../../rollups/index.ts';
import type { MovementKind } from '../../rules/index.ts';
import type { RateBook } from '../../../rates/index.ts';
import type { MonthRecord } from '../../tables.ts';
import type { SumsParts } from './sums.ts';

/** Sums over all customers, the movements of a day and kind converted together (docs/formulas.md: currencies). */
export async function dailySums(
  { read, series, recordedBy, through }: SumsParts,
  into: Currency,
  book: RateBook,
): Promise<MonthRecord[]> {
  const sums = new RollupSums();
  if (through === null) return [];
  const convert = converter((on: CivilDay, from: Currency) => book.rate(on, from, into), into);
  let query = read
    .selectFrom('mrr_movements')
    .select(({ fn }) => ['effective_on', 'currency', 'kind', fn.sum<bigint>('amount_mrr').as('sum_mrr')])
    .where('effective_on', '<=', through)
    .where(
      'kind',
      'in',
      MOVEMENT_KINDS.filter((kind) => !isTransfer(kind)),
    )
    .where('series', 'in', ['both', series])
    .groupBy(['effective_on', 'currency', 'kind']);
  if (recordedBy !== null) query = query.where('recorded_at', '<=', recordedBy);
  for (const { effective_on: on, currency, kind, sum_mrr: amount } of await query.execute()) {
    if (amount === 0n) continue;
    const converted = convert(amount, on as CivilDay, currency as Currency);
    // A country is only a part of the total; which one does not matter here.
    sums.addAmount('country', 'both', monthNumber(on), '', currency, kind as MovementKind, amount, converted, 1);
  }
  return sums.rows().months.filter(({ dimension }) => dimension === 'total');
}
