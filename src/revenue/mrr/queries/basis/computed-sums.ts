// Sums made from the movements themselves: as known on an earlier day, or in a currency that the rollups do not hold.
import { fraction } from '../../../../kernel/index.ts';
import type { CivilDay, Currency, Month } from '../../../../kernel/index.ts';
import { rateBook } from '../../../rates/index.ts';
import { RollupSums, addActivity, addAmounts, converter } from '../../rollups/index.ts';
import type { CountKind } from '../../rollups/index.ts';
import type { MovementKind } from '../../rules/index.ts';
import { closingDay } from '../../projection/horizon.ts';
import { customersWithMovements } from './stored-movements.ts';
import type { Sums, SumsParts } from './sums.ts';

const ONE = fraction(1n);

/** Sums over all movements recorded in time, by the same rules as the rollups. */
export function computedSums(parts: SumsParts): Sums {
  const { read, series, into, recordedBy, through } = parts;
  const tags: readonly string[] = ['both', series];
  let all: Promise<RollupSums> | null = null;
  const book = () => rateBook(read, recordedBy === null ? {} : { recordedBy });
  const computed = () => (all ??= compute());
  return {
    async amounts(dimension) {
      return [...(await computed()).months.values()]
        .filter((cell) => cell.dimension === dimension && tags.includes(cell.series))
        .map((cell) => ({
          month: cell.month as Month,
          groupId: cell.group_id,
          currency: cell.currency as Currency,
          kind: cell.kind as MovementKind,
          amount: cell.amount_mrr,
          converted: cell.converted_mrr,
          unrated: cell.unrated,
        }));
    },
    async counts(dimension, byCurrency) {
      return [...(await computed()).counts.values()]
        .filter(
          (cell) => cell.dimension === dimension && tags.includes(cell.series) && byCurrency === (cell.currency !== ''),
        )
        .map((cell) => ({
          month: cell.month as Month,
          groupId: cell.group_id,
          currency: cell.currency === '' ? null : (cell.currency as Currency),
          kind: cell.kind as CountKind,
          customers: cell.customers,
        }));
    },
    async closingRates() {
      const rates = await book();
      return (month, from) =>
        into === null || through === null ? ONE : rates.rate(closingDay(month, through), from, into);
    },
  };

  async function compute(): Promise<RollupSums> {
    const sums = new RollupSums();
    if (through === null) return sums;
    const rates = await book();
    const convert =
      into === null
        ? (amount: bigint) => amount
        : converter((on: CivilDay, from: Currency) => rates.rate(on, from, into), into);
    for await (const { country, nets } of customersWithMovements(read, { recordedBy, through })) {
      addAmounts(sums, nets, country, convert, 1);
      addActivity(sums, nets, country, 1);
    }
    return sums;
  }
}
