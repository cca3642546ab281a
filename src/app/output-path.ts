// Keeps what a command writes away from ledgers, what stands beside them, and keys.
import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CountinghouseError } from '../kernel/index.ts';
import { isLedgerFile } from '../ledger/index.ts';
import type { NamedLedger } from './resolve-ledger.ts';

/** What stands beside a ledger that is in use. */
const COMPANIONS = ['-wal', '-shm', '.writer'];

/**
 * Raises `bad_input` when the path is the named ledger or its key file, any other ledger, or what stands beside one,
 * under whichever name.
 */
export function refuseKept(path: string, { ledger, keyFile }: NamedLedger): void {
  const real = realPath(path);
  for (const kept of ['', ...COMPANIONS].map((suffix) => ledger + suffix)) {
    if (isSame(real, kept))
      throw refusal(path, kept === ledger ? 'it is the ledger itself' : 'it belongs to the ledger');
  }
  if (keyFile !== undefined && isSame(real, keyFile)) throw refusal(path, 'it is the key file');
  if (isLedgerFile(real)) throw refusal(path, 'it is a ledger');
  const companion = COMPANIONS.find((suffix) => real.toLowerCase().endsWith(suffix));
  if (companion !== undefined && isLedgerFile(real.slice(0, -companion.length))) {
    throw refusal(path, 'it belongs to a ledger');
  }
}

/** Whether both lead to one file, or would once it is made. */
function isSame(real: string, other: string): boolean {
  const [here, there] = [found(real), found(other)];
  if (here === undefined || there === undefined) return real === realPath(other);
  return here.dev === there.dev && here.ino === there.ino;
}

function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The path without links, also of a file that is not there yet. */
function realPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(realPath(folder), basename(whole));
  }
}

function refusal(path: string, why: string): CountinghouseError {
  return new CountinghouseError('bad_input', {
    what: `Will not write to ${path}: ${why}`,
    fix: 'Name another file',
  });
}
