// Value types that everything else is written in: errors, numbers, money, time, ids.
export * from './decimal.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './money.ts';
export * from './mrr-amount.ts';
export * from './rounding.ts';
export * from './time.ts';
