// Backups by schedule, one at a time: whatever came of the last attempt, the next does not follow on its heels.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job } from '../../router/index.ts';
import { NEW_COMPANY, openTestDesk, type TestDesk } from './desk.testing.ts';

const HOUR = 3_600;

let on: TestDesk;
let now: number;
let copies: string;
let ended: Job[];
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  now = 1_790_000_000;
  on = openTestDesk({ clock: () => now });
  copies = join(on.folder, 'copies');
  mkdirSync(copies);
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
  ended = [];
  on.desk.onJobEnd((job) => ended.push(job));
});
afterEach(async () => {
  vi.useRealTimers();
  await on.close();
});

const schedule = (): Promise<unknown> => on.ask('desk.changeSchedule', { every: 'day', folder: copies, keep: 5 });
const hasEnded = (count: number): Promise<void> =>
  vi.waitFor(() => expect(ended).toHaveLength(count), { timeout: 30_000 });

/** The clock goes on, and the schedule looks at it. */
async function pass(seconds: number): Promise<void> {
  now += seconds;
  await vi.advanceTimersByTimeAsync(60_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

it('a copy that is being made is not begun again', async () => {
  await Promise.all([schedule(), schedule()]);
  await hasEnded(1);
  await pass(60);
  expect(ended.map(({ state }) => state)).toEqual(['done']);
  expect(readdirSync(copies)).toHaveLength(1);
  expect(await on.ask('desk.schedule')).toMatchObject({ lastAt: now - 60, lastRefusal: null });
});

it('one that was canceled is tried again after an hour', async () => {
  const canceling = cancelWhenBegun();
  await schedule();
  await canceling;
  await hasEnded(1);
  expect(ended[0]).toMatchObject({ state: 'canceled' });
  await pass(60);
  expect(ended).toHaveLength(1);
  await pass(HOUR);
  await hasEnded(2);
  expect(ended[1]).toMatchObject({ state: 'done' });
});

/** Cancels the first job that is seen. */
async function cancelWhenBegun(): Promise<void> {
  const following = new AbortController();
  await on.desk.call(
    { path: 'desk.jobs', type: 'subscription', input: undefined },
    {
      signal: following.signal,
      onItem: (json) => {
        const [job]: Job[] = JSON.parse(json);
        if (job === undefined) return;
        following.abort();
        void on.ask('desk.cancelJob', { id: job.id });
      },
    },
  );
}
