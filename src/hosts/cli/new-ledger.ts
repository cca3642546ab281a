// A new ledger as the command line makes it: its settings found or given, its key shown once.
import { basename } from 'node:path';
import { createCompany, removeLedger } from '../../app/create-company.ts';
import { guessCurrency } from '../../app/guess-currency.ts';
import { type Currency, currency, type TimeZone, timeZone } from '../../kernel/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import { makeKey, type NewKey } from '../../governance/secrets/index.ts';
import type { LedgerOptions } from './command.ts';
import type { Invocation } from './terminal.ts';

export interface NewLedgerOptions extends LedgerOptions {
  readonly name?: string;
  readonly timeZone?: TimeZone;
  readonly reportingCurrency?: Currency;
  readonly encrypt: boolean;
}

/** A ledger that was just made. */
export interface StartedCompany {
  readonly ledger: WritableLedger;
  /** Null for a ledger that is not encrypted. */
  readonly recoveryKey: string | null;
  /** Takes it back, when nothing went in; the ledger is closed by then. */
  discard(): Promise<void>;
}

/** Makes the ledger and its key. Whoever watches is told the settings that were found, and the recovery key, once. */
export async function startCompany(
  call: Invocation,
  options: NewLedgerOptions,
  command: string,
): Promise<StartedCompany> {
  const path = options.ledger;
  const zone = options.timeZone ?? timeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const reportingCurrency = options.reportingCurrency ?? (await guessCurrency(options.files)) ?? currency('USD');
  const name = options.name ?? basename(path).replace(/\.[^.]+$/, '');
  const made = options.encrypt
    ? await makeKey({ path, ...(options.keyFile === undefined ? {} : { keyFile: options.keyFile }) })
    : null;
  const workspace = { name, timeZone: zone, reportingCurrency };
  const ledger = await createCompany({ path, key: made?.key ?? null, workspace, command }).catch(
    async (error: unknown) => {
      await made?.forget();
      throw error;
    },
  );
  call.note(
    `New ledger ${path}, time zone ${zone}${options.timeZone === undefined ? ' (of this machine)' : ''}, reporting currency ${reportingCurrency}${options.reportingCurrency === undefined ? ' (the one named most in the files)' : ''}`,
  );
  if (made !== null) tellKey(call, made, options);
  return {
    ledger,
    recoveryKey: made?.recoveryKey ?? null,
    discard: async () => {
      removeLedger(path);
      await made?.forget();
    },
  };
}

const PLACES: Readonly<Record<NewKey['place'], string>> = {
  key_file: 'The key is kept in the key file.',
  environment: 'The key is the one in COUNTINGHOUSE_KEY.',
  keychain: "The key is kept in this system's keychain.",
  nowhere: 'This system has no keychain: give the key with COUNTINGHOUSE_KEY, a --key-file, or when asked.',
};

/** Shows the recovery key, this once; nothing keeps it in plain text. */
function tellKey(call: Invocation, { recoveryKey, place }: NewKey, { keyFile }: NewLedgerOptions): void {
  call.note(`${PLACES[place]}${keyFile === undefined ? '' : ` (${keyFile})`}`);
  call.note(`Recovery key, shown once; without it nobody can open the ledger elsewhere: ${recoveryKey}`);
}
