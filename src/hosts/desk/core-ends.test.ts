// Threads of the core that end on their own: who waits is told, the next call works, what was acknowledged is there.
import type { Worker } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NEW_COMPANY, openTestDesk, products, type TestDesk } from './desk.testing.ts';

let on: TestDesk;
let threads: Worker[];
const listen = (thread: Worker): void => void threads.push(thread);

beforeEach(async () => {
  threads = [];
  process.on('worker', listen);
  on = openTestDesk();
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
});
afterEach(async () => {
  process.off('worker', listen);
  await on.close();
});

/** Ends the latest thread of the role, as nothing in the program would. */
async function kill(role: string): Promise<void> {
  const thread = threads.findLast(({ threadName }) => threadName === role);
  if (thread === undefined) throw new Error(`no thread ${role} was started`);
  await thread.terminate();
}

it('the writer, during an import: the job fails, what was taken in stays, and the import is taken up', async () => {
  const before = await on.jobOf('desk.importFiles', { tickets: [await on.handIn('few.jsonl', products(10))] });
  expect(before.outcome).toBe('10 objects added, 0 known already');
  const ticket = await on.handIn('many.jsonl', products(60_000));
  const acknowledged = Promise.withResolvers<number>();
  const following = new AbortController();
  const feed = on.desk.call(
    { path: 'changes.feed', type: 'subscription', input: undefined },
    { signal: following.signal, onItem: (json) => acknowledged.resolve(JSON.parse(json).seq) },
  );
  const ended = on.jobOf('desk.importFiles', { tickets: [ticket] });
  const seq = await acknowledged.promise;
  const inFlight = on.desk.call({
    path: 'settings.changeWorkspace',
    type: 'mutation',
    input: { revision: 0, name: 'Waiting' },
  });
  await kill('writer');
  expect(JSON.parse((await inFlight).json).data).toMatchObject({ code: 'unavailable' });
  expect(await ended).toMatchObject({ state: 'failed', refusal: { code: 'unavailable' }, canBeRepeated: true });
  following.abort();
  await feed;
  expect(Number((await on.ask('workspace.status'))['facts'])).toBeGreaterThanOrEqual(seq);
  const again = await on.jobOf('desk.importFiles', { tickets: [ticket] });
  expect(again).toMatchObject({ state: 'done' });
  const [added = 0, known = 0] =
    (again.outcome ?? '').match(/\d[\d,]*/g)?.map((text) => Number(text.replace(',', ''))) ?? [];
  expect(added + known).toBe(60_000);
  expect(known).toBeGreaterThan(0);
  expect(await on.ask('stripe.object', { id: 'prod_59999' })).toMatchObject({ type: 'product' });
  expect(await on.ask('desk.status')).toMatchObject({
    trouble: { code: 'unavailable', what: 'The core ended on its own and was started again' },
  });
  expect(readFileSync(join(on.userFolder, 'problems.jsonl'), 'utf8')).toContain('core-ended');
});

it('the reader: followers are told, and the next question is answered', async () => {
  const following = on.desk.call({ path: 'changes.feed', type: 'subscription', input: undefined });
  await on.ask('workspace.status');
  await kill('reader');
  const told = await following;
  expect(told.isOk).toBe(false);
  expect(JSON.parse(told.json)).toMatchObject({ data: { code: 'unavailable', httpStatus: 503 } });
  expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Acme' });
});

it('too often in a short time: it stays down and says so, until the ledger is opened again', async () => {
  for (let times = 0; times < 4; times += 1) {
    await vi.waitFor(() => on.ask('workspace.status'), { timeout: 20_000 });
    await kill('reader');
  }
  await expect(on.ask('workspace.status')).rejects.toMatchObject({
    code: 'unavailable',
    what: 'The core ended several times in a short time and was not started again',
  });
  expect(await on.ask('desk.status')).toMatchObject({ trouble: { code: 'unavailable' }, ledger: { name: 'Acme' } });
  const { ticket } = await on.desk.handIn(join(on.folder, 'documents', 'Acme.ledger'));
  expect(await on.ask('desk.open', { ledger: { ticket } })).toMatchObject({ trouble: null });
  expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Acme' });
});
