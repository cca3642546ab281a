// The browser door as strangers and its own pages meet it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppRouter } from '../../router/index.ts';
import { openTestDoor, type TestDoor } from './door.testing.ts';

let door: TestDoor;
beforeEach(async () => {
  door = await openTestDoor();
});
afterEach(() => door.close());

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
        await door.send('/trpc/stripe.importFiles', {
          method: 'POST',
          headers: { Cookie, 'Content-Type': 'text/plain' },
          body: '{}',
        })
      ).status,
    ).toBe(400);
    expect((await door.send('/trpc/stripe.importFiles', { headers: { Cookie } })).status).toBe(404);
  });

  it('imports, and hears of it on the change feed', async () => {
    const headers = { Cookie: await door.signIn() };
    const url = `http://127.0.0.1:${door.port}/trpc`;
    const file = join(door.folder, 'products.jsonl');
    writeFileSync(
      file,
      `${JSON.stringify({ id: 'prod_1', object: 'product', active: true, created: 1_700_000_000, name: 'Pro', metadata: {}, livemode: false, updated: 1_700_000_000 })}\n`,
    );
    const feed = await fetch(`${url}/changes.feed`, { headers: { ...headers, Accept: 'text/event-stream' } });
    const heard = readUntil(feed, /"seq":(\d+)/);
    const client = createTRPCClient<AppRouter>({ links: [httpLink({ url, headers })] });
    const result = await client.stripe.importFiles.mutate({ files: [file] });
    expect(result).toMatchObject({ added: 1, known: 0, problemCount: 0 });
    expect(Number((await heard)[1])).toBeGreaterThan(1);
    expect(await client.stripe.object.query({ id: 'prod_1' })).toMatchObject({
      type: 'product',
      object: { name: 'Pro' },
    });
  });
});

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
