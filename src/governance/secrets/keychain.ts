// The system's keychain, where there is one: macOS Keychain, Windows Credential Manager, the Secret Service.
import { rulesOf, type SecretName } from './kinds.ts';
import { Secret } from './secret.ts';

/** A keychain that asks its owner something may take this long before it counts as absent. */
const PATIENCE_MS = 30_000;

/** What a keychain knows of a secret. */
export interface KeptSecret {
  /** Whether there is a keychain that answers. */
  readonly isAvailable: boolean;
  readonly secret: Secret | null;
}

/** Keeps secrets by kind and name. Every answer tolerates a system without a keychain. */
export interface Keychain {
  find(name: SecretName): Promise<KeptSecret>;
  /** Whether the secret could be stored. */
  store(name: SecretName, secret: Secret): Promise<boolean>;
  /** Removes the secret, if it is there. */
  remove(name: SecretName): Promise<void>;
}

/** The keychain of the system that this runs on. */
export const systemKeychain: Keychain = {
  find: async (name) => {
    const answer = await attempt(name, (entry, signal) => entry.getPassword(signal));
    if (answer === null) return { isAvailable: false, secret: null };
    return { isAvailable: true, secret: typeof answer.told === 'string' ? new Secret(answer.told) : null };
  },
  store: async (name, secret) =>
    (await attempt(name, (entry, signal) => entry.setPassword(secret.reveal(), signal))) !== null,
  remove: async (name) => {
    await attempt(name, (entry, signal) => entry.deleteCredential(signal));
  },
};

/** Without the Secret Service Linux would fall back to the kernel's keyring, which forgets when the machine restarts. */
const LASTING = { linux: { store: 'secret-service' } } as const;

type Entry = InstanceType<typeof import('@napi-rs/keyring')['AsyncEntry']>;

/** What the keychain told; null where there is no keychain, or it is locked, or its library is not there. */
async function attempt<R>(
  { kind, name }: SecretName,
  ask: (entry: Entry, signal: AbortSignal) => Promise<R>,
): Promise<{ readonly told: R } | null> {
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = new AsyncEntry(rulesOf(kind).service, name, LASTING);
    return { told: await ask(entry, AbortSignal.timeout(PATIENCE_MS)) };
  } catch {
    return null;
  }
}
