// The core in its worker threads, as every door with a window or a socket uses it.
export { answerCall } from './answer-call.ts';
export { type Core, type CoreOptions, startCore } from './core.ts';
export { makeSample, type MakingSample } from './make-sample.ts';
export type { ActsAs, Call, CallOptions, CallType, Outcome, SampleSize } from './protocol.ts';
export { refusedOutcome } from './refusals.ts';
export type { Trouble } from './supervised-thread.ts';
