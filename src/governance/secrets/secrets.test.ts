// Where keys are looked for, in which order, and what is refused.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findKey,
  forgetKey,
  keepKey,
  makeKey,
  parseKeyText,
  placeOfKey,
  readKeyFile,
  recoveryKeyText,
  resolveKey,
  Secret,
  type SecretName,
  systemKeychain,
  writeKeyFile,
  type Keychain,
} from './index.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);

/** A keychain in memory, by the kind and name of its entries. */
function keychainOf(entries: Map<string, string>): Keychain {
  const nameOf = ({ kind, name }: SecretName) => `${kind} ${name}`;
  return {
    find: async (name) => {
      const text = entries.get(nameOf(name));
      return { isAvailable: true, secret: text === undefined ? null : new Secret(text) };
    },
    store: async (name, secret) => {
      entries.set(nameOf(name), secret.reveal());
      return true;
    },
    remove: async (name) => {
      entries.delete(nameOf(name));
    },
  };
}

const noKeychain: Keychain = {
  find: async () => ({ isAvailable: false, secret: null }),
  store: async () => false,
  remove: async () => undefined,
};

describe('recovery keys', () => {
  it('read back what they were made of, however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const text = recoveryKeyText(bytes);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(parseKeyText(text, 'test')).toEqual(bytes);
        expect(
          parseKeyText(
            ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`,
            'test',
          ),
        ).toEqual(bytes);
        expect(parseKeyText(Buffer.from(bytes).toString('hex'), 'test')).toEqual(bytes);
      }),
    );
  });

  it('refuse a wrong letter, a missing one, and other text', () => {
    const text = recoveryKeyText(key(3));
    const wrong = (text.startsWith('0') ? '1' : '0') + text.slice(1);
    for (const bad of [wrong, text.slice(1), 'hunter2', '']) {
      expect(() => parseKeyText(bad, 'test')).toThrow(expect.objectContaining({ code: 'wrong_key', where: 'test' }));
    }
  });
});

describe('keys', () => {
  let folder: string;
  let ledger: string;
  let keyFile: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'countinghouse-keys-'));
    ledger = join(folder, 'toy.ledger');
    keyFile = join(folder, 'toy.key');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found in the named file, then the environment, then the keychain, then by asking', async () => {
    await writeKeyFile(keyFile, key(1));
    const environment = { COUNTINGHOUSE_KEY: recoveryKeyText(key(2)) };
    const keychain = keychainOf(new Map([[`ledger_key ${ledger}`, recoveryKeyText(key(3))]]));
    const ask = async () => recoveryKeyText(key(4));
    expect(await resolveKey({ path: ledger, keyFile, environment, keychain, ask })).toEqual(key(1));
    expect(await resolveKey({ path: ledger, environment, keychain, ask })).toEqual(key(2));
    expect(await resolveKey({ path: ledger, environment: {}, keychain, ask })).toEqual(key(3));
    expect(await resolveKey({ path: ledger, environment: {}, keychain: noKeychain, ask })).toEqual(key(4));
    await expect(
      resolveKey({ path: ledger, environment: {}, keychain: noKeychain, ask: async () => null }),
    ).rejects.toMatchObject({ code: 'key_missing', where: ledger });
  });

  it('in files are refused when others may read them', async () => {
    await writeKeyFile(keyFile, key(1));
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    chmodSync(keyFile, 0o640);
    await expect(readKeyFile(keyFile, 'linux')).rejects.toMatchObject({
      code: 'not_permitted',
      fix: expect.stringContaining('chmod 600'),
    });
    expect(await readKeyFile(keyFile, 'win32')).toEqual(key(1));
    await expect(readKeyFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'not_found' });
    const other = join(folder, 'other');
    writeFileSync(other, 'not a key', { mode: 0o600 });
    await expect(readKeyFile(other)).rejects.toMatchObject({ code: 'wrong_key', where: other });
    await expect(writeKeyFile(keyFile, key(2))).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('are made new and kept in the keychain, never beside the ledger', async () => {
    const entries = new Map<string, string>();
    const made = await makeKey({
      path: ledger,
      environment: {},
      keychain: keychainOf(entries),
      randomBytes: (length) => key(8).slice(0, length),
    });
    expect(made).toMatchObject({ key: key(8), place: 'keychain', recoveryKey: recoveryKeyText(key(8)) });
    expect(
      await resolveKey({ path: ledger, environment: {}, keychain: keychainOf(entries), ask: async () => null }),
    ).toEqual(key(8));
    await made.forget();
    expect(entries.size).toBe(0);
    expect(await makeKey({ path: ledger, environment: {}, keychain: noKeychain })).toMatchObject({ place: 'nowhere' });
  });

  it('are kept in the named file, or taken from it or the environment', async () => {
    const made = await makeKey({ path: ledger, keyFile, environment: {}, keychain: noKeychain });
    expect(made.place).toBe('key_file');
    expect(readFileSync(keyFile, 'utf8').trim()).toBe(made.recoveryKey);
    expect(await makeKey({ path: ledger, keyFile, environment: {}, keychain: noKeychain })).toMatchObject({
      key: made.key,
    });
    await made.forget();
    await expect(readKeyFile(keyFile)).rejects.toMatchObject({ code: 'not_found' });
    const environment = { COUNTINGHOUSE_KEY: recoveryKeyText(key(2)) };
    expect(await makeKey({ path: ledger, environment, keychain: noKeychain })).toMatchObject({
      key: key(2),
      place: 'environment',
    });
  });

  it('say where they are, and are kept and forgotten', async () => {
    const keychain = keychainOf(new Map());
    const environment = {};
    expect(await placeOfKey({ path: ledger, environment, keychain })).toEqual({ source: null, isInKeychain: false });
    await keepKey(ledger, key(5), keychain);
    expect(await placeOfKey({ path: ledger, environment, keychain })).toEqual({
      source: 'keychain',
      isInKeychain: true,
    });
    expect(await findKey({ path: ledger, environment, keychain })).toEqual({ key: key(5), source: 'keychain' });
    await forgetKey(ledger, keychain);
    expect(await placeOfKey({ path: ledger, environment, keychain })).toEqual({ source: null, isInKeychain: false });
    expect(await placeOfKey({ path: ledger, environment, keychain: noKeychain })).toEqual({
      source: null,
      isInKeychain: null,
    });
    await expect(keepKey(ledger, key(5), noKeychain)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('do without a keychain where the system has none', async () => {
    expect(await systemKeychain.find({ kind: 'ledger_key', name: ledger })).toMatchObject({ secret: null });
  });
});
