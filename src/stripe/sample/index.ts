// The sample company's face: a backup business that never was, as Stripe objects that could be real.
export { LAST_MONTH, SAMPLE_CURRENCY, SAMPLE_ZONE } from './calendar.ts';
export { createSample, type NewSample, type SampleProgress, type SampleSummary } from './commands/create-sample.ts';
export { writeSample, type WrittenSample } from './commands/write-sample.ts';
export { SAMPLE_DEFAULTS, sampleCompany, type Delivery, type SampleCompany, type SampleOptions } from './company.ts';
export { SAMPLE_RATE_SOURCE, type SampleRate } from './rates.ts';
export { SCENARIOS } from './scenarios/index.ts';
export type { SampleObject } from './wire.ts';
