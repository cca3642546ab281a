// Keys and secrets, for every door through one resolver.
export { readKeyFile, writeKeyFile } from './key-file.ts';
export { parseKeyText, recoveryKeyText } from './key-text.ts';
export { systemKeychain, type Keychain, type KeptSecret } from './keychain.ts';
export type { SecretKind, SecretName } from './kinds.ts';
export { makeKey, type KeyPlace, type NewKey, type NewKeyRequest } from './make-key.ts';
export {
  KEY_VARIABLE,
  findKey,
  forgetKey,
  keepKey,
  placeOfKey,
  resolveKey,
  type FoundKey,
  type KeyRequest,
  type KeySources,
} from './resolve-key.ts';
export {
  forgetSecret,
  keepSecret,
  placeOfSecret,
  resolveSecret,
  type FoundSecret,
  type SecretPlace,
  type SecretRequest,
  type SecretSource,
  type SecretSources,
} from './resolve-secret.ts';
export { Secret } from './secret.ts';
