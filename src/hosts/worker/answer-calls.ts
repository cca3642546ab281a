// The calls that a worker is answering: each can be canceled, and all are ended before the ledger is closed.
import { appRouter, internalRouter, type RouterContext } from '../../router/index.ts';
import { answerCall } from './answer-call.ts';
import type { ActsAs, Call, FromWorker } from './protocol.ts';
import type { Standing } from './standings.ts';

export interface Answering {
  /** `isInternal` asks what no door may ask. */
  start(id: number, call: Call, isInternal: boolean, actsAs: ActsAs): Promise<void>;
  cancel(id: number): void;
  /** Cancels all calls and waits until they have ended. */
  stop(): Promise<void>;
}

/** What all calls of a worker share. */
export type SharedContext = Omit<RouterContext, 'progress' | keyof Standing>;

export interface AnsweringParts {
  readonly context: SharedContext;
  /** Who acts in a call, and what they may do. */
  readonly standingOf: (actsAs: ActsAs) => Promise<Standing>;
  readonly send: (message: FromWorker) => void;
}

/** Answers on the ledger of the context. What a call tells of its progress goes out as its items do. */
export function answerCalls({ context, standingOf, send }: AnsweringParts): Answering {
  const running = new Map<number, { readonly canceling: AbortController; readonly ended: Promise<void> }>();

  const start: Answering['start'] = (id, call, isInternal, actsAs) => {
    const canceling = new AbortController();
    const onItem = (json: string): void => send({ tell: 'item', id, json });
    const contextOfCall = async (): Promise<RouterContext> => ({
      ...context,
      ...(await standingOf(actsAs)),
      progress: (progress) => onItem(JSON.stringify(progress)),
    });
    const router = isInternal ? internalRouter : appRouter;
    const ended = answerCall({ router, context: contextOfCall }, call, { signal: canceling.signal, onItem })
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
