// The face of Stripe objects: what is taken in from Stripe, and what of it can be asked.
export { importFiles, importObjects } from './commands/import-objects.ts';
export { factsOfCustomer, type FactOfCustomer } from './customer-facts.ts';
export { stripeEventKind, stripeObjectKind, type StripePayload } from './facts.ts';
export type { ImportProblem } from './import/entries.ts';
export type { ImportOptions, ImportProgress, ImportResult, TypeCount } from './import/intake.ts';
export { stripeObjectsProjection } from './projection.ts';
export * from './queries.ts';
export * from './tables.ts';
