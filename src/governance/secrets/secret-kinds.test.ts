// Secrets of every kind go one way, and no error, JSON or printout tells them.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CountinghouseError } from '../../kernel/index.ts';
import { forgetSecret, keepSecret, type Keychain, placeOfSecret, resolveSecret, Secret } from './index.ts';

const STRIPE_KEY = `rk_test_${'Ab3'.repeat(20)}`;
const PASSWORD = 'correct horse battery staple';

function keychainInMemory(): Keychain {
  const kept = new Map<string, Secret>();
  return {
    find: async ({ kind, name }) => ({ isAvailable: true, secret: kept.get(`${kind} ${name}`) ?? null }),
    store: async ({ kind, name }, secret) => kept.set(`${kind} ${name}`, secret).size > 0,
    remove: async ({ kind, name }) => {
      kept.delete(`${kind} ${name}`);
    },
  };
}

/** All that a log, a door or a crash report could write of a value. */
function everythingOf(value: unknown): string {
  const parts = [String(value), inspect(value, { depth: 9, showHidden: true }), JSON.stringify(value) ?? ''];
  if (value instanceof Error) parts.push(value.message, value.stack ?? '', everythingOf(value.cause));
  if (value instanceof CountinghouseError) parts.push(value.what, value.where ?? '', value.fix ?? '');
  return parts.join('\n');
}

async function refusalOf(asked: Promise<unknown>): Promise<CountinghouseError> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof CountinghouseError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('secrets', () => {
  let folder: string;
  let keychain: Keychain;
  const nobody = async () => null;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-secrets-'));
    keychain = keychainInMemory();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('are found in the named file, then the environment, then the keychain, then by asking', async () => {
    const file = join(folder, 'stripe');
    writeFileSync(file, `${STRIPE_KEY}1\n`, { mode: 0o600 });
    const name = { kind: 'stripe_key', name: 'acme eu' } as const;
    const environment = { COUNTINGHOUSE_STRIPE_KEY_ACME_EU: `${STRIPE_KEY}2`, OTHER: `${STRIPE_KEY}3` };
    const asked: string[] = [];
    const ask = async (named: string) => {
      asked.push(named);
      return ` ${STRIPE_KEY}5 `;
    };
    const found = async (request: Parameters<typeof resolveSecret>[0]) => {
      const { secret, source } = await resolveSecret(request);
      return [source, secret.reveal().slice(STRIPE_KEY.length)];
    };
    expect(await found({ ...name, file, environment, keychain, ask })).toEqual(['file', '1']);
    expect(await found({ ...name, environment, keychain, ask })).toEqual(['environment', '2']);
    expect(await found({ ...name, variable: 'OTHER', environment, keychain, ask })).toEqual(['environment', '3']);
    expect(await found({ ...name, environment: {}, keychain, ask })).toEqual(['typed', '5']);
    expect(asked).toEqual(['Stripe key of acme eu']);
    await keepSecret(name, new Secret(`${STRIPE_KEY}4`), keychain);
    expect(await found({ ...name, environment: {}, keychain, ask })).toEqual(['keychain', '4']);
    expect(await placeOfSecret({ ...name, environment, keychain })).toEqual({
      source: 'environment',
      isInKeychain: true,
    });
    await forgetSecret(name, keychain);
    const missing = await refusalOf(resolveSecret({ ...name, environment: {}, keychain, ask: nobody }));
    expect(missing).toMatchObject({ code: 'key_missing', where: 'acme eu' });
    expect(missing.fix).toContain('COUNTINGHOUSE_STRIPE_KEY_ACME_EU');
  });

  test('of two kinds or names never stand for each other', async () => {
    await keepSecret({ kind: 'smtp_password', name: 'default' }, new Secret(PASSWORD), keychain);
    const ask = { environment: {}, keychain, ask: nobody };
    for (const other of [
      { kind: 'stripe_key', name: 'default' },
      { kind: 'smtp_password', name: 'other' },
    ] as const) {
      expect(await refusalOf(resolveSecret({ ...other, ...ask }))).toMatchObject({ code: 'key_missing' });
    }
    const environment = { COUNTINGHOUSE_SMTP_PASSWORD: `${PASSWORD}\n` };
    const found = await resolveSecret({ kind: 'smtp_password', name: 'default', keychain, environment });
    expect(found.secret.reveal()).toBe(PASSWORD);
  });

  test('are never told by what is printed, logged or serialized', () => {
    const secret = new Secret(PASSWORD);
    expect(everythingOf({ deep: [{ secret }], text: `${secret}` })).not.toContain(PASSWORD);
    expect(JSON.stringify(structuredClone({ secret }))).not.toContain(PASSWORD);
  });

  test.each([
    ['stripe_key', `pk_live_${'Zz9'.repeat(12)}`],
    ['smtp_password', `first line ${PASSWORD}\nsecond`],
    ['ledger_key', `not a ledger key ${PASSWORD}`],
  ] as const)('%s: what is wrong is refused without being quoted', async (kind, text) => {
    const file = join(folder, 'wrong');
    writeFileSync(file, text, { mode: 0o600 });
    const environment = { WRONG: text };
    const refusals = [
      await refusalOf(resolveSecret({ kind, name: 'x', file })),
      await refusalOf(resolveSecret({ kind, name: 'x', variable: 'WRONG', environment, keychain, ask: nobody })),
      await refusalOf(resolveSecret({ kind, name: 'x', environment: {}, keychain, ask: async () => text })),
      await refusalOf(keepSecret({ kind, name: 'x' }, new Secret(text), keychain)),
    ];
    for (const refusal of refusals) {
      expect(refusal.code).toBe('wrong_key');
      expect(everythingOf(refusal)).not.toContain(text.slice(0, 24));
      expect(everythingOf(refusal)).not.toContain(PASSWORD);
    }
  });

  test('in files that others may read are refused, and nothing of them is told', async () => {
    const file = join(folder, 'open');
    writeFileSync(file, STRIPE_KEY, { mode: 0o600 });
    chmodSync(file, 0o644);
    const refusal = await refusalOf(resolveSecret({ kind: 'stripe_key', name: 'acme', file }));
    expect(refusal).toMatchObject({ code: 'not_permitted', where: file, fix: expect.stringContaining('chmod 600') });
    expect(everythingOf(refusal)).not.toContain(STRIPE_KEY);
    const none = await refusalOf(resolveSecret({ kind: 'stripe_key', name: 'acme', file: join(folder, 'none') }));
    expect(none).toMatchObject({ code: 'not_found' });
    expect(await refusalOf(resolveSecret({ kind: 'stripe_key', name: 'acme', file: folder }))).toMatchObject({
      code: 'wrong_key',
    });
  });

  test('are kept nowhere where the system has no keychain', async () => {
    const none: Keychain = {
      find: async () => ({ isAvailable: false, secret: null }),
      store: async () => false,
      remove: async () => undefined,
    };
    const name = { kind: 'stripe_key', name: 'default' } as const;
    const refusal = await refusalOf(keepSecret(name, new Secret(STRIPE_KEY), none));
    expect(refusal).toMatchObject({ code: 'unavailable', fix: expect.stringContaining('COUNTINGHOUSE_STRIPE_KEY') });
    expect(everythingOf(refusal)).not.toContain(STRIPE_KEY);
    expect(await placeOfSecret({ ...name, environment: {}, keychain: none })).toEqual({
      source: null,
      isInKeychain: null,
    });
  });
});
