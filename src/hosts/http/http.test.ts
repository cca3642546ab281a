// The browser door as strangers and its own pages meet it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppRouter } from '../../router/index.ts';
import { openTestDoor, type TestDoor } from './door.testing.ts';

let door: TestDoor;
beforeEach(async () => {
  door = await openTestDoor();
  vi.stubEnv('TMPDIR', door.folder);
});
afterEach(async () => {
  await door.close();
  vi.unstubAllEnvs();
});

const STATUS = '/trpc/workspace.status';

describe('the one-time link', () => {
  it('becomes a session once', async () => {
    const { pathname, search } = new URL(door.link);
    const first = await door.send(pathname + search);
    expect(first.status).toBe(303);
    expect(first.headers['location']).toBe('/');
    expect(String(first.headers['set-cookie'])).toMatch(
      new RegExp(`^countinghouse-${door.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    const second = await door.send(pathname + search);
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is not used up by looking, by fetching ahead, or by a wrong token', async () => {
    const { pathname, search } = new URL(door.link);
    expect((await door.send(pathname + search, { method: 'HEAD' })).status).toBe(405);
    expect((await door.send(pathname + search, { headers: { 'Sec-Purpose': 'prefetch' } })).status).toBe(405);
    expect((await door.send('/open?token=wrong')).status).toBe(401);
    expect((await door.send('/open')).status).toBe(401);
    expect((await door.send(pathname + search)).status).toBe(303);
  });

  it("goes on by itself from another site's page, which a strict cookie does not follow", async () => {
    const { pathname, search } = new URL(door.link);
    const answer = await door.send(pathname + search, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('http-equiv="refresh"');
    expect(answer.headers['set-cookie']).toBeDefined();
  });
});

describe('a stranger', () => {
  it('gets neither pages nor procedures', async () => {
    expect((await door.send('/')).status).toBe(401);
    expect((await door.send('/assets/a.js')).status).toBe(401);
    const answer = await door.send(STATUS, { headers: { Cookie: `countinghouse-${door.port}=guess` } });
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body).error.data).toMatchObject({ code: 'not_signed_in' });
  });

  it('gets nothing under another host or from another origin, session or not', async () => {
    const Cookie = await door.signIn();
    expect((await door.send(STATUS, { headers: { Cookie, Host: `evil.example:${door.port}` } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, Host: '127.0.0.1:1' } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, Origin: 'http://evil.example' } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, Origin: 'null' } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, Origin: 'http://127.0.0.1:1' } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, 'Sec-Fetch-Site': 'same-site' } })).status).toBe(403);
    expect((await door.send(STATUS, { headers: { Cookie, Origin: `http://127.0.0.1:${door.port}` } })).status).toBe(
      200,
    );
  });
});

describe('a page of its own', () => {
  it('is sent with a policy that lets in nothing else', async () => {
    const answer = await door.send('/customers/cus_1', { headers: { Cookie: await door.signIn() } });
    expect(answer.body).toContain('The page');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  it('is sent at every address, however deep', async () => {
    const Cookie = await door.signIn();
    for (const path of ['/', '/customers/cus_1?month=1', '/a/b/c']) {
      const answer = await door.send(path, { headers: { Cookie } });
      expect(answer.body).toContain('src="/assets/a.js"');
      expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    }
  });

  it('lacks an asset that has gone since, and goes on', async () => {
    const Cookie = await door.signIn();
    const broken = door.send('/assets/a.js', { headers: { Cookie, Range: 'bytes=5-3' } });
    await expect(broken).rejects.toMatchObject({ code: 'ECONNRESET' });
    rmSync(join(door.folder, 'screens', 'assets', 'a.js'));
    expect((await door.send('/assets/a.js', { headers: { Cookie } })).status).toBe(404);
    expect((await door.send('/', { headers: { Cookie } })).status).toBe(200);
  });

  it('are none of what lies beside their folder', async () => {
    const headers = { Cookie: await door.signIn() };
    mkdirSync(join(door.folder, 'screens-of-others'));
    writeFileSync(join(door.folder, 'screens-of-others', 'a.js'), 'secret');
    for (const path of [
      '/../screens-of-others/a.js',
      '/..%2fscreens-of-others%2fa.js',
      '/%2e%2e/screens-of-others/a.js',
    ]) {
      expect((await door.send(path, { headers })).body, path).not.toContain('secret');
    }
  });

  it('has assets for this browser alone, and none that are not there', async () => {
    const Cookie = await door.signIn();
    const asset = await door.send('/assets/a.js', { headers: { Cookie } });
    expect(asset).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, max-age=31536000, immutable' },
    });
    const missing = [
      '/assets/b.js',
      '/assets/',
      '/assets/..%2f..%2fcompany.ledger',
      '/%61ssets/%2e%2e%2fx',
      '/assets/%',
    ];
    for (const path of missing) {
      expect(await door.send(path, { headers: { Cookie } }), path).toMatchObject({
        status: 404,
        headers: { 'cache-control': 'no-store' },
      });
    }
  });

  it('calls procedures one by one and in batches', async () => {
    const headers = { Cookie: await door.signIn() };
    const url = `http://127.0.0.1:${door.port}/trpc`;
    const one = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] });
    expect(await one.workspace.status.query()).toMatchObject({
      ledgerName: 'company.ledger',
      timeZone: 'Europe/Berlin',
      reportingCurrency: 'EUR',
    });
    const batched = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url, headers })] });
    const [status, refused] = await Promise.allSettled([
      batched.workspace.status.query(),
      batched.reports.movements.query({ from: '2026-13' }),
    ]);
    expect(status.status).toBe('fulfilled');
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { data: { code: 'bad_input', where: 'from', httpStatus: 400 } },
    });
  });

  it('is told what is wrong with a request', async () => {
    const Cookie = await door.signIn();
    expect((await door.send('/trpc/no.such', { headers: { Cookie } })).status).toBe(404);
    expect((await door.send(`${STATUS}?input={`, { headers: { Cookie } })).status).toBe(400);
    expect((await door.send('/trpc/%E0%A4%A', { headers: { Cookie } })).status).toBe(400);
    expect((await door.send(STATUS, { method: 'PUT', headers: { Cookie } })).status).toBe(400);
    expect(
      (
        await door.send('/trpc/settings.changeWorkspace', {
          method: 'POST',
          headers: { Cookie, 'Content-Type': 'text/plain' },
          body: '{}',
        })
      ).status,
    ).toBe(400);
    expect((await door.send('/trpc/settings.changeWorkspace', { headers: { Cookie } })).status).toBe(404);
  });

  it('imports a file that it handed in, and hears of it on the change feed', async () => {
    const headers = { Cookie: await door.signIn() };
    const url = `http://127.0.0.1:${door.port}/trpc`;
    const feed = await fetch(`${url}/changes.feed`, { headers: { ...headers, Accept: 'text/event-stream' } });
    const heard = readUntil(feed, /"seq":(\d+)/);
    const handed = await door.send('/handed-in?name=products.jsonl', { method: 'POST', headers, body: PRODUCT });
    const { ticket } = JSON.parse(handed.body);
    const client = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] });
    const job = await client.desk.importFiles.mutate({ tickets: [ticket] });
    expect(job).toMatchObject({ name: 'Import of products.jsonl', state: 'running' });
    expect(Number((await heard)[1])).toBeGreaterThan(1);
    await vi.waitFor(async () =>
      expect(await client.stripe.object.query({ id: 'prod_1' })).toMatchObject({
        type: 'product',
        object: { name: 'Pro' },
      }),
    );
  });

  it('finds no procedure that takes a path, but for the desk', async () => {
    const headers = { Cookie: await door.signIn(), 'Content-Type': 'application/json' };
    for (const path of ['stripe.importFiles', 'internal.importFiles', 'internal.backup', 'internal']) {
      const body = JSON.stringify({ files: [join(door.folder, 'x')], path: join(door.folder, 'copy.ledger') });
      const answer = await door.send(`/trpc/${path}`, { method: 'POST', headers, body });
      expect(JSON.parse(answer.body).error.data).toMatchObject({
        code: 'not_found',
        what: 'There is no such procedure',
      });
    }
    expect(existsSync(join(door.folder, 'copy.ledger'))).toBe(false);
  });
});

