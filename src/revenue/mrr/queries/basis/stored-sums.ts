// Sums out of the rollups: their cost depends on months and groups, not on customers.
import { fraction } from '../../../../kernel/index.ts';
import type { Currency, Fraction } from '../../../../kernel/index.ts';
import type { ReadHandle } from '../../../../ledger/index.ts';
import '../../tables.ts';
import type { ClosingRate, Sums, SumsParts } from './sums.ts';

const ONE = fraction(1n);

/** Sums of the present in the reporting currency or unconverted. */
export function storedSums({ read, series, into }: SumsParts): Sums {
  return {
    amounts: (dimension) =>
      read
        .selectFrom('mrr_months')
        .selectAll()
        .where('dimension', '=', dimension)
        .where('series', 'in', ['both', series])
        .execute(),
    counts: (dimension, byCurrency) =>
      read
        .selectFrom('mrr_counts')
        .selectAll()
        .where('dimension', '=', dimension)
        .where('series', 'in', ['both', series])
        .where('currency', byCurrency ? '<>' : '=', '')
        .execute(),
    closingRates: () => storedClosingRates(read, into),
  };
}

/** The closing rates into the reporting currency; always one where nothing is converted. */
export async function storedClosingRates(read: ReadHandle, into: Currency | null): Promise<ClosingRate> {
  if (into === null) return () => ONE;
  const rates = new Map<string, Map<string, Fraction>>();
  for (const row of await read.selectFrom('mrr_closing_rates').selectAll().execute()) {
    const ofCurrency = rates.get(row.currency) ?? new Map<string, Fraction>();
    ofCurrency.set(row.month, fraction(BigInt(row.numerator), BigInt(row.denominator)));
    rates.set(row.currency, ofCurrency);
  }
  return (month, from) => (from === into ? ONE : (rates.get(from)?.get(month) ?? null));
}
