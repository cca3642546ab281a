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
  /** Says, once, what was made: the settings that were found, and the recovery key. */
  announce(): void;
  /** Takes it back, when nothing went in; the ledger is closed by then. */
  discard(): Promise<void>;
}

/** Makes the ledger and its key. */
export async function startCompany(
  call: Invocation,
  options: NewLedgerOptions,
  command: string,
): Promise<StartedCompany> {
  const path = options.ledger;
  const zone = options.timeZone ?? timeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const guessed = options.reportingCurrency === undefined ? await guessCurrency(options.files) : null;
  const reportingCurrency = options.reportingCurrency ?? guessed ?? currency('USD');
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
  const zoneFrom = options.timeZone === undefined ? ' (of this machine)' : '';
  const found = guessed === null ? ' (the files name none)' : ' (the one named most in the files)';
  const currencyFrom = options.reportingCurrency === undefined ? found : '';
  let isAnnounced = false;
  return {
    ledger,
    recoveryKey: made?.recoveryKey ?? null,
    announce: () => {
      if (isAnnounced) return;
      isAnnounced = true;
      call.note(
        `New ledger ${path}, time zone ${zone}${zoneFrom}, reporting currency ${reportingCurrency}${currencyFrom}`,
      );
      if (made !== null) tellKey(call, made, options);
    },
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
  const keeper = place === 'key_file' ? 'the key file' : place === 'environment' ? 'COUNTINGHOUSE_KEY' : 'a keychain';
  call.note(
    `Recovery key, shown once; without it (and without ${keeper}) nobody can open the ledger, here or elsewhere: ${recoveryKey}`,
  );
}
