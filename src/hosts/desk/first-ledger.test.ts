// The ledger that a desk begins with, where finding its key takes long; and a dialog that stays open.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NEW_COMPANY, openTestDesk, type TestDesk } from './desk.testing.ts';
import type { InitialLedger } from './index.ts';

let on: TestDesk;
beforeEach(async () => {
  on = openTestDesk();
  for (const workspaceName of ['First', 'Second']) {
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName, isEncrypted: false });
  }
});
afterEach(() => on.close());

const path = (name: string): string => join(on.folder, 'documents', `${name}.ledger`);

it('is waited for shortly, and opened when it is found', async () => {
  const finding = Promise.withResolvers<InitialLedger | null>();
  on = await on.again({ initial: finding.promise });
  expect(await on.ask('desk.status')).toMatchObject({ ledger: null });
  finding.resolve({ path: path('First'), key: null });
  await on.desk.ready;
  expect(await on.ask('desk.status')).toMatchObject({ ledger: { name: 'First' } });
});

it('does not take the place of one that was opened meanwhile', async () => {
  const finding = Promise.withResolvers<InitialLedger | null>();
  on = await on.again({ initial: finding.promise });
  await on.ask('desk.open', { ledger: { recent: path('Second') } });
  finding.resolve({ path: path('First'), key: null });
  await on.desk.ready;
  expect(await on.ask('desk.status')).toMatchObject({ ledger: { name: 'Second' } });
});

it('that cannot be found is said, and keeps nobody from the others', async () => {
  const finding = Promise.withResolvers<InitialLedger | null>();
  on = await on.again({ initial: finding.promise });
  finding.reject(new Error('no keychain'));
  await expect(on.desk.ready).rejects.toThrow('no keychain');
  expect(await on.ask('desk.open', { ledger: { recent: path('Second') } })).toMatchObject({ opening: null });
});

it('a dialog that stays open keeps neither another ledger nor the end of the program waiting', async () => {
  const place = Promise.withResolvers<string | null>();
  const shown = Promise.withResolvers<void>();
  const saveFile = (): Promise<string | null> => {
    shown.resolve();
    return place.promise;
  };
  on = await on.again({ door: 'desktop', dialogs: { openFiles: async () => [], saveFile } });
  const making = on.ask('desk.create', { ...NEW_COMPANY, isEncrypted: false });
  making.catch(() => undefined);
  await shown.promise;
  expect(await on.ask('desk.open', { ledger: { recent: path('First') } })).toMatchObject({ ledger: { name: 'First' } });
  await on.desk.shut();
  place.resolve(path('Third'));
  await expect(making).rejects.toMatchObject({ code: 'unavailable' });
  expect(existsSync(path('Third'))).toBe(false);
});
