// The desktop's bridge carries results, refusals, items and cancellation.
import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { type Bridge, bridgeLink } from './bridge-link.ts';
import type { AppRouter } from './outputs.ts';
import { isSignedOut, refusalOf } from './refusal.ts';

type Outcome = Awaited<ReturnType<Bridge['call']>['outcome']>;

function clientOf(answer: (path: string, onItem?: (json: string) => void) => Promise<Outcome>, cancel = () => {}) {
  const bridge: Pick<Bridge, 'call'> = { call: ({ path }, onItem) => ({ outcome: answer(path, onItem), cancel }) };
  return createTRPCClient<AppRouter>({ links: [bridgeLink(bridge)] });
}

it('answers with the result', async () => {
  const client = clientOf(async () => ({ isOk: true, json: '{"facts":7}' }));
  expect(await client.workspace.status.query()).toEqual({ facts: 7 });
});

it('passes a refusal on with what to do', async () => {
  const data = { code: 'ledger_busy', what: 'Another process has it', where: null, fix: 'Wait', httpStatus: 409 };
  const client = clientOf(async () => ({ isOk: false, json: JSON.stringify({ message: 'no', code: -32_000, data }) }));
  const error = await client.workspace.status.query().catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(TRPCClientError);
  expect(refusalOf(error)).toEqual({ code: 'ledger_busy', what: data.what, where: undefined, fix: 'Wait' });
});

it('reads the refusal of a session as its end, whatever the door says', () => {
  const data = { code: 'not_signed_in', what: 'This browser has no session', where: null, fix: null, httpStatus: 401 };
  const error = TRPCClientError.from({ error: { message: 'no', code: -32_600, data } });
  expect(isSignedOut(error)).toBe(true);
  expect(refusalOf(error)).toMatchObject({ what: 'This session has ended', fix: expect.stringContaining('new link') });
});

it('tells each item of a subscription, and cancels it', async () => {
  const seen: unknown[] = [];
  let isCanceled = false;
  const client = clientOf(
    (_path, onItem) => {
      onItem?.('{"seq":1,"topics":[]}');
      return new Promise(() => {});
    },
    () => {
      isCanceled = true;
    },
  );
  const subscription = client.changes.feed.subscribe(undefined, { onData: (notice) => seen.push(notice) });
  await Promise.resolve();
  subscription.unsubscribe();
  expect(seen).toEqual([{ seq: 1, topics: [] }]);
  expect(isCanceled).toBe(true);
});

it('reads a connection that fails as unreachable', () => {
  expect(refusalOf(TRPCClientError.from(new TypeError('Failed to fetch'))).code).toBe('unreachable');
  expect(isSignedOut(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe(false);
  expect(refusalOf(new Error('oops')).code).toBe('defect');
});
