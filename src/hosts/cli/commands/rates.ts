// `countinghouse rates`: exchange rates from CSV.
import { basename } from 'node:path';
import { openForWriting } from '../../../app/open-ledger.ts';
import { readTextFile } from '../../../app/named-files.ts';
import { resolveLedger } from '../../../app/resolve-ledger.ts';
import { importRates, parseRatesCsv } from '../../../revenue/rates/index.ts';
import type { LedgerOptions } from '../command.ts';
import { progressLine } from '../progress-line.ts';
import type { Invocation } from '../terminal.ts';

export async function takeRates(
  call: Invocation,
  options: LedgerOptions & { readonly source?: string },
): Promise<number> {
  // All files are read before the ledger is opened, so that a mistake in the last changes nothing.
  const files = await Promise.all(
    options.files.map(async (file) => ({
      source: options.source ?? basename(file),
      rates: parseRatesCsv(await readTextFile(file), file),
    })),
  );
  const ledger = await openForWriting({
    ...(await resolveLedger(options)),
    command: 'countinghouse rates',
    onProgress: (progress) => call.progress(progressLine(progress)),
  });
  const taken = { added: 0, known: 0 };
  try {
    for (const { source, rates } of files) {
      const { added, known } = await importRates(ledger, 'import', source, rates);
      taken.added += added;
      taken.known += known;
    }
  } finally {
    await ledger.close();
    call.progress(null);
  }
  call.answer(taken);
  call.say(
    `${taken.added.toLocaleString('en-US')} ${taken.added === 1 ? 'rate' : 'rates'} added, ${taken.known.toLocaleString('en-US')} known already`,
  );
  return 0;
}
