// The ledger that the window begins with: the one that was opened last.
import { lastLedger } from '../src/app/last-ledger.ts';
import { type InitialLedger, keySource } from '../src/hosts/desk/index.ts';

/** As `lastLedger`, in the shape in which the desk takes it. */
export async function firstLedger(userFolder: string): Promise<InitialLedger | null> {
  const found = await lastLedger(userFolder);
  if (found === null) return null;
  return { ...found.file, keySource: found.keySource === null ? null : keySource(found.keySource) };
}
