// Makes the key of a new ledger and keeps it where it will be found again.
import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { CountinghouseError, type RandomBytes } from '../../kernel/index.ts';
import { systemSources, type LedgerKey } from '../../ledger/index.ts';
import { readKeyFile, writeKeyFile } from './key-file.ts';
import { parseKeyText, recoveryKeyText } from './key-text.ts';
import { systemKeychain, type Keychain } from './keychain.ts';
import { forgetKey, KEY_VARIABLE, keepKey, type KeySources } from './resolve-key.ts';

const KEY_BYTES = 32;

/** Where a new key is from now on; `nowhere` means that only the recovery key opens the ledger. */
export type KeyPlace = 'key_file' | 'environment' | 'keychain' | 'nowhere';

export interface NewKey {
  readonly key: LedgerKey;
  /** To be shown once and kept by a person; never stored in plain text beside the ledger. */
  readonly recoveryKey: string;
  readonly place: KeyPlace;
  /** Removes what was stored, when the ledger did not come to be. */
  forget(): Promise<void>;
}

export interface NewKeyRequest extends Omit<KeySources, 'ask'> {
  /** Where the ledger is going to be. */
  readonly path: string;
  /** The file to keep the key in; one that is there already gives its key. */
  readonly keyFile?: string;
  readonly randomBytes?: RandomBytes;
}

/**
 * The key for a new ledger: of the named file or of COUNTINGHOUSE_KEY where they have one, otherwise new, and kept in
 * the named file or in the system's keychain. Raises what reading and writing a key file raise.
 */
export async function makeKey({
  path,
  keyFile,
  environment = process.env,
  keychain = systemKeychain,
  randomBytes = systemSources.randomBytes,
}: NewKeyRequest): Promise<NewKey> {
  if (keyFile !== undefined && existsSync(keyFile)) return given(await readKeyFile(keyFile), 'key_file');
  const named = environment[KEY_VARIABLE];
  if (keyFile === undefined && named !== undefined && named !== '')
    return given(parseKeyText(named, KEY_VARIABLE), 'environment');
  const key = Uint8Array.from(randomBytes(KEY_BYTES));
  const recoveryKey = recoveryKeyText(key);
  if (keyFile !== undefined) {
    await writeKeyFile(keyFile, key);
    return { key, recoveryKey, place: 'key_file', forget: () => rm(keyFile, { force: true }) };
  }
  const place = await keptPlace(path, key, keychain);
  return { key, recoveryKey, place, forget: () => forgetKey(path, keychain) };
}

async function keptPlace(path: string, key: LedgerKey, keychain: Keychain): Promise<KeyPlace> {
  try {
    await keepKey(path, key, keychain);
    return 'keychain';
  } catch (error) {
    if (error instanceof CountinghouseError && error.code === 'unavailable') return 'nowhere';
    throw error;
  }
}

function given(key: LedgerKey, place: KeyPlace): NewKey {
  return { key, recoveryKey: recoveryKeyText(key), place, forget: async () => undefined };
}
