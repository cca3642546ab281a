// Runs one call on a router, wherever that is: in a worker, in the program around it, on the command line.
import { type AnyRouter, callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import type { Call, CallOptions, Outcome } from './protocol.ts';

/** A router with the context of the call. */
export interface Answerer {
  readonly router: AnyRouter;
  /** The context, or what finds it; where that raises, the call is refused. */
  readonly context: object | (() => Promise<object>);
}

/** The outcome of the call, its items told as they come. Never rejects: what is thrown becomes the shape of an error. */
export async function answerCall(answerer: Answerer, call: Call, { signal, onItem }: CallOptions): Promise<Outcome> {
  try {
    const answer: unknown = await callTRPCProcedure({
      router: answerer.router,
      path: call.path,
      type: call.type,
      ctx: typeof answerer.context === 'function' ? await answerer.context() : answerer.context,
      signal,
      batchIndex: 0,
      getRawInput: () => Promise.resolve(call.input),
    });
    if (call.type !== 'subscription') return { isOk: true, json: JSON.stringify(answer) ?? 'null' };
    await follow(answer, signal, onItem);
    return { isOk: true, json: 'null' };
  } catch (cause) {
    return refused(answerer, call, cause);
  }
}

async function follow(answer: unknown, signal: AbortSignal | undefined, onItem: CallOptions['onItem']): Promise<void> {
  if (!isAsyncIterable(answer)) return;
  for await (const item of answer) {
    if (signal?.aborted === true) return;
    onItem?.(JSON.stringify(item));
  }
}

function refused({ router }: Answerer, call: Call, cause: unknown): Outcome {
  const error = getTRPCErrorFromUnknown(cause);
  const { path, type, input } = call;
  const shape = getTRPCErrorShape({ config: router._def._config, error, type, path, input, ctx: undefined });
  if (shape.data.code === 'defect') console.error(`${path} failed:`, error.cause ?? error);
  return { isOk: false, json: JSON.stringify(shape), httpStatus: shape.data.httpStatus };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
