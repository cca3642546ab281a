// The doors that need no page: the desk's own calls, HTTP with a session, and the command line.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDesk, type DeskHost } from '../../../src/hosts/desk/index.ts';
import { openDoor } from '../../../src/hosts/http/index.ts';
import { run } from '../../../src/hosts/cli/run.testing.ts';
import type { DoorUnderTest } from './door-under-test.ts';
import { contentOf } from './envelopes.ts';

/** The calls that every window's bridge and the browser door pass on. */
export async function openDeskDoor(ledger: string, folder: string): Promise<DoorUnderTest> {
  const desk = await openDesk(ledger, join(folder, 'desk'));
  return { name: 'desk', call: (call) => desk.call(call), close: () => desk.shut() };
}

/** The browser door, without a browser. */
export async function openHttpDoor(ledger: string, folder: string): Promise<DoorUnderTest> {
  const desk = await openDesk(ledger, join(folder, 'http'));
  const screens = join(folder, 'screens');
  mkdirSync(screens, { recursive: true });
  writeFileSync(join(screens, 'index.html'), '<!doctype html><title>The page</title>');
  const door = await openDoor({ desk, port: 0, screens });
  const opened = await fetch(door.link, { redirect: 'manual', headers: { 'sec-fetch-site': 'none' } });
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { origin } = new URL(door.link);
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  return {
    name: 'http',
    call: async ({ path, type, input }) => {
      const url = new URL(`/trpc/${encodeURIComponent(path)}`, origin);
      const json = input === undefined ? null : JSON.stringify(input);
      if (type === 'query' && json !== null) url.searchParams.set('input', json);
      const sent = type === 'mutation' ? { method: 'POST', headers, body: json ?? '' } : { headers };
      return contentOf(await (await fetch(url, sent)).text());
    },
    close: async () => {
      await door.close();
      await desk.shut();
    },
  };
}

/** `countinghouse call`, in process as a script runs it. */
export async function openCommandLineDoor(ledger: string): Promise<DoorUnderTest> {
  return {
    name: 'command line',
    call: async ({ path, input }) => {
      const given = input === undefined ? [] : ['--input', JSON.stringify(input)];
      const { exitCode, stdout, stderr } = await run('call', path, '--ledger', ledger, '--json', ...given);
      if (exitCode === 0) return { isOk: true, json: stdout.replace(/\n$/, '') };
      return contentOf(stderr);
    },
    close: async () => undefined,
  };
}

async function openDesk(ledger: string, userFolder: string): Promise<DeskHost> {
  const desk = createDesk({
    door: 'browser',
    version: '0.0.0',
    userFolder,
    dialogs: null,
    initial: { path: ledger, key: null },
    clock: () => 1_790_000_000,
  });
  await desk.ready;
  return desk;
}
