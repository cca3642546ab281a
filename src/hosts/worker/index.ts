// The core in its worker threads, as every door with a window or a socket uses it.
export { type CallOptions, type Core, type CoreOptions, startCore } from './core.ts';
export type { Call, CallType, Outcome } from './protocol.ts';
