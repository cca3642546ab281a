// The pure rules of MRR: evidence about a customer in, spans and movements out.
export type * from './evidence.ts';
export { fits, remainingAfter } from './coupons.ts';
export { spansOf } from './spans.ts';
export { movementsOf } from './movements.ts';
export { reportedMovements } from './reported-movements.ts';
