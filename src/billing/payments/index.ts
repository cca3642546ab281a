// The face of payments: charges, payment intents, refunds, disputes, balance transactions, payouts.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
