// Sums out of the rollups: their cost depends on months and groups, not on customers.
import { fraction } from '../../../../kernel/index.ts';
import type { Currency, Fraction, Month } from '../../../../kernel/index.ts';
import type { CountKind } from '../../rollups/index.ts';
import type { MovementKind } from '../../rules/index.ts';
import '../../tables.ts';
import type { Sums, SumsParts } from './sums.ts';

const ONE = fraction(1n);

/** Sums of the present in the reporting currency or unconverted. */
export function storedSums({ read, series, into }: SumsParts): Sums {
  return {
    async amounts(dimension) {
      const rows = await read
        .selectFrom('mrr_months')
        .select(['month', 'group_id', 'currency', 'kind', 'amount_mrr', 'converted_mrr', 'unrated'])
        .where('dimension', '=', dimension)
        .where('series', 'in', ['both', series])
        .execute();
      return rows.map((row) => ({
        month: row.month as Month,
        groupId: row.group_id,
        currency: row.currency as Currency,
        kind: row.kind as MovementKind,
        amount: row.amount_mrr,
        converted: row.converted_mrr,
        unrated: row.unrated,
      }));
    },
    async counts(dimension, byCurrency) {
      const rows = await read
        .selectFrom('mrr_counts')
        .select(['month', 'group_id', 'currency', 'kind', 'customers'])
        .where('dimension', '=', dimension)
        .where('series', 'in', ['both', series])
        .where('currency', byCurrency ? '<>' : '=', '')
        .execute();
      return rows.map((row) => ({
        month: row.month as Month,
        groupId: row.group_id,
        currency: row.currency === '' ? null : (row.currency as Currency),
        kind: row.kind as CountKind,
        customers: row.customers,
      }));
    },
    async closingRates() {
      const rows = await read.selectFrom('mrr_closing_rates').selectAll().execute();
      const rates = new Map<string, Fraction>();
      for (const row of rows)
        rates.set(row.month + row.currency, fraction(BigInt(row.numerator), BigInt(row.denominator)));
      return (month, from) => (into === null || from === into ? ONE : (rates.get(month + from) ?? null));
    },
  };
}
