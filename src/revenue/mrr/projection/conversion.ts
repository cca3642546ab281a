// Conversion of movements while rollups are written.
import type { CivilDay, Currency } from '../../../kernel/index.ts';
import type { ReadHandle } from '../../../ledger/index.ts';
import { rateBook } from '../../rates/index.ts';
import { converter } from '../rollups/index.ts';
import type { Convert } from '../rollups/index.ts';

/** A conversion into `into` that knows the rates of all days of the foreign movements given. */
export async function conversionOf(
  read: ReadHandle,
  into: Currency,
  movements: Iterable<{ readonly effectiveOn: CivilDay; readonly currency: Currency }>,
): Promise<Convert> {
  let from: CivilDay | null = null;
  let to: CivilDay | null = null;
  for (const { effectiveOn, currency } of movements) {
    if (currency === into) continue;
    if (from === null || effectiveOn < from) from = effectiveOn;
    if (to === null || effectiveOn > to) to = effectiveOn;
  }
  if (from === null || to === null) return converter(() => null, into);
  const book = await rateBook(read, { from, to });
  return converter((on, currency) => book.rate(on, currency, into), into);
}
