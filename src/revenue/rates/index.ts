// Exchange rates: published tables, and the exact rate of a day between two currencies.
export { importRates } from './commands/import-rates.ts';
export type { RatesImported } from './commands/import-rates.ts';
export { parseRatesCsv } from './commands/parse-rates-csv.ts';
export { holesBetween, ratesCoverage } from './coverage.ts';
export type { PairCoverage, RateHole } from './coverage.ts';
export { rateFactKinds } from './facts.ts';
export type { PublishedRate } from './facts.ts';
export { ratesProjection } from './projection.ts';
export { rateBook, rateOn } from './queries.ts';
export { MAX_RATE_AGE_DAYS, RateBook } from './rules.ts';
