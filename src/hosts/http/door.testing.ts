// A door for tests: a fresh ledger of its own, a desk with it, and screens of one page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCompany } from '../../app/create-company.ts';
import { currency, timeZone } from '../../kernel/index.ts';
import { createDesk, type DeskHost } from '../desk/index.ts';
import { openDoor } from './index.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface TestDoor {
  readonly port: number;
  readonly link: string;
  readonly ledger: string;
  readonly folder: string;
  readonly desk: DeskHost;
  /** Sends a request as it is, headers that browsers would not let a page set included. */
  send(
    path: string,
    options?: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<Answer>;
  /** Redeems the link and returns the cookie. */
  signIn(): Promise<string>;
  close(): Promise<void>;
}

export async function openTestDoor(): Promise<TestDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'door-'));
  const ledger = join(folder, 'company.ledger');
  const screens = join(folder, 'screens');
  mkdirSync(join(screens, 'assets'), { recursive: true });
  writeFileSync(
    join(screens, 'index.html'),
    '<!doctype html><title>The page</title><script src="/assets/a.js"></script>',
  );
  writeFileSync(join(screens, 'assets', 'a.js'), 'export {};');
  const workspace = { name: 'Company', timeZone: timeZone('Europe/Berlin'), reportingCurrency: currency('EUR') };
  await (await createCompany({ path: ledger, key: null, workspace, command: 'test' })).close();
  const desk = createDesk({
    door: 'browser',
    version: '0.0.0',
    userFolder: join(folder, 'home'),
    documentsFolder: join(folder, 'documents'),
    dialogs: null,
    initial: { path: ledger, key: null },
    clock: () => Math.floor(Date.now() / 1000),
  });
  await desk.ready;
  const door = await openDoor({ desk, port: 0, screens });
  const send: TestDoor['send'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: door.port, path, method, headers }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    port: door.port,
    link: door.link,
    ledger,
    folder,
    desk,
    send,
    signIn: async () => {
      const { headers } = await send(new URL(door.link).pathname + new URL(door.link).search);
      return String(headers['set-cookie']).split(';')[0] ?? '';
    },
    close: async () => {
      await door.close();
      await desk.shut();
      rmSync(folder, { recursive: true });
    },
  };
}
