// Ledgers that other projections wrote: brought up to date as a job, while the desk answers; given up, they stay as they were.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applicationSchema } from '../../app/schema.ts';
import { openLedger } from '../../ledger/index.ts';
import { NEW_COMPANY, openTestDesk, products, type TestDesk } from './desk.testing.ts';

const RUNNING = { name: 'Bringing Acme up to date', state: 'running' };

let on: TestDesk;
let path: string;
beforeEach(async () => {
  on = openTestDesk();
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
  await on.jobOf('desk.importFiles', { tickets: [await on.handIn('many.jsonl', products(8_000))] });
  path = join(on.folder, 'documents', 'Acme.ledger');
  await on.ask('desk.close');
  await writtenByAnotherVersion();
});
afterEach(() => on.close());

/** Has the tables written by projections of another version. */
async function writtenByAnotherVersion(): Promise<void> {
  const projections = applicationSchema.projections.map((one) => ({ ...one, version: one.version + 1 }));
  await (await openLedger({ path, key: null, schema: { ...applicationSchema, projections } })).close();
}

async function jobs(): Promise<readonly { readonly id: string }[]> {
  const told = Promise.withResolvers<string>();
  const following = new AbortController();
  const call = { path: 'desk.jobs', type: 'subscription', input: undefined } as const;
  void on.desk.call(call, { signal: following.signal, onItem: told.resolve });
  const list = JSON.parse(await told.promise);
  following.abort();
  return list;
}

it('the first: the desk says so at once, tells how far it is, and has it open in the end', async () => {
  const told: string[] = [];
  const onOpening = (name: string): void => void told.push(name);
  on = await on.again({ initial: { path, key: null }, onOpening });
  await on.desk.answering;
  expect(await on.ask('desk.status')).toMatchObject({ ledger: null, opening: { name: 'Acme', path } });
  await expect(on.ask('workspace.status')).rejects.toMatchObject({ code: 'unavailable', httpStatus: 503 });
  await expect(on.ask('desk.openSample')).rejects.toMatchObject({ code: 'ledger_busy' });
  expect(await jobs()).toMatchObject([RUNNING]);
  await on.desk.ready;
  expect(await on.ask('desk.status')).toMatchObject({ ledger: { path }, opening: null });
  expect(await jobs()).toMatchObject([{ state: 'done', outcome: 'Acme is open' }]);
  expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Acme' });
  expect(told).toContain('Acme');
}, 60_000);

it('canceled: nothing is open, and the next opening brings it up to date', async () => {
  on = await on.again({ initial: { path, key: null } });
  await on.desk.answering;
  const [job] = await jobs();
  await on.ask('desk.cancelJob', { id: job?.id });
  await expect(on.desk.ready).rejects.toMatchObject({ code: 'canceled' });
  expect(await on.ask('desk.status')).toMatchObject({ ledger: null, opening: null });
  expect(await jobs()).toMatchObject([{ state: 'canceled' }]);
  expect(await on.ask('desk.open', { ledger: { recent: path } })).toMatchObject({ ledger: { path } });
  expect(await jobs()).toMatchObject([{ state: 'done' }, { state: 'canceled' }]);
}, 60_000);

it('beside an open one: that one answers meanwhile, and the program ends without waiting', async () => {
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Other', isEncrypted: false });
  const opened = on.ask('desk.open', { ledger: { recent: path } }).catch((error: unknown) => error);
  await expect.poll(async () => (await on.ask('desk.status'))['opening'], { timeout: 20_000 }).toMatchObject({ path });
  expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Other' });
  await on.desk.shut();
  expect(await opened).toMatchObject({ code: 'canceled' });
}, 60_000);
