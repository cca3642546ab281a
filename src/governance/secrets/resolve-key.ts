// A ledger's key among the secrets: known by its ledger's file, used as bytes.
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { LedgerKey } from '../../ledger/index.ts';
import { parseKeyText, recoveryKeyText } from './key-text.ts';
import { systemKeychain, type Keychain } from './keychain.ts';
import type { SecretName } from './kinds.ts';
import {
  forgetSecret,
  keepSecret,
  placeOfSecret,
  resolveSecret,
  type SecretPlace,
  type SecretSource,
  type SecretSources,
} from './resolve-secret.ts';
import { Secret } from './secret.ts';

/** The variable that may hold a key. */
export const KEY_VARIABLE = 'COUNTINGHOUSE_KEY';

/** Where keys may be found; the system's own when left out. */
export type KeySources = SecretSources;

export interface KeyRequest extends KeySources {
  /** The ledger's file. */
  readonly path: string;
  /** A file that was named to hold the key; nothing else is tried then. */
  readonly keyFile?: string;
}

export interface FoundKey {
  readonly key: LedgerKey;
  readonly source: SecretSource;
}

/**
 * The key of an encrypted ledger: from the named file, else from COUNTINGHOUSE_KEY, else from the system's keychain,
 * else asked for. Raises `key_missing` when there is none, `wrong_key` for what is no key, `not_permitted` when others
 * may read the key file. Whether the key fits shows when the ledger is opened.
 */
export async function resolveKey(request: KeyRequest): Promise<LedgerKey> {
  return (await findKey(request)).key;
}

/** The key, as `resolveKey` finds it, and where it was. */
export async function findKey({ path, keyFile, ...sources }: KeyRequest): Promise<FoundKey> {
  const { secret, source } = await resolveSecret({
    ...sources,
    ...(await nameOfKey(path)),
    ...(keyFile === undefined ? {} : { file: keyFile }),
    label: `Key of ${path}`,
    fix: `Name a key file with --key-file, or set ${KEY_VARIABLE} to the recovery key that was shown when the ledger was made`,
  });
  return { key: parseKeyText(secret.reveal(), source), source };
}

/** Where the key of the ledger is, without asking anybody. */
export async function placeOfKey({ path, keyFile, ...sources }: Omit<KeyRequest, 'ask'>): Promise<SecretPlace> {
  return placeOfSecret({
    ...sources,
    ...(await nameOfKey(path)),
    ...(keyFile === undefined ? {} : { file: keyFile }),
  });
}

/** Keeps the key of the ledger in the keychain. Raises `unavailable` where the system has none. */
export async function keepKey(path: string, key: LedgerKey, keychain: Keychain = systemKeychain): Promise<void> {
  await keepSecret(await nameOfKey(path), new Secret(recoveryKeyText(key)), keychain);
}

/** Removes the key of the ledger from the keychain, if it is there. */
export async function forgetKey(path: string, keychain: Keychain = systemKeychain): Promise<void> {
  await forgetSecret(await nameOfKey(path), keychain);
}

/** The name that the keychain knows the key by: the same before and after its ledger exists, whatever links lead there. */
async function nameOfKey(path: string): Promise<SecretName> {
  const whole = resolve(path);
  const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
  const name = await realpath(whole).catch(() => join(folder, basename(whole)));
  return { kind: 'ledger_key', name };
}
