// What can happen to exchange rates: a table of them is imported.
import { z } from 'zod';
import { civilDay, currency, parseDecimal } from '../../kernel/index.ts';
import { defineFactKind } from '../../ledger/index.ts';

const rate = z.object({
  on: z.string().transform(civilDay),
  base: z.string().transform(currency),
  quote: z.string().transform(currency),
  /** Units of `quote` for one unit of `base`, as a decimal string above zero. */
  rate: z.string().refine((text) => parseDecimal(text).numerator > 0n, 'a rate is above zero'),
});

/** One published rate: so many units of `quote` for one of `base`, both in major units. */
export type PublishedRate = z.output<typeof rate>;

export const ratesImported = defineFactKind({
  kind: 'rates.imported',
  version: 1,
  schema: z.object({ source: z.string().min(1), rates: z.array(rate).min(1) }),
});

export const rateFactKinds = [ratesImported] as const;
