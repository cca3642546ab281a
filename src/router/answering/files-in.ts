// Files taken into the ledger: Stripe's objects, and exchange rates.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CountinghouseError } from '../../kernel/index.ts';
import type { WritableLedger } from '../../ledger/index.ts';
import { importRates, parseRatesCsv, type RatesImported } from '../../revenue/rates/index.ts';
import { importFiles, type ImportProgress } from '../../stripe/objects/index.ts';
import type { ImportAnswer } from '../answers.ts';
import type { JobProgress } from '../desk/answers.ts';

type Tell = (progress: JobProgress) => void;

/** Takes Stripe's objects in; what was good stays, the rest is told line by line. Raises `file_unreadable`. */
export function takeFiles(
  ledger: WritableLedger,
  { files, isStrict }: { readonly files: readonly string[]; readonly isStrict: boolean },
  tell: Tell,
  signal: AbortSignal | undefined,
): Promise<ImportAnswer> {
  return importFiles(ledger, files, {
    isStrict,
    ...(signal === undefined ? {} : { signal }),
    onProgress: importTeller(tell),
  });
}

/** Takes the rates of a CSV file in. Raises `file_unreadable`, and `bad_input` naming the line. */
export async function takeRates(ledger: WritableLedger, file: string): Promise<RatesImported> {
  const name = basename(file);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CountinghouseError(
      'file_unreadable',
      { what: `${name} cannot be read`, fix: 'Check that it is still there' },
      cause,
    );
  });
  return await importRates(ledger, 'import', name, parseRatesCsv(text, name));
}

/** Reading is told in bytes; settling in customers, whose number shows when it begins. */
function importTeller(tell: Tell): (progress: ImportProgress) => void {
  let toSettle = 0;
  return ({ phase, bytesRead, bytesTotal, left }) => {
    if (phase !== 'settling') return tell({ done: bytesRead, total: bytesTotal, unit: 'bytes' });
    toSettle = Math.max(toSettle, left);
    tell({ done: toSettle - left, total: toSettle, unit: 'customers' });
  };
}
