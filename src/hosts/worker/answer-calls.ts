// Answers procedure calls inside a worker: runs them on the router, follows subscriptions, obeys cancellation.
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { appRouter, type RouterContext } from '../../router/index.ts';
import type { Call, FromWorker, Outcome } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** The calls that one worker is answering. */
export interface Answering {
  start(id: number, call: Call): Promise<void>;
  cancel(id: number): void;
  /** Cancels all calls and waits until they have ended. */
  stop(): Promise<void>;
}

export function answerCalls(context: RouterContext, send: Send): Answering {
  const running = new Map<number, { readonly canceling: AbortController; readonly ended: Promise<void> }>();

  const start = (id: number, call: Call): Promise<void> => {
    const canceling = new AbortController();
    const ended = runCall(context, call, canceling.signal, (json) => send({ tell: 'item', id, json }))
      .then((outcome) => send({ tell: 'outcome', id, outcome }))
      .finally(() => running.delete(id));
    running.set(id, { canceling, ended });
    return ended;
  };

  return {
    start,
    cancel: (id) => running.get(id)?.canceling.abort(),
    stop: async () => {
      const all = [...running.values()];
      for (const { canceling } of all) canceling.abort();
      await Promise.allSettled(all.map(({ ended }) => ended));
    },
  };
}

async function runCall(
  context: RouterContext,
  call: Call,
  signal: AbortSignal,
  onItem: (json: string) => void,
): Promise<Outcome> {
  try {
    const answer: unknown = await callTRPCProcedure({
      router: appRouter,
      path: call.path,
      type: call.type,
      ctx: context,
      signal,
      batchIndex: 0,
      getRawInput: () => Promise.resolve(call.input),
    });
    if (call.type !== 'subscription') return { isOk: true, json: JSON.stringify(answer) ?? 'null' };
    await follow(answer, signal, onItem);
    return { isOk: true, json: 'null' };
  } catch (cause) {
    return refused(context, call, cause);
  }
}

async function follow(answer: unknown, signal: AbortSignal, onItem: (json: string) => void): Promise<void> {
  if (!isAsyncIterable(answer)) return;
  for await (const item of answer) {
    if (signal.aborted) return;
    onItem(JSON.stringify(item));
  }
}

function refused(context: RouterContext, call: Call, cause: unknown): Outcome {
  const error = getTRPCErrorFromUnknown(cause);
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: call.type,
    path: call.path,
    input: call.input,
    ctx: context,
  });
  if (shape.data.code === 'defect') console.error(`${call.path} failed:`, error.cause ?? error);
  return { isOk: false, json: JSON.stringify(shape), httpStatus: shape.data.httpStatus };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
