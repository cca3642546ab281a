// The one way to a secret, for every door: named file, environment, keychain, question. Never stored in plain text.
import { CountinghouseError } from '../../kernel/index.ts';
import { rulesOf, type SecretName } from './kinds.ts';
import { systemKeychain, type Keychain } from './keychain.ts';
import { askOnTerminal } from './prompt.ts';
import { Secret } from './secret.ts';
import { readSecretFile } from './secret-file.ts';

/** Where secrets may be found; the system's own when left out. */
export interface SecretSources {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly keychain?: Keychain;
  /** Asks a person for what is named; null when there is none to ask. */
  readonly ask?: (named: string) => Promise<string | null>;
}

export interface SecretRequest extends SecretName, SecretSources {
  /** A file that was named to hold the secret; nothing else is tried then. */
  readonly file?: string;
  /** The environment variable to look in, where it is not the kind's own. */
  readonly variable?: string;
  /** What a person is asked for and told about; the kind and name when left out. */
  readonly label?: string;
  /** What to do where it is found nowhere. */
  readonly fix?: string;
}

export type SecretSource = 'file' | 'environment' | 'keychain' | 'typed';

export interface FoundSecret {
  readonly secret: Secret;
  readonly source: SecretSource;
}

/**
 * The secret and where it was: in the named file, else the environment, else the system's keychain, else typed.
 * Raises `key_missing` when it is nowhere, `wrong_key` for what cannot be one, `not_permitted` when others may read
 * the file. No error quotes what was found.
 */
export async function resolveSecret(request: SecretRequest): Promise<FoundSecret> {
  const { kind, name, file, environment = process.env, keychain = systemKeychain, ask = askOnTerminal } = request;
  const { word, variable: ownVariable, read } = rulesOf(kind);
  if (file !== undefined) return { secret: await readSecretFile(kind, file), source: 'file' };
  const variable = request.variable ?? ownVariable(name);
  const named = environment[variable];
  if (named !== undefined && named !== '') return { secret: new Secret(read(named, variable)), source: 'environment' };
  const { secret: kept } = await keychain.find({ kind, name });
  if (kept !== null) return { secret: new Secret(read(kept.reveal(), "the system's keychain")), source: 'keychain' };
  const label = request.label ?? `${word.charAt(0).toUpperCase()}${word.slice(1)} of ${name}`;
  const answer = await ask(label);
  if (answer !== null) return { secret: new Secret(read(answer, 'the answer')), source: 'typed' };
  throw new CountinghouseError('key_missing', {
    what: `The ${word} was not found`,
    where: name,
    fix: request.fix ?? `Set ${variable}, or keep it in the system's keychain`,
  });
}

/** Where a secret would be found, without asking anybody and without telling it. */
export interface SecretPlace {
  /** Null when it would have to be typed. */
  readonly source: Exclude<SecretSource, 'typed'> | null;
  /** Null where the system has no keychain. */
  readonly isInKeychain: boolean | null;
}

/** Where the secret is. Raises nothing: a place that cannot be read shows when the secret is resolved. */
export async function placeOfSecret(request: Omit<SecretRequest, 'ask'>): Promise<SecretPlace> {
  const { kind, name, file, environment = process.env, keychain = systemKeychain } = request;
  const { isAvailable, secret } = await keychain.find({ kind, name });
  const isInKeychain = isAvailable ? secret !== null : null;
  const named = environment[request.variable ?? rulesOf(kind).variable(name)];
  if (file !== undefined) return { source: 'file', isInKeychain };
  if (named !== undefined && named !== '') return { source: 'environment', isInKeychain };
  return { source: secret === null ? null : 'keychain', isInKeychain };
}

/**
 * Keeps the secret in the keychain. Raises `wrong_key` for what cannot be one, and `unavailable` where the system has
 * no keychain: it is then kept nowhere.
 */
export async function keepSecret(
  { kind, name }: SecretName,
  secret: Secret,
  keychain: Keychain = systemKeychain,
): Promise<void> {
  const { word, read, variable } = rulesOf(kind);
  const text = read(secret.reveal(), `the ${word}`);
  if (await keychain.store({ kind, name }, new Secret(text))) return;
  throw new CountinghouseError('unavailable', {
    what: `This system has no keychain that could keep the ${word}`,
    where: name,
    fix: `Give it with ${variable(name)}, or type it when asked`,
  });
}

/** Removes the secret from the keychain, if it is there. */
export async function forgetSecret({ kind, name }: SecretName, keychain: Keychain = systemKeychain): Promise<void> {
  await keychain.remove({ kind, name });
}
