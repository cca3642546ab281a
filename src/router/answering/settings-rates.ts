// How far exchange rates reach, and which billing currencies lack them.
import { workspaceOf } from '../../governance/workspace/index.ts';
import type { Currency } from '../../kernel/index.ts';
import type { ReadableLedger } from '../../ledger/index.ts';
import { billedCurrencies, type ConversionGap, conversionGaps, freshness } from '../../revenue/mrr/index.ts';
import { ratesCoverage } from '../../revenue/rates/index.ts';
import type { CurrencyGap, RatesAnswer } from './settings-answers.ts';

/** The coverage of rates now. Raises `not_found` in a ledger without a workspace. */
export function readRates(ledger: ReadableLedger): Promise<RatesAnswer> {
  return ledger.snapshot(async (read) => {
    const { reportingCurrency } = await workspaceOf(read);
    return {
      reportingCurrency,
      dataThrough: (await freshness(read)).dataThrough,
      billingCurrencies: (await billedCurrencies(read)).map(({ currency }) => currency),
      pairs: await ratesCoverage(read),
      gaps: (await conversionGaps(read, reportingCurrency, true)).map((gap) => currencyGap(gap, reportingCurrency)),
    };
  });
}

/** A gap as it is told: how many months, and from when to when. */
export function currencyGap({ currency, months }: ConversionGap, into: Currency): CurrencyGap {
  const [firstMonth = '', lastMonth = firstMonth] = [months[0], months.at(-1)];
  return { currency, into, months: months.length, firstMonth, lastMonth };
}
