// The face of tax: tax rates.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
