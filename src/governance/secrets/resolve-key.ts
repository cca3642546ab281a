// The one way to a ledger's key, for every door: key file, environment, keychain, question.
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import type { LedgerKey } from '../../ledger/index.ts';
import { readKeyFile } from './key-file.ts';
import { parseKeyText } from './key-text.ts';
import { systemKeychain, type Keychain } from './keychain.ts';
import { askForKey } from './prompt.ts';

/** The variable that may hold a key. */
export const KEY_VARIABLE = 'COUNTINGHOUSE_KEY';

/** Where keys may be found; the system's own when left out. */
export interface KeySources {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly keychain?: Keychain;
  /** Asks a person; null when there is none to ask. */
  readonly ask?: (path: string) => Promise<string | null>;
}

export interface KeyRequest extends KeySources {
  /** The ledger's file. */
  readonly path: string;
  /** A file that was named to hold the key; nothing else is tried then. */
  readonly keyFile?: string;
}

/**
 * The key of an encrypted ledger: from the named file, else from COUNTINGHOUSE_KEY, else from the system's keychain,
 * else asked for. Raises `key_missing` when there is none, `wrong_key` for what is no key, `not_permitted` when others
 * may read the key file. Whether the key fits shows when the ledger is opened.
 */
export async function resolveKey({
  path,
  keyFile,
  environment = process.env,
  keychain = systemKeychain,
  ask = askForKey,
}: KeyRequest): Promise<LedgerKey> {
  if (keyFile !== undefined) return readKeyFile(keyFile);
  const named = environment[KEY_VARIABLE];
  if (named !== undefined && named !== '') return parseKeyText(named, KEY_VARIABLE);
  const kept = await keychain.find(await fullPath(path));
  if (kept !== null) return kept;
  const answer = await ask(path);
  if (answer !== null) return parseKeyText(answer, 'the answer');
  throw new CountinghouseError('key_missing', {
    what: 'This ledger is encrypted and its key was not found',
    where: path,
    fix: `Name a key file with --key-file, or set ${KEY_VARIABLE} to the recovery key that was shown when the ledger was made`,
  });
}

/** The name that the keychain knows the ledger by: the same before and after its file exists, whatever links lead there. */
export async function fullPath(path: string): Promise<string> {
  const whole = resolve(path);
  const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
  return realpath(whole).catch(() => join(folder, basename(whole)));
}
