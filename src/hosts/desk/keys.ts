// The keys of ledgers on a desk: found where a ledger is opened, kept in the keychain or not. Their text is no answer.
import {
  findKey,
  forgetKey,
  keepKey,
  type KeySources,
  parseKeyText,
  placeOfKey,
  type SecretSource,
} from '../../governance/secrets/index.ts';
import { CountinghouseError } from '../../kernel/index.ts';
import { isLedgerEncrypted, type LedgerKey } from '../../ledger/index.ts';
import type { Desk, KeySource, KeyStatus } from '../../router/index.ts';
import type { LedgerPlace } from './open-ledger.ts';

/** The field of the screen that a typed key stands in. */
const TYPED_KEY = 'recoveryKey';

export type DeskKeySources = Pick<KeySources, 'environment' | 'keychain'>;

export interface KeyOfLedger {
  /** Null for a ledger that is not encrypted. */
  readonly key: LedgerKey | null;
  readonly source: KeySource;
}

/**
 * The key for the ledger: the one that was typed, else as the one resolver finds it, without asking. Raises
 * `key_missing`, `wrong_key` for what is no key, `not_found`, `not_a_ledger` and their kin.
 */
export async function keyOf(path: string, typed: string | undefined, sources: DeskKeySources): Promise<KeyOfLedger> {
  if (!isLedgerEncrypted(path)) return { key: null, source: null };
  if (typed !== undefined) return { key: parseKeyText(typed, TYPED_KEY), source: 'typed' };
  const { key, source } = await findKey({ ...sources, path, ask: async () => null });
  return { key, source: keySource(source) };
}

/** A typed key that does not fit, told at the field that it was typed into. */
export function namingTypedKey(error: unknown): unknown {
  if (!(error instanceof CountinghouseError) || error.code !== 'wrong_key') return error;
  const { what, fix } = error;
  return new CountinghouseError('wrong_key', { what, where: TYPED_KEY, ...(fix === undefined ? {} : { fix }) }, error);
}

/** Where the resolver found a key, in the words of the desk. */
export function keySource(source: SecretSource): KeySource {
  return source === 'file' ? 'key_file' : source;
}

/** The procedures on the key of the open ledger. */
export function createKeyKeeping(
  place: LedgerPlace,
  sources: DeskKeySources,
): Pick<Desk, 'key' | 'keepKey' | 'forgetKey'> {
  const { keychain } = sources;
  const key = async (): Promise<KeyStatus> => {
    const { path, file, keySource } = place.required();
    if (file.key === null) return { isEncrypted: false, source: null, isInKeychain: false };
    return {
      isEncrypted: true,
      source: keySource,
      isInKeychain: (await placeOfKey({ ...sources, path })).isInKeychain,
    };
  };
  return {
    key,
    keepKey: async () => {
      const { path, file } = place.required();
      if (file.key === null) {
        throw new CountinghouseError('bad_input', { what: 'This ledger is not encrypted and has no key' });
      }
      await keepKey(path, file.key, keychain);
      return await key();
    },
    forgetKey: async () => {
      await forgetKey(place.required().path, keychain);
      return await key();
    },
  };
}
