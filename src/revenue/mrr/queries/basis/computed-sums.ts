// Sums made from the movements themselves: as known on an earlier day, or in a currency that the rollups do not hold.
import { fraction } from '../../../../kernel/index.ts';
import type { CivilDay, Currency } from '../../../../kernel/index.ts';
import { type RateBook, rateBook } from '../../../rates/index.ts';
import { RollupSums, addActivity, addAmounts, converter } from '../../rollups/index.ts';
import { Memory } from '../memory.ts';
import type { MonthRecord } from '../../tables.ts';
import { dailySums } from './daily-sums.ts';
import { closingDay } from '../../projection/horizon.ts';
import { customersWithMovements } from './stored-movements.ts';
import { storedSums } from './stored-sums.ts';
import type { Sums, SumsParts } from './sums.ts';

const ONE = fraction(1n);
/** Sums of whole ledgers are small and dear. */
const memory = new Memory<ReturnType<RollupSums['rows']>>(12);
const dailyMemory = new Memory<MonthRecord[]>(12);
/** All rates published, as known then. */
const bookMemory = new Memory<RateBook>(2);

/** Sums over all movements recorded in time, by the same rules as the rollups. */
export function computedSums(parts: SumsParts): Sums {
  const { read, series, into, recordedBy, through } = parts;
  const tags: readonly string[] = ['both', series];
  const book = () =>
    bookMemory.recall(read, `${recordedBy}`, () => rateBook(read, recordedBy === null ? {} : { recordedBy }));
  const key = [into, recordedBy, through].join('|');
  const computed = () => memory.recall(read, key, compute);
  return {
    async amounts(dimension) {
      if (parts.isForeign && into !== null && dimension === 'total')
        return dailyMemory.recall(read, [series, key].join('|'), async () => dailySums(parts, into, await book()));
      return (await computed()).months.filter((cell) => cell.dimension === dimension && tags.includes(cell.series));
    },
    async counts(dimension, byCurrency) {
      if (recordedBy === null) return storedSums(parts).counts(dimension, byCurrency);
      return (await computed()).counts.filter(
        (cell) => cell.dimension === dimension && tags.includes(cell.series) && byCurrency === (cell.currency !== ''),
      );
    },
    async closingRates() {
      const rates = await book();
      return (month, from) =>
        into === null || through === null ? ONE : rates.rate(closingDay(month, through), from, into);
    },
  };

  async function compute() {
    const sums = new RollupSums();
    if (through === null) return sums.rows();
    const rates = await book();
    const convert =
      into === null
        ? (amount: bigint) => amount
        : converter((on: CivilDay, from: Currency) => rates.rate(on, from, into), into);
    for await (const { country, nets } of customersWithMovements(read, { recordedBy, through })) {
      addAmounts(sums, nets, country, convert, 1);
      // Who is active depends on no currency, so that the rollups know it of the present.
      if (recordedBy !== null) addActivity(sums, nets, country, 1);
    }
    return sums.rows();
  }
}
