// From the file that a person names to one that can be opened: finds the key where the ledger needs one.
import type { SecretSource } from '../governance/secrets/index.ts';
import { isLedgerEncrypted, type LedgerFile } from '../ledger/index.ts';

export interface NamedLedger {
  readonly ledger: string;
  readonly keyFile?: string;
}

export interface FoundLedger {
  readonly file: LedgerFile;
  /** Where its key was found; null for a ledger that is not encrypted. */
  readonly keySource: SecretSource | null;
}

/**
 * The ledger with its key; null for one that is not encrypted. Raises `not_found`, `not_a_ledger`, `key_missing`,
 * and what reading a key file raises.
 */
export async function resolveLedger(named: NamedLedger): Promise<LedgerFile> {
  return (await findLedger(named)).file;
}

/** As `resolveLedger`, with where the key was found; `isAsking` false asks nobody for it. */
export async function findLedger({ ledger, keyFile }: NamedLedger, isAsking = true): Promise<FoundLedger> {
  if (!isLedgerEncrypted(ledger)) return { file: { path: ledger, key: null }, keySource: null };
  const { findKey } = await import('../governance/secrets/index.ts');
  const { key, source } = await findKey({
    path: ledger,
    ...(keyFile === undefined ? {} : { keyFile }),
    ...(isAsking ? {} : { ask: async () => null }),
  });
  return { file: { path: ledger, key }, keySource: source };
}
