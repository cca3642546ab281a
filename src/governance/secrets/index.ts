// Keys and secrets, for every door through one resolver.
export { readKeyFile, writeKeyFile } from './key-file.ts';
export { parseKeyText, recoveryKeyText } from './key-text.ts';
export { systemKeychain, type Keychain } from './keychain.ts';
export { makeKey, type KeyPlace, type NewKey, type NewKeyRequest } from './make-key.ts';
export { KEY_VARIABLE, resolveKey, type KeyRequest, type KeySources } from './resolve-key.ts';
