// The face of tax: tax rates.
export * from './tables.ts';
export * from './projection.ts';
