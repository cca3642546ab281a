// Takes a table of exchange rates into the ledger.
import { civilDay, instant, startOfDay, timeZone } from '../../../kernel/index.ts';
import type { Instant } from '../../../kernel/index.ts';
import type { Actor, ReadHandle, WritableLedger } from '../../../ledger/index.ts';
import { ratesImported } from '../facts.ts';
import type { PublishedRate } from '../facts.ts';

export interface RatesImported {
  /** Rates that were new or differ from what was known for their day and pair. */
  readonly added: number;
  readonly known: number;
}

/** Appends the rates that are not known yet, in one batch; known ones add nothing. Rates are trusted as parsed. */
export async function importRates(
  ledger: WritableLedger,
  actor: Actor,
  source: string,
  rates: readonly PublishedRate[],
): Promise<RatesImported> {
  const lastOfPair = new Map(rates.map((rate) => [rate.on + rate.base + rate.quote, rate]));
  let added = 0;
  await ledger.commit(actor, async (read) => {
    const known = await knownRates(read, rates);
    const fresh = [...lastOfPair].filter(([key, rate]) => known.get(key) !== rate.rate).map(([, rate]) => rate);
    added = fresh.length;
    if (fresh.length === 0) return [];
    fresh.sort((a, b) => (a.on + a.base + a.quote < b.on + b.base + b.quote ? -1 : 1));
    return [
      {
        kind: ratesImported.kind,
        subject: `rates:${source}`,
        effectiveAt: lastDayOf(fresh),
        payload: { source, rates: fresh },
      },
    ];
  });
  return { added, known: lastOfPair.size - added };
}

async function knownRates(read: ReadHandle, rates: readonly PublishedRate[]): Promise<Map<string, string>> {
  const days = rates.map((rate) => rate.on).sort();
  const rows = await read
    .selectFrom('exchange_rates')
    .select(['rate_on', 'base', 'quote', 'rate'])
    .where('rate_on', '>=', days[0] ?? '')
    .where('rate_on', '<=', days.at(-1) ?? '')
    .orderBy('fact_seq')
    .execute();
  return new Map(rows.map((row) => [row.rate_on + row.base + row.quote, row.rate]));
}

function lastDayOf(rates: readonly PublishedRate[]): Instant {
  const [last] = rates
    .map((rate) => rate.on)
    .sort()
    .reverse();
  return instant(startOfDay(last ?? civilDay('1970-01-01'), timeZone('UTC')));
}
