// The desk: what one running program has around its core. Ledgers opened and closed, files handed in, jobs, backups.
export { createDesk } from './create-desk.ts';
export type * from './host.ts';
export { keySource } from './keys.ts';
export { traceOf } from './outcomes.ts';
export { RECEIVED_LIMIT_BYTES, tooLarge } from './uploads.ts';
