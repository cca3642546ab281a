// The ledger that a desk begins with: opened as soon as it is found with its key, which the system may take long over.
import type { InitialLedger } from './host.ts';
import type { Ledgers } from './ledgers.ts';

/** Longer than a keychain takes that asks nobody. */
const FINDING_MS = 2_000;

export interface FirstLedger {
  /** It is open, or there is none. Raises what finding and opening it raise. */
  readonly ready: Promise<void>;
  /** Resolves when finding it has taken so long that nobody is to wait for it. */
  readonly longFinding: Promise<void>;
}

/** Opens the ledger, unless another one was opened before it was found. */
export function openFirstLedger(
  initial: InitialLedger | null | Promise<InitialLedger | null>,
  { openFirst }: Pick<Ledgers, 'openFirst'>,
): FirstLedger {
  const finding = Promise.resolve(initial);
  const long = Promise.withResolvers<void>();
  const waiting = setTimeout(long.resolve, FINDING_MS).unref();
  const ready = finding
    .finally(() => clearTimeout(waiting))
    .then((found) => (found === null ? undefined : openFirst(found, found.keySource ?? null)));
  return { ready, longFinding: long.promise };
}
