// What reports say about figures that they cannot show.
import type { Currency, Month } from '../../../kernel/index.ts';

/** A sentence for months whose amounts lack a rate; none when nothing is missing. */
export function missingRates(months: readonly Month[], into: Currency | null): string[] {
  const distinct = [...new Set(months)].sort();
  if (distinct.length === 0 || into === null) return [];
  const which =
    distinct.length === 1
      ? `in ${distinct[0]}`
      : `in ${distinct.length} months between ${distinct[0]} and ${distinct.at(-1)}`;
  return [
    `Some amounts ${which} are not shown: no exchange rate into ${into} was published within seven days. Import rates to see them.`,
  ];
}
