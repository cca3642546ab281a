// The face of customers: who pays.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
export * from './facts.ts';
export { eraseCustomer, type Erasure } from './commands/erase-customer.ts';
