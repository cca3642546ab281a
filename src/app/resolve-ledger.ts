// From the file that a person names to one that can be opened: finds the key where the ledger needs one.
import { isLedgerEncrypted, type LedgerFile } from '../ledger/index.ts';

export interface NamedLedger {
  readonly ledger: string;
  readonly keyFile?: string;
}

/**
 * The ledger with its key; null for one that is not encrypted. Raises `not_found`, `not_a_ledger`, `key_missing`,
 * and what reading a key file raises.
 */
export async function resolveLedger({ ledger, keyFile }: NamedLedger): Promise<LedgerFile> {
  if (!isLedgerEncrypted(ledger)) return { path: ledger, key: null };
  const { resolveKey } = await import('../governance/secrets/index.ts');
  return { path: ledger, key: await resolveKey({ path: ledger, ...(keyFile === undefined ? {} : { keyFile }) }) };
}
