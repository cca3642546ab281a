// The face of discounts: coupons, promotion codes, discounts.
export * from './tables.ts';
export * from './queries.ts';
export * from './projection.ts';
