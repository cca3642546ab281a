// What browsers send in: how long it is kept, how much of it, and who is answered when it cannot be.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NEW_COMPANY, openTestDesk, products } from './desk.testing.ts';
import { createOwnFiles } from './uploads.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const sent = (bytes: number): Readable => Readable.from([Buffer.alloc(bytes)]);

it('folders of programs that are gone are removed at the start, those of others are not', async () => {
  const { pid: gone } = spawnSync(process.execPath, ['--version']);
  const kept = [`countinghouse-${process.ppid}-abcDEF`, 'countinghouse-packaged-abcDEF', `other-${gone}-abcDEF`];
  for (const name of [`countinghouse-${gone}-abcDEF`, ...kept]) mkdirSync(join(folder, name, '1'), { recursive: true });
  const own = createOwnFiles();
  await vi.waitFor(() => expect(readdirSync(folder).sort()).toEqual([...kept].sort()));
  const path = await own.receive('a.jsonl', sent(1));
  const made = join(path, '..', '..');
  expect(basename(made)).toMatch(new RegExp(`^countinghouse-${process.pid}-\\w{6}$`));
  expect(statSync(made).mode & 0o777).toBe(0o700);
  await own.removeAll();
  expect(existsSync(made)).toBe(false);
});

it('a name is cut to what every system takes, in bytes', async () => {
  const own = createOwnFiles();
  const path = await own.receive(`${'\u{1f4d2}'.repeat(150)}.jsonl`, sent(1));
  expect(Buffer.byteLength(basename(path))).toBeLessThanOrEqual(150);
  expect(basename(path)).toMatch(/^\u{1f4d2}+\.jsonl$/u);
});

it('where room is needed, the oldest goes that nobody works on; without one, the new one is refused', async () => {
  const own = createOwnFiles(100, 250);
  const [first = '', second = '', third = ''] = [await own.receive('1', sent(100)), await own.receive('2', sent(100))];
  await own.during([first], async () => {
    const kept = await own.receive('3', sent(100));
    await vi.waitFor(() => expect([first, second, kept].map((path) => existsSync(path))).toEqual([true, false, true]));
    await own.during([kept], async () => {
      await expect(own.receive('4', sent(100))).rejects.toMatchObject({ code: 'disk_full' });
    });
    expect(existsSync(kept)).toBe(false);
  });
  expect(existsSync(first)).toBe(false);
  expect(third).toBe('');
});

it('a file is removed when its job has ended, and kept where that can be begun again', async () => {
  const on = openTestDesk();
  await on.ask('desk.create', { ...NEW_COMPANY, workspaceName: 'Acme', isEncrypted: false });
  const good = await on.desk.receive('good.jsonl', Readable.from([products(2)]));
  expect(await on.jobOf('desk.importFiles', { tickets: [good.ticket] })).toMatchObject({ state: 'done' });
  const bad = await on.desk.receive('bad.jsonl', Readable.from(['no JSON']));
  const failed = await on.jobOf('desk.importFiles', { tickets: [bad.ticket], isStrict: true });
  expect(failed).toMatchObject({ state: 'failed', canBeRepeated: true });
  const [own = ''] = readdirSync(folder).filter((name) => name.startsWith('countinghouse-'));
  const names = readdirSync(join(folder, own), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(names.map(({ name }) => name)).toEqual(['bad.jsonl']);
  await on.close();
});

it('who sends too much without saying how much is answered', async () => {
  const own = createOwnFiles(1000);
  const server = createServer((asked, response) => {
    own.receive('a', asked).then(
      () => response.end(),
      (error: Error) => response.writeHead(400).end(error.message),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const sending = request({ port, host: '127.0.0.1', method: 'POST' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sending.on('error', reject);
    Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(65_536))).pipe(sending);
  });
  expect(status).toBe(400);
  server.closeAllConnections();
  server.close();
});
