// `countinghouse call`: one procedure at a time, with the words of the doors.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompany } from '../../app/create-company.ts';
import { currency, timeZone } from '../../kernel/index.ts';
import { run } from './run.testing.ts';

let folder: string;
let ledger: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'call-'));
  ledger = join(folder, 'company.ledger');
  const workspace = { name: 'Company', timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
  await (await createCompany({ path: ledger, key: null, workspace, command: 'test' })).close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const call = (...args: string[]) => run('call', ...args, '--ledger', ledger);

it('acts as the member that is named, within their role', async () => {
  const own = join(folder, 'people.ledger');
  const workspace = { name: 'People', timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
  await (await createCompany({ path: own, key: null, workspace, command: 'test' })).close();
  const ask = (...args: string[]) => run('call', ...args, '--ledger', own, '--json');
  const add = (name: string, role: string, ...as: string[]) =>
    ask('settings.addMember', '--input', JSON.stringify({ name, email: `${name}@example.com`, role }), ...as);
  const ada: string = JSON.parse((await add('ada', 'admin')).stdout).memberId;
  const refused = await add('bea', 'analyst');
  expect(refused.exitCode).toBe(2);
  expect(JSON.parse(refused.stderr).error.data).toMatchObject({ code: 'not_permitted', path: 'settings.addMember' });
  const bea: string = JSON.parse((await add('bea', 'analyst', '--as', ada)).stdout).memberId;
  expect(JSON.parse((await ask('settings.people', '--as', bea)).stdout)).toMatchObject({ acting: { actor: bea } });
  expect((await add('cy', 'analyst', '--as', bea)).exitCode).toBe(2);
});

describe('a procedure', () => {
  it('answers with its JSON and nothing else, asked or commanded', async () => {
    const asked = await call('workspace.status');
    expect(asked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(asked.stdout)).toMatchObject({ ledgerName: 'company.ledger', workspaceName: 'Company' });
    const { revision } = JSON.parse((await call('settings.workspace')).stdout);
    const changed = await call('settings.changeWorkspace', '--input', JSON.stringify({ revision, name: 'Renamed' }));
    expect(changed.exitCode).toBe(0);
    expect(JSON.parse((await call('workspace.status')).stdout)).toMatchObject({ workspaceName: 'Renamed' });
    expect(existsSync(`${ledger}.writer`)).toBe(false);
  });

  it('that refuses is told as a line, or as the doors tell it', async () => {
    const line = await call('stripe.object', '--input', '{"id":"cus_1"}');
    expect(line).toMatchObject({ exitCode: 2, stdout: '' });
    expect(line.stderr).toMatch(/^countinghouse: .*cus_1/);
    const json = await call('reports.movements', '--input', '{"from":"2026-13"}', '--json');
    expect(json).toMatchObject({ exitCode: 2, stdout: '' });
    expect(JSON.parse(json.stderr)).toMatchObject({
      error: {
        message: expect.any(String),
        code: expect.any(Number),
        data: { code: 'bad_input', where: 'from', httpStatus: 400, path: 'reports.movements' },
      },
    });
  });
});

it.each([
  ['changes.feed', 'changes.feed is followed, not called'],
  ['desk.jobs', 'desk.jobs is followed, not called'],
  ['desk.status', 'desk.status belongs to a running window or browser door'],
  ['internal.backup', 'There is no such procedure'],
  ['internal.importFiles', 'There is no such procedure'],
  ['no.such', 'There is no such procedure'],
])('%s cannot be called', async (path, what) => {
  const input = JSON.stringify({ path: join(folder, 'copy.ledger'), files: [] });
  const { exitCode, stderr } = await call(path, '--input', input, '--json');
  expect(exitCode).toBe(2);
  expect(JSON.parse(stderr).error.data).toMatchObject({ what, path });
  expect(existsSync(join(folder, 'copy.ledger'))).toBe(false);
});

it('says what is wrong with the input and with the ledger, and what its options are', async () => {
  expect((await call('workspace.status', '--input', '{')).stderr).toBe(
    'countinghouse: The input of the call is not JSON (--input)\n',
  );
  const missing = await run('call', 'workspace.status', '--ledger', join(folder, 'none.ledger'), '--json');
  expect(JSON.parse(missing.stderr).error.data).toMatchObject({ code: 'not_found', path: 'workspace.status' });
  const help = await run('call', '--help');
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toContain('--input <json>');
  expect(help.stdout).toContain('Subscriptions, and what belongs to an open window');
});
