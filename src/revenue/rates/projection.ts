// Imported rates → rows, one per publication.
import type { Fact, Projection, ProjectionContext } from '../../ledger/index.ts';
import { ratesImported } from './facts.ts';
import type { PublishedRate } from './facts.ts';
import { exchangeRates } from './tables.ts';

export const ratesProjection: Projection = {
  name: 'revenue/rates',
  version: 1,
  tables: [exchangeRates],
  kinds: [ratesImported.kind],
  apply,
};

async function apply(facts: readonly Fact[], context: ProjectionContext): Promise<void> {
  for (const fact of facts) {
    const { source, rates } = fact.payload as { source: string; rates: readonly PublishedRate[] };
    const lastOfPair = new Map(rates.map((rate) => [rate.on + rate.base + rate.quote, rate]));
    await context.write.upsertRows(
      exchangeRates,
      [...lastOfPair.values()].map((rate) => ({
        rate_on: rate.on,
        base: rate.base,
        quote: rate.quote,
        fact_seq: fact.seq,
        rate: rate.rate,
        source,
        recorded_at: fact.recordedAt,
      })),
    );
    for (const on of new Set(rates.map((rate) => rate.on))) context.touch('rates', on);
  }
}
