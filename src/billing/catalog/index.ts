// The face of the catalog: products and prices.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
