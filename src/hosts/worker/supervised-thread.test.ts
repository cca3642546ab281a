// A thread that cannot be started again for a reason that nobody foresaw: it stays down, says so, and calls are answered.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createCompany } from '../../app/create-company.ts';
import { currency, timeZone } from '../../kernel/index.ts';
import { startCore, type Trouble } from './index.ts';
import { superviseThread } from './supervised-thread.ts';

const STATUS = { path: 'workspace.status', type: 'query', input: undefined } as const;

async function newLedger(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'supervised-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.ledger');
  const workspace = { name: 'A', timeZone: timeZone('UTC'), reportingCurrency: currency('EUR') };
  await (await createCompany({ path, key: null, workspace, command: 'test' })).close();
  return path;
}

it('stays down and tells trouble', async () => {
  const ledger = await newLedger();
  let path = ledger;
  const threads: Worker[] = [];
  const listen = (thread: Worker): void => void threads.push(thread);
  process.on('worker', listen);
  onTestFinished(() => void process.off('worker', listen));
  const met: Trouble[] = [];
  const start = {
    role: 'reader' as const,
    key: null,
    get path() {
      return path;
    },
  };
  const thread = superviseThread(start, { onTrouble: (trouble) => met.push(trouble) });
  await thread.open();
  expect(await thread.call(STATUS, false, {})).toMatchObject({ isOk: true });
  // No system takes such a path, and no refusal tells of it.
  path = 'a\0b';
  await threads[0]?.terminate();
  await vi.waitFor(() => expect(met).toHaveLength(1), { timeout: 30_000 });
  expect(met[0]).toMatchObject({ isLasting: true, refusal: { code: 'unavailable' } });
  await expect(thread.call(STATUS, false, {})).rejects.toMatchObject({
    what: 'The core ended on its own and could not be started again',
  });
  await thread.close();
});

it('a call that fails on its own is answered as a defect', async () => {
  const core = await startCore({ path: await newLedger(), key: null });
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  // No thread can be sent a function.
  const outcome = await core.call({ ...STATUS, input: () => 1 });
  expect(outcome).toMatchObject({ isOk: false, httpStatus: 500 });
  expect(JSON.parse(outcome.json).data).toMatchObject({ code: 'defect', path: 'workspace.status' });
  await core.close();
});
