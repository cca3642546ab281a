// Ledger keys in files.
import type { LedgerKey } from '../../ledger/index.ts';
import { parseKeyText, recoveryKeyText } from './key-text.ts';
import { Secret } from './secret.ts';
import { readSecretFile, writeSecretFile } from './secret-file.ts';

/** The key in the file. Raises what `readSecretFile` raises. */
export async function readKeyFile(path: string, platform = process.platform): Promise<LedgerKey> {
  return parseKeyText((await readSecretFile('ledger_key', path, platform)).reveal(), path);
}

/** Writes the key to a new file that only its owner may read. Raises `bad_input` when it exists, `file_unwritable`. */
export async function writeKeyFile(path: string, key: LedgerKey): Promise<void> {
  await writeSecretFile('ledger_key', path, new Secret(recoveryKeyText(key)));
}
