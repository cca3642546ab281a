// Acting as a member: chosen for a ledger, held to at every call, noted in what is done.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PERMISSIONS, permissionsOfRole } from '../../governance/access/index.ts';
import { NEW_COMPANY, openTestDesk, products, type TestDesk } from './desk.testing.ts';

const READING = ['figures.read', 'customers.read', 'stripe.read'];

let on: TestDesk;
beforeEach(async () => {
  on = openTestDesk();
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
});
afterEach(() => on.close());

async function add(name: string, role: string): Promise<string> {
  const member = await on.ask('settings.addMember', { name, email: `${name.toLowerCase()}@example.com`, role });
  return String(member['memberId']);
}
async function rename(name: string): Promise<unknown> {
  const { revision } = await on.ask('settings.workspace');
  return await on.ask('settings.changeWorkspace', { revision, name });
}

it('is the owner, who may do everything, until somebody is added; then somebody has to be chosen', async () => {
  expect(await on.ask('desk.status')).toMatchObject({ standing: 'owner', actor: null, permissions: PERMISSIONS });
  const ada = await add('Ada', 'admin');
  expect(await on.ask('desk.status')).toMatchObject({ standing: 'unchosen', actor: null, permissions: READING });
  await expect(rename('New')).rejects.toMatchObject({ code: 'not_permitted', httpStatus: 403 });
  await expect(on.ask('desk.actAs', { memberId: 'mem_nobody' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await on.ask('desk.actAs', { memberId: ada })).toMatchObject({
    standing: 'member',
    actor: { id: ada, name: 'Ada', role: 'admin' },
  });
  await rename('New');
  expect(await on.ask('settings.workspace')).toMatchObject({ name: 'New', lastChange: { by: 'Ada' } });
});

it('keeps to the role at every door of the desk, says why, and notes it; also in the next run', async () => {
  const ada = await add('Ada', 'admin');
  await on.ask('desk.actAs', { memberId: ada });
  const bea = await add('Bea', 'account_manager');
  await on.ask('desk.actAs', { memberId: bea });
  on = await on.again({ initial: { path: join(on.folder, 'documents', 'Acme.ledger'), key: null } });
  expect(await on.ask('desk.status')).toMatchObject({
    actor: { id: bea, role: 'account_manager' },
    permissions: [...permissionsOfRole('account_manager')],
  });
  const tickets = [await on.handIn('few.jsonl', products(3))];
  const schedule = { every: 'day', folder: on.folder, keep: 3 };
  const refused: readonly (() => Promise<unknown>)[] = [
    () => rename('New'),
    () => add('Cy', 'admin'),
    () => on.ask('desk.importFiles', { tickets }),
    () => on.ask('desk.backup', { path: join(on.folder, 'copy.ledger') }),
    () => on.ask('desk.changeSchedule', schedule),
  ];
  for (const ask of refused) {
    await expect(ask()).rejects.toMatchObject({ code: 'not_permitted', what: expect.stringMatching(/may not/) });
  }
  expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Acme' });
  const asked = { report: 'movements', input: {}, format: 'csv' } as const;
  await (await on.desk.exportForBrowser(asked)).remove();
  const report = await on.desk.call({ path: 'desk.problemReport', type: 'query', input: undefined });
  expect(report.json).toContain('not-permitted');
  expect(report.json).toContain('settings.changeWorkspace');
});

it('only reads as somebody who was removed, and says who that was', async () => {
  const ada = await add('Ada', 'admin');
  await on.ask('desk.actAs', { memberId: ada });
  const bea = await add('Bea', 'admin');
  const { revision } = await on.ask('settings.changeMember', {
    memberId: ada,
    revision: await seen(ada),
    name: 'Ada L.',
  });
  await on.ask('settings.removeMember', { memberId: ada, revision });
  expect(await on.ask('desk.status')).toMatchObject({
    standing: 'former',
    actor: { id: ada, name: 'Ada L.' },
    permissions: READING,
  });
  await expect(on.ask('settings.eraseMember', { memberId: ada })).rejects.toMatchObject({ code: 'not_permitted' });
  await on.ask('desk.actAs', { memberId: bea });
  await expect(on.ask('settings.eraseMember', { memberId: bea })).rejects.toMatchObject({ code: 'bad_input' });
  expect(await on.ask('settings.eraseMember', { memberId: ada })).toMatchObject({ name: null, email: null });
  expect(await on.ask('settings.people')).toMatchObject({ members: [{ memberId: bea }], former: [] });
});

async function seen(memberId: string): Promise<unknown> {
  const { members } = await on.ask('settings.people');
  const all = members as { readonly memberId: string; readonly revision: number }[];
  return all.find((member) => member.memberId === memberId)?.revision;
}
