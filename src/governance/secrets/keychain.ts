// The system's keychain, where there is one: macOS Keychain, Windows Credential Manager, the Secret Service.
import type { LedgerKey } from '../../ledger/index.ts';
import { parseKeyText, recoveryKeyText } from './key-text.ts';

const SERVICE = 'Countinghouse ledger';
/** A keychain that asks its owner something may take this long before it counts as absent. */
const PATIENCE_MS = 30_000;

/** Keeps keys by the path of their ledger. Every answer tolerates a system without a keychain. */
export interface Keychain {
  /** The key; null when there is none or there is no keychain. */
  find(path: string): Promise<LedgerKey | null>;
  /** Whether the key could be stored. */
  store(path: string, key: LedgerKey): Promise<boolean>;
  /** Removes the key, if it is there. */
  remove(path: string): Promise<void>;
}

/** The keychain of the system that this runs on. */
export const systemKeychain: Keychain = {
  find: async (path) => {
    const text = await attempt((entry, signal) => entry.getPassword(signal), path);
    return text === null || text === undefined ? null : parseKeyText(text, "the system's keychain");
  },
  store: async (path, key) => {
    const stored = await attempt(async (entry, signal) => {
      await entry.setPassword(recoveryKeyText(key), signal);
      return true;
    }, path);
    return stored === true;
  },
  remove: async (path) => {
    await attempt((entry, signal) => entry.deleteCredential(signal), path);
  },
};

type Entry = InstanceType<typeof import('@napi-rs/keyring')['AsyncEntry']>;

/** The keychain's answer; null where there is no keychain, or it is locked, or its library is not there. */
async function attempt<R>(ask: (entry: Entry, signal: AbortSignal) => Promise<R>, path: string): Promise<R | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    return await ask(new AsyncEntry(SERVICE, path), AbortSignal.timeout(PATIENCE_MS));
  } catch {
    return null;
  }
}
