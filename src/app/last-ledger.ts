// The ledger that a door begins with when none is named: the one that was opened last.
import { existsSync } from 'node:fs';
import { openPreferences } from './preferences.ts';
import { type FoundLedger, findLedger } from './resolve-ledger.ts';

/**
 * The ledger that was opened last with its key, which nobody is asked for; null where there is none any more. Raises
 * what finding the key raises.
 */
export async function lastLedger(folder: string): Promise<FoundLedger | null> {
  const [last] = openPreferences(folder).read().recents;
  return last === undefined || !existsSync(last.path) ? null : await findLedger({ ledger: last.path }, false);
}
