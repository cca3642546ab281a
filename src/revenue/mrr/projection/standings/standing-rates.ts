// The rates that standings are converted at, and what is converted again when they change.
import { fraction } from '../../../../kernel/index.ts';
import type { CivilDay, Currency, Fraction } from '../../../../kernel/index.ts';
import type { WriteHandle } from '../../../../ledger/index.ts';
import { rateBook } from '../../../rates/index.ts';
import { mrrHoldings, mrrStandingRates, mrrStandings } from '../../tables.ts';
import type { HoldingRecord } from '../../tables.ts';
import { convertedSum, mainCurrency } from './standing-of.ts';
import type { StandingRate } from './standing-of.ts';

/** Customers converted again at a time. */
const PAGE_CUSTOMERS = 5_000;
const ONE = fraction(1n);

export interface RateTerms {
  readonly into: Currency;
  readonly through: CivilDay;
}

/** The rates as they were when the standings were last converted. */
export class StandingRates {
  readonly #write: WriteHandle;
  readonly #terms: RateTerms;
  readonly #kept: Map<string, Fraction | null>;

  private constructor(write: WriteHandle, terms: RateTerms, kept: Map<string, Fraction | null>) {
    this.#write = write;
    this.#terms = terms;
    this.#kept = kept;
  }

  static async load(write: WriteHandle, terms: RateTerms): Promise<StandingRates> {
    const rows = await write.selectFrom('mrr_standing_rates').selectAll().execute();
    return new StandingRates(
      write,
      terms,
      new Map(
        rows.map((row) => [
          row.currency,
          row.numerator === null || row.denominator === null
            ? null
            : fraction(BigInt(row.numerator), BigInt(row.denominator)),
        ]),
      ),
    );
  }

  /** Keeps a rate for each of the currencies that has none yet, and returns all of them. */
  async including(currencies: Iterable<Currency>): Promise<StandingRate> {
    const fresh = [...new Set(currencies)].filter((currency) => !this.#kept.has(currency));
    if (fresh.length > 0) await this.#keep(await this.#published(fresh));
    return (currency) => this.#kept.get(currency) ?? null;
  }

  /** Converts what is held in currencies whose rate is another now. */
  async renew(): Promise<void> {
    const published = await this.#published([...this.#kept.keys()] as Currency[]);
    const changed = new Map(
      [...published].filter(([currency, rate]) => !isSame(rate, this.#kept.get(currency) ?? null)),
    );
    if (changed.size === 0) return;
    await this.#keep(changed);
    let after = '';
    for (;;) {
      const ids = await this.#holders([...changed.keys()], after);
      const last = ids.at(-1);
      if (last === undefined) return;
      await this.#convertAgain(ids);
      after = last;
    }
  }

  async #published(currencies: readonly Currency[]): Promise<Map<Currency, Fraction | null>> {
    const { into, through } = this.#terms;
    const isForeign = currencies.some((currency) => currency !== into);
    const book = isForeign ? await rateBook(this.#write, { from: through, to: through }) : null;
    return new Map(
      currencies.map((currency) => [currency, currency === into ? ONE : (book?.rate(through, currency, into) ?? null)]),
    );
  }

  async #keep(rates: ReadonlyMap<Currency, Fraction | null>): Promise<void> {
    for (const [currency, rate] of rates) this.#kept.set(currency, rate);
    await this.#write.upsertRows(
      mrrStandingRates,
      [...rates].map(([currency, rate]) => ({
        currency,
        numerator: rate?.numerator.toString() ?? null,
        denominator: rate?.denominator.toString() ?? null,
      })),
    );
  }

  async #holders(currencies: readonly Currency[], after: string): Promise<string[]> {
    const rows = await this.#write
      .selectFrom('mrr_holdings')
      .select('customer_id')
      .distinct()
      .where('currency', 'in', currencies)
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(PAGE_CUSTOMERS)
      .execute();
    return rows.map((row) => row.customer_id);
  }

  async #convertAgain(customerIds: readonly string[]): Promise<void> {
    const rateOf: StandingRate = (currency) => this.#kept.get(currency) ?? null;
    const held = Map.groupBy(
      await this.#write.selectRows(mrrHoldings, 'customer_id', customerIds),
      (row) => row.customer_id,
    );
    const standings = await this.#write.selectRows(mrrStandings, 'customer_id', customerIds);
    await this.#write.upsertRows(
      mrrStandings,
      standings.map((standing) => {
        const holdings: readonly HoldingRecord[] = held.get(standing.customer_id) ?? [];
        return {
          ...standing,
          ...mainCurrency(holdings, rateOf),
          converted_mrr: convertedSum(holdings, rateOf),
        };
      }),
    );
  }
}

function isSame(a: Fraction | null, b: Fraction | null): boolean {
  return a === null || b === null ? a === b : a.numerator === b.numerator && a.denominator === b.denominator;
}
