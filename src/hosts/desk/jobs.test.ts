// Jobs on a real ledger: what goes in and out, what is told of it, what is left when the program ends.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEW_COMPANY, openTestDesk, products, type TestDesk } from './desk.testing.ts';

const DAY = 86_400;
const START = 1_790_000_000;

let on: TestDesk;
let now: number;
beforeEach(async () => {
  now = START;
  on = openTestDesk({ clock: () => now });
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
});
afterEach(() => on.close());

const ledger = (): string => join(on.folder, 'documents', 'Acme.ledger');

describe('an import', () => {
  it('is told in counts, what is known and what could not be read included', async () => {
    const first = await on.handIn('a.jsonl', products(3));
    expect(await on.jobOf('desk.importFiles', { tickets: [first] })).toMatchObject({
      name: 'Import of a.jsonl',
      state: 'done',
      outcome: '3 objects added, 0 known already',
      startedAt: START,
      endedAt: START,
      refusal: null,
    });
    const second = await on.handIn('b.jsonl', `${products(2, 2)}\n{"id": 7}`);
    expect(await on.jobOf('desk.importFiles', { tickets: [first, second] })).toMatchObject({
      name: 'Import of 2 files',
      state: 'done',
      outcome: expect.stringMatching(
        /^1 object added, 4 known already; 1 line could not be read, the first at b\.jsonl line 3/,
      ),
    });
  });

  it('that is strict changes nothing, and says at which line', async () => {
    const ticket = await on.handIn('b.jsonl', `${products(2)}\nnot json`);
    expect(await on.jobOf('desk.importFiles', { tickets: [ticket], isStrict: true })).toMatchObject({
      state: 'failed',
      refusal: {
        code: 'bad_input',
        what: '1 line could not be read; nothing was changed',
        where: expect.stringMatching(/^b\.jsonl line 3: is not JSON/),
      },
      canBeRepeated: true,
    });
    await expect(on.ask('stripe.object', { id: 'prod_0' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a file that is gone is refused before it begins, and one on another ledger is not left', async () => {
    const ticket = await on.handIn('a.jsonl', products(1));
    rmSync(join(on.folder, 'a.jsonl'));
    await expect(on.ask('desk.importFiles', { tickets: [ticket] })).rejects.toMatchObject({ code: 'file_unreadable' });
    const large = await on.handIn('large.jsonl', products(30_000));
    const job = await on.ask('desk.importFiles', { tickets: [large] });
    await expect(on.ask('desk.close')).rejects.toMatchObject({
      code: 'ledger_busy',
      what: 'Import of large.jsonl is still running on this ledger',
    });
    await on.ask('desk.cancelJob', { id: job['id'] });
    expect(await jobEnded(String(job['id']))).toMatchObject({ state: 'canceled' });
  });

  it('cut off by the end of the program is known after a restart, and taken up again', async () => {
    const ticket = await on.handIn('large.jsonl', products(30_000));
    await on.ask('desk.importFiles', { tickets: [ticket] });
    on = await on.again({ initial: { path: ledger(), key: null } });
    const [left] = await jobsNow();
    expect(left).toMatchObject({ name: 'Import of large.jsonl', state: 'interrupted', canBeRepeated: true });
    const job = await on.jobOf('desk.repeatJob', { id: left?.['id'] });
    expect(job.outcome).toMatch(/^[\d,]+ objects added, [\d,]+ known already$/);
    expect(await on.ask('stripe.object', { id: 'prod_29999' })).toMatchObject({ type: 'product' });
    on = await on.again();
    expect(await jobsNow()).toEqual([]);
  });

  it('cut off is put away when nobody wants it, and cannot be repeated without its file or on another ledger', async () => {
    const ticket = await on.handIn('large.jsonl', products(30_000));
    await on.ask('desk.importFiles', { tickets: [ticket] });
    on = await on.again();
    await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Other', isEncrypted: false });
    const [left] = await jobsNow();
    const id = left?.['id'];
    await expect(on.ask('desk.repeatJob', { id })).rejects.toMatchObject({
      what: 'This job belongs to another ledger',
    });
    await on.ask('desk.open', { ledger: { recent: ledger() } });
    rmSync(join(on.folder, 'large.jsonl'));
    await expect(on.ask('desk.repeatJob', { id })).rejects.toMatchObject({ code: 'bad_input' });
    await on.ask('desk.dismissJob', { id });
    await expect(on.ask('desk.dismissJob', { id })).rejects.toMatchObject({ code: 'not_found' });
    expect(readFileSync(join(on.userFolder, 'jobs.json'), 'utf8').trim()).toBe('[]');
  });
});

it('rates go in from CSV, and a mistake names its line', async () => {
  const good = await on.handIn('ecb.csv', 'date,base,quote,rate\n2026-01-01,EUR,USD,1.1\n2026-01-02,EUR,USD,1.2\n');
  expect(await on.jobOf('desk.importRates', { ticket: good })).toMatchObject({
    name: 'Rates from ecb.csv',
    outcome: '2 rates added, 0 known already',
  });
  const bad = await on.handIn('bad.csv', 'date,base,quote,rate\n2026-01-01,EUR,USD,much\n');
  expect(await on.jobOf('desk.importRates', { ticket: bad })).toMatchObject({
    state: 'failed',
    refusal: { code: 'bad_input', where: 'bad.csv line 2' },
  });
});

describe('an export from a window', () => {
  it('goes where the dialog says, never over a ledger, and nowhere when it is canceled', async () => {
    const places: (string | null)[] = [null, ledger(), join(on.folder, 'figures.csv')];
    const asked: unknown[] = [];
    const window = await on.again({
      door: 'desktop',
      initial: { path: ledger(), key: null },
      dialogs: {
        openFiles: async () => [],
        saveFile: async (wanted) => {
          asked.push(wanted);
          return places.shift() ?? null;
        },
      },
    });
    const wanted = { report: 'movements', input: { from: '2026-01', to: '2026-03' }, format: 'csv' };
    expect(await window.ask('desk.exportReport', wanted)).toEqual({});
    await expect(window.ask('desk.exportReport', wanted)).rejects.toMatchObject({ code: 'bad_input' });
    expect(await window.jobOf('desk.exportReport', wanted)).toMatchObject({
      name: 'Export to figures.csv',
      state: 'done',
    });
    expect(readFileSync(join(on.folder, 'figures.csv'), 'utf8')).toMatch(/^month,/);
    expect(asked[0]).toEqual({ suggestedName: 'Acme movements.csv', format: 'csv' });
    await window.desk.shut();
  });
});

describe('a backup', () => {
  it('is a ledger of its own, made once', async () => {
    const path = join(on.folder, 'copy.ledger');
    expect(await on.jobOf('desk.backup', { path })).toMatchObject({ name: 'Backup of Acme', state: 'done' });
    expect(await on.jobOf('desk.backup', { path: join(on.folder, 'none', 'copy.ledger') })).toMatchObject({
      state: 'failed',
      refusal: { code: 'file_unwritable' },
    });
    await expect(on.ask('desk.backup', { path })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(on.ask('desk.backup', { path: ledger() })).rejects.toMatchObject({ code: 'bad_input' });
    const { ticket } = await on.desk.handIn(path);
    expect(await on.ask('desk.open', { ledger: { ticket } })).toMatchObject({ ledger: { path } });
    expect(await on.ask('workspace.status')).toMatchObject({ workspaceName: 'Acme' });
  });

  it('by schedule is made when overdue, keeps so many, and removes only its own', async () => {
    const folder = join(on.folder, 'copies');
    mkdirSync(folder);
    writeFileSync(join(folder, 'Acme-2026-01-01-0000.ledger'), 'not ours');
    await expect(on.ask('desk.changeSchedule', { every: 'day', folder: null, keep: 2 })).rejects.toMatchObject({
      where: 'folder',
    });
    const missing = { every: 'day', folder: join(on.folder, 'missing'), keep: 2 };
    await expect(on.ask('desk.changeSchedule', missing)).rejects.toMatchObject({ where: 'folder' });
    const made = once(on, 'Backup of Acme');
    await on.ask('desk.changeSchedule', { every: 'day', folder, keep: 2 });
    await made;
    for (let day = 1; day <= 2; day += 1) {
      now += DAY;
      on = await on.again();
      const next = once(on, 'Backup of Acme');
      await on.ask('desk.open', { ledger: { recent: ledger() } });
      await next;
    }
    await settled();
    const copies = readdirSync(folder).sort();
    expect(copies).toHaveLength(3);
    expect(copies[0]).toBe('Acme-2026-01-01-0000.ledger');
    expect(copies[1]).toMatch(/^Acme-\d{4}-\d{2}-\d{2}-\d{4}\.ledger$/);
    expect(await on.ask('desk.schedule')).toMatchObject({ every: 'day', keep: 2, lastAt: now, lastRefusal: null });
    on = await on.again();
    await on.ask('desk.open', { ledger: { recent: ledger() } });
    expect(on.desk && (await jobsNow())).toEqual([]);
  });

  it('by schedule that fails says why, and is tried again', async () => {
    const folder = join(on.folder, 'copies');
    mkdirSync(folder);
    const made = once(on, 'Backup of Acme');
    await on.ask('desk.changeSchedule', { every: 'week', folder, keep: 5 });
    await made;
    rmSync(folder, { recursive: true });
    now += 7 * DAY;
    on = await on.again();
    const failed = once(on, 'Backup of Acme');
    await on.ask('desk.open', { ledger: { recent: ledger() } });
    await failed;
    await settled();
    expect(await on.ask('desk.schedule')).toMatchObject({
      lastAt: START,
      lastRefusal: { code: 'file_unwritable', what: 'The folder for the backup does not exist' },
    });
    expect(existsSync(folder)).toBe(false);
  });
});

async function jobsNow(): Promise<Record<string, unknown>[]> {
  const following = new AbortController();
  let json = '[]';
  await on.desk.call(
    { path: 'desk.jobs', type: 'subscription', input: undefined },
    {
      signal: following.signal,
      onItem: (item) => {
        json = item;
        following.abort();
      },
    },
  );
  return JSON.parse(json);
}

function jobEnded(id: string): Promise<unknown> {
  return new Promise((resolve) => {
    on.desk.onJobEnd((job) => {
      if (job.id === id) resolve(job);
    });
  });
}

function once({ desk }: TestDesk, name: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = desk.onJobEnd((job) => {
      if (job.name !== name) return;
      stop();
      resolve();
    });
  });
}

/** What follows the end of a job has been written. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
