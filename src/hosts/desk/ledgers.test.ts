// Ledgers onto the desk and off it, with real files and real threads.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryKeychain, NEW_COMPANY, openTestDesk, type TestDesk } from './desk.testing.ts';
import type { DeskDialogs } from './index.ts';

const NO_KEYCHAIN = {
  ...memoryKeychain(),
  find: async () => ({ isAvailable: false, secret: null }),
  store: async () => false,
};

let on: TestDesk;
beforeEach(() => {
  on = openTestDesk();
});
afterEach(() => on.close());

describe('a new ledger', () => {
  it('is made where documents go, opened, and its recovery key told once', async () => {
    const made = await on.ask('desk.create', NEW_COMPANY);
    const path = join(on.folder, 'documents', 'Acme Größe 2026.ledger');
    expect(made).toMatchObject({
      ledger: { path, name: 'Acme Größe 2026', isEncrypted: true, isSample: false, cloudService: null },
      recoveryKey: expect.stringMatching(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/),
      keyPlace: 'keychain',
    });
    expect(await on.ask('workspace.status')).toMatchObject({
      workspaceName: NEW_COMPANY.workspaceName,
      timeZone: 'Europe/Berlin',
    });
    expect(await on.ask('desk.status')).toMatchObject({ ledger: { path }, recents: [{ path, isMissing: false }] });
    expect(await on.ask('desk.key')).toEqual({ isEncrypted: true, source: 'keychain', isInKeychain: true });
    expect(readFileSync(join(on.userFolder, 'preferences.json'), 'utf8')).not.toContain(String(made['recoveryKey']));
  });

  it('takes no file that is there, whatever it is', async () => {
    await on.ask('desk.create', NEW_COMPANY);
    const before = readFileSync(join(on.folder, 'documents', 'Acme Größe 2026.ledger'));
    await expect(on.ask('desk.create', NEW_COMPANY)).rejects.toMatchObject({
      code: 'bad_input',
      what: 'There is a file already',
    });
    writeFileSync(join(on.folder, 'note.txt'), 'mine');
    await expect(on.ask('desk.create', { ...NEW_COMPANY, path: join(on.folder, 'note.txt') })).rejects.toMatchObject({
      code: 'bad_input',
    });
    expect(readFileSync(join(on.folder, 'note.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(on.folder, 'documents', 'Acme Größe 2026.ledger')).equals(before)).toBe(true);
    expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: NEW_COMPANY.workspaceName });
  });

  it('in a window goes where its dialog says, and nowhere when that is canceled', async () => {
    const places: (string | null)[] = [];
    const asked: unknown[] = [];
    const dialogs: DeskDialogs = {
      openFiles: async () => [],
      saveFile: async (wanted) => {
        asked.push(wanted);
        return places.shift() ?? null;
      },
    };
    const window = await on.again({ door: 'desktop', dialogs });
    await expect(window.ask('desk.create', NEW_COMPANY)).rejects.toMatchObject({ code: 'canceled' });
    places.push(join(on.folder, 'mine.ledger'));
    const open = { ...NEW_COMPANY, isEncrypted: false };
    expect(await window.ask('desk.create', open)).toMatchObject({ recoveryKey: null, keyPlace: null });
    expect(asked).toEqual(Array(2).fill({ suggestedName: 'Acme Größe 2026.ledger', format: 'ledger' }));
    const named = { ...NEW_COMPANY, path: join(on.folder, 'other.ledger') };
    await expect(window.ask('desk.create', named)).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(window.ask('desk.name', { path: on.folder })).rejects.toMatchObject({ code: 'not_permitted' });
    await window.desk.shut();
  });
});

describe('opening', () => {
  let first: string;
  let recoveryKey: string;
  beforeEach(async () => {
    await on.desk.shut();
    on = openTestDesk({ keySources: { environment: {}, keychain: NO_KEYCHAIN } }, on.folder);
    const made = await on.ask('desk.create', { ...NEW_COMPANY, path: join(on.folder, 'first.ledger') });
    recoveryKey = String(made['recoveryKey']);
    expect(made).toMatchObject({ keyPlace: 'nowhere' });
    first = join(on.folder, 'first.ledger');
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Second', isEncrypted: false });
  });

  it('asks for the recovery key where no key is found, and takes it typed', async () => {
    const ledger = { recent: first };
    await expect(on.ask('desk.open', { ledger })).rejects.toMatchObject({ code: 'key_missing' });
    expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Second' });
    expect(await on.ask('desk.open', { ledger, recoveryKey: recoveryKey.toLowerCase() })).toMatchObject({
      ledger: { path: first, isEncrypted: true },
    });
    expect(await on.ask('desk.key')).toEqual({ isEncrypted: true, source: 'typed', isInKeychain: null });
    await expect(on.ask('desk.keepKey')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('leaves the present ledger open on a wrong key, a foreign file, and none', async () => {
    const other = await on.handIn('other.jsonl', '{"id":"prod_1"}');
    const wrongKey = `${'ABCD-'.repeat(13)}ABCD`;
    const fits = `${'0'.repeat(63)}1`;
    await expect(on.ask('desk.open', { ledger: { recent: first }, recoveryKey: wrongKey })).rejects.toMatchObject({
      code: 'wrong_key',
      where: 'recoveryKey',
    });
    await expect(on.ask('desk.open', { ledger: { recent: first }, recoveryKey: fits })).rejects.toMatchObject({
      code: 'wrong_key',
      where: 'recoveryKey',
    });
    await expect(on.ask('desk.open', { ledger: { ticket: other } })).rejects.toMatchObject({ code: 'not_a_ledger' });
    await expect(on.ask('desk.open', { ledger: { ticket: 'none' } })).rejects.toMatchObject({ code: 'not_found' });
    await expect(on.ask('desk.open', { ledger: { recent: '/etc/passwd' } })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Second' });
    expect(await on.ask('desk.status')).toMatchObject({ ledger: { name: 'Second' }, trouble: null });
  });

  it('of the ledger that is open says so and changes nothing', async () => {
    const second = join(on.folder, 'documents', 'Second.ledger');
    const { ticket } = await on.desk.handIn(second);
    await expect(on.ask('desk.open', { ledger: { ticket } })).rejects.toMatchObject({
      code: 'bad_input',
      what: 'This ledger is open already',
    });
    expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Second' });
  });

  it('keeps a typed key in the keychain when asked to, and lets go of it', async () => {
    const keychain = memoryKeychain();
    const keyed = await on.again({ keySources: { environment: {}, keychain } });
    const ledger = { recent: first };
    await keyed.ask('desk.open', { ledger, recoveryKey, isKeyKept: true });
    expect([...keychain.kept.keys()]).toEqual([first]);
    await keyed.ask('desk.close');
    await keyed.ask('desk.open', { ledger });
    expect(await keyed.ask('desk.key')).toEqual({ isEncrypted: true, source: 'keychain', isInKeychain: true });
    expect(await keyed.ask('desk.forgetKey')).toMatchObject({ isInKeychain: false });
    expect(await keyed.ask('desk.keepKey')).toMatchObject({ isInKeychain: true });
    await keyed.desk.shut();
  });

  it('begins with a ledger that is given, and says when that cannot be opened', async () => {
    const second = join(on.folder, 'documents', 'Second.ledger');
    const begun = await on.again({ initial: { path: second, key: null } });
    expect(await begun.ask('workspace.status')).toMatchObject({ workspaceName: 'Second' });
    const failed = await begun.again({ initial: { path: first, key: new Uint8Array(32) } });
    await expect(failed.desk.ready).rejects.toMatchObject({ code: 'wrong_key' });
    expect(await failed.ask('desk.status')).toMatchObject({ ledger: null });
    await failed.desk.shut();
  });
});

describe('without a ledger', () => {
  it('answers for the desk and refuses what needs one', async () => {
    expect(await on.ask('desk.status')).toMatchObject({ door: 'browser', version: '1.2.3', ledger: null, recents: [] });
    for (const path of ['workspace.status', 'desk.key', 'desk.schedule', 'desk.backup', 'no.such']) {
      await expect(on.ask(path, {}), path).rejects.toMatchObject({ code: 'not_found', what: 'No ledger is open' });
    }
    await expect(on.ask('internal.backup', {})).rejects.toMatchObject({ what: 'There is no such procedure' });
    await expect(on.ask('desk.nothing')).rejects.toMatchObject({ what: 'There is no such procedure' });
    await expect(on.ask('desk.choose', { purpose: 'ledger' })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('tells its status again after every change', async () => {
    const seen: (string | null)[] = [];
    const stop = on.desk.onStatus(({ ledger }) => seen.push(ledger?.name ?? null));
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Told', isEncrypted: false });
    await on.ask('desk.close');
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Untold', isEncrypted: false });
    expect(new Set(seen)).toEqual(new Set([null, 'Told']));
    expect(seen.at(-1)).toBeNull();
  });
});

describe('recent ledgers', () => {
  it('come back after a restart, are forgotten, and put back', async () => {
    for (const workspaceName of ['One', 'Two']) await on.ask('desk.create', { ...NEW_COMPANY, workspaceName });
    const [one, two] = ['One', 'Two'].map((name) => join(on.folder, 'documents', `${name}.ledger`));
    on = await on.again();
    expect(await on.ask('desk.status')).toMatchObject({ recents: [{ path: two }, { path: one }] });
    expect(await on.ask('desk.forgetRecent', { path: two })).toMatchObject({ recents: [{ path: one }] });
    await expect(on.ask('desk.rememberRecent', { path: '/etc/passwd' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await on.ask('desk.rememberRecent', { path: two }))['recents']).toHaveLength(2);
  });

  it('survive a damaged file of preferences, which is set aside', async () => {
    await on.ask('desk.create', NEW_COMPANY);
    await on.desk.shut();
    writeFileSync(join(on.userFolder, 'preferences.json'), '{"recents": [{');
    on = openTestDesk({}, on.folder);
    expect(await on.ask('desk.status')).toMatchObject({ recents: [] });
    expect(readFileSync(join(on.userFolder, 'preferences.json.damaged'), 'utf8')).toBe('{"recents": [{');
    expect(readdirSync(on.userFolder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the sample company', () => {
  it('is made as a job with progress, once, and opened', async () => {
    on = await on.again({ sample: { customers: 50, months: 4 } });
    const progress = new Set<string>();
    const following = new AbortController();
    const followed = on.desk.call(
      { path: 'desk.jobs', type: 'subscription', input: undefined },
      { signal: following.signal, onItem: (json) => progress.add(json) },
    );
    expect(await on.ask('desk.openSample')).toMatchObject({ ledger: { isSample: true, isEncrypted: false } });
    following.abort();
    await followed;
    expect([...progress].some((json) => json.includes('"unit":"months"'))).toBe(true);
    expect(await on.ask('overview.figures', {})).toHaveProperty('currency');
    expect(await on.ask('desk.openSample')).toMatchObject({ ledger: { isSample: true } });
  });

  it('canceled while it is made leaves nothing and opens nothing', async () => {
    const opening = on.ask('desk.openSample');
    opening.catch(() => undefined);
    const id = await firstJob(on);
    await on.ask('desk.cancelJob', { id });
    await expect(opening).rejects.toMatchObject({ code: 'canceled' });
    expect(await on.ask('desk.status')).toMatchObject({ ledger: null });
    expect(existsSync(join(on.userFolder, 'sample-company.ledger'))).toBe(false);
  });
});

async function firstJob({ desk }: TestDesk): Promise<string> {
  const following = new AbortController();
  let id = '';
  await desk.call(
    { path: 'desk.jobs', type: 'subscription', input: undefined },
    {
      signal: following.signal,
      onItem: (json) => {
        const found = /"id":"([^"]+)"/.exec(json)?.[1];
        if (found === undefined) return;
        id = found;
        following.abort();
      },
    },
  );
  return id;
}