describe('a file that a page hands in', () => {
  it('is told of by its own name when it is refused, and is no ledger to work in', async () => {
    const headers = { Cookie: await door.signIn(), 'Content-Type': 'application/json' };
    const opened = async (name: string, body: Buffer): Promise<string> => {
      const handed = await door.send(`/handed-in?name=${name}`, { method: 'POST', headers, body });
      const ledger = { ticket: JSON.parse(handed.body).ticket };
      return (await door.send('/trpc/desk.open', { method: 'POST', headers, body: JSON.stringify({ ledger }) })).body;
    };
    const refused = await opened('note.txt', Buffer.from('not a ledger'));
    expect(JSON.parse(refused).error.data).toMatchObject({ code: 'not_a_ledger', where: 'note.txt' });
    expect(refused).not.toContain(tmpdir());
    const copy = await opened('copy.ledger', readFileSync(door.ledger));
    expect(JSON.parse(copy).error.data).toMatchObject({ code: 'bad_input', what: expect.stringContaining('copy') });
  });

  it('is kept under a ticket, and gone when the desk shuts', async () => {
    const Cookie = await door.signIn();
    const body = randomBytes(3_000_000);
    const name = encodeURIComponent('../../Umsätze 2026.jsonl');
    const answer = await door.send(`/handed-in?name=${name}`, { method: 'POST', headers: { Cookie }, body });
    expect(JSON.parse(answer.body)).toMatchObject({ name: 'Umsätze 2026.jsonl', sizeBytes: body.length });
    expect(ownFolders()).toHaveLength(1);
    await door.desk.shut();
    expect(ownFolders()).toHaveLength(0);
  });

  it('is refused without a session, from another page, without a name, and when it is larger than may be', async () => {
    const Cookie = await door.signIn();
    const post = (path: string, headers: Record<string, string>) =>
      door.send(path, { method: 'POST', headers, body: 'x' });
    expect((await post('/handed-in?name=a', {})).status).toBe(401);
    expect((await post('/handed-in?name=a', { Cookie, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await post('/handed-in?name=a', { Cookie, Origin: 'http://evil.example' })).status).toBe(403);
    expect(JSON.parse((await post('/handed-in', { Cookie })).body).error.data).toMatchObject({ where: 'name' });
    expect((await door.send('/handed-in?name=a', { headers: { Cookie } })).status).toBe(400);
    const large = await post('/handed-in?name=a', { Cookie, 'Content-Length': String(5 * 1_073_741_824) });
    expect(JSON.parse(large.body).error.data).toMatchObject({
      code: 'bad_input',
      what: 'The file is larger than 4 GiB',
    });
    expect(ownFolders()).toHaveLength(0);
  });
});

describe('an export', () => {
  it('comes as a download in each format, and leaves no file behind', async () => {
    const Cookie = await door.signIn();
    const input = encodeURIComponent(JSON.stringify({ from: '2026-01', to: '2026-02' }));
    for (const [format, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['json', 'application/json'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ]) {
      const answer = await door.send(`/exports/MRR%20%C3%BC.${format}?report=movements&input=${input}`, {
        headers: { Cookie },
      });
      expect(answer).toMatchObject({
        status: 200,
        headers: {
          'content-type': type,
          'content-disposition': `attachment; filename*=UTF-8''MRR%20%C3%BC.${format}`,
          'cache-control': 'no-store',
        },
      });
    }
    await vi.waitFor(() => expect(ownFiles()).toEqual([]));
  });

  it('is refused as JSON before a byte of it is sent', async () => {
    const Cookie = await door.signIn();
    const refusals = [
      ['/exports/a.csv?report=movements&input={"from":"2026-13"}', { code: 'bad_input', where: 'from' }],
      ['/exports/a.csv?report=movements&input={"currency":"XXQ"}', { code: 'bad_input', where: 'currency' }],
      ['/exports/a.csv?report=nothing', { code: 'bad_input', where: 'report' }],
      ['/exports/a.exe?report=movements', { code: 'bad_input', where: 'format' }],
      ['/exports/a.csv?report=movements&input={', { code: 'bad_input', where: 'input' }],
      ['/exports/%E0%A4%A?report=movements', { code: 'bad_input' }],
    ] as const;
    for (const [path, data] of refusals) {
      const answer = await door.send(encodeURI(path).replace('%25', '%'), { headers: { Cookie } });
      expect(answer.headers['content-type'], path).toBe('application/json');
      expect(answer.headers['content-disposition']).toBeUndefined();
      expect(JSON.parse(answer.body).error.data, path).toMatchObject(data);
    }
    expect((await door.send('/exports/a.csv?report=movements')).status).toBe(401);
    expect(ownFiles()).toEqual([]);
  });
});

const PRODUCT = `${JSON.stringify({ id: 'prod_1', object: 'product', active: true, created: 1_700_000_000, name: 'Pro', metadata: {}, livemode: false, updated: 1_700_000_000 })}\n`;

/** The folder in which the desk keeps files of its own, once there are any. */
function ownFolders(): string[] {
  return readdirSync(door.folder).filter((name) => name.startsWith('countinghouse-'));
}

function ownFiles(): string[] {
  return ownFolders().flatMap((folder) =>
    readdirSync(join(door.folder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
  );
}

async function readUntil(response: Response, pattern: RegExp): Promise<RegExpExecArray> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece);
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  throw new Error(`the stream ended with ${text}`);
}
