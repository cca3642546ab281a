// Ledgers and files of the sample company in the sizes that the bench asks for.
import { closeSync, openSync, writeSync } from 'node:fs';
import { applicationSchema } from '../../src/app/schema.ts';
import { createWorkspace } from '../../src/governance/workspace/index.ts';
import { currency, timeZone } from '../../src/kernel/index.ts';
import { createLedger, openLedger, systemSources } from '../../src/ledger/index.ts';
import { importRates, type PublishedRate } from '../../src/revenue/rates/index.ts';
import { importFiles } from '../../src/stripe/objects/index.ts';
import {
  SAMPLE_RATE_SOURCE,
  type SampleObject,
  type SampleRate,
  sampleCompany,
} from '../../src/stripe/sample/index.ts';
import { BENCH_KEY, freshPath } from './bench-folder.ts';

const CUSTOMERS_PER_OBJECT = 1 / 50;
const MONTHS = 36;

export interface ObjectsFile {
  readonly path: string;
  readonly objects: readonly SampleObject[];
  readonly lines: readonly string[];
  readonly bytes: number;
}

/** The first so many objects of a sample company of fitting size, as JSON Lines. */
export function writeObjects(count: number, seed: number): ObjectsFile {
  const path = freshPath('objects.jsonl');
  const objects: SampleObject[] = [];
  const lines: string[] = [];
  let bytes = 0;
  const file = openSync(path, 'w');
  const company = sampleCompany({ customers: Math.ceil(count * CUSTOMERS_PER_OBJECT), months: MONTHS, seed });
  for (const delivery of company.deliveries()) {
    for (const object of delivery.objects.slice(0, count - objects.length)) {
      const text = JSON.stringify(object);
      objects.push(object);
      lines.push(text);
      bytes += writeSync(file, `${text}\n`);
    }
  }
  closeSync(file);
  if (objects.length < count) throw new Error(`the sample company made ${objects.length} objects, not ${count}`);
  return { path, objects, lines, bytes };
}

/** An encrypted ledger with a workspace, the sample's rates, and nothing else. */
export async function makeEmptyLedger(): Promise<string> {
  const path = freshPath('bench.ledger');
  const ledger = await createLedger({ path, key: BENCH_KEY, schema: applicationSchema });
  const workspace = { name: 'Bench', timeZone: timeZone('America/New_York'), reportingCurrency: currency('USD') };
  await createWorkspace(ledger, 'bench', workspace, systemSources.randomBytes);
  const { rates } = sampleCompany({ customers: 1, months: MONTHS, seed: 1 });
  await importRates(ledger, 'bench', SAMPLE_RATE_SOURCE, published(rates));
  await ledger.close();
  return path;
}

/** Opens the ledger, imports the file, closes it. Raises when an object was refused. */
export async function importInto(path: string, file: string): Promise<void> {
  const ledger = await openLedger({ path, key: BENCH_KEY, schema: applicationSchema });
  const { problemCount } = await importFiles(ledger, [file]);
  await ledger.close();
  if (problemCount > 0) throw new Error(`${problemCount} objects of the sample company were refused`);
}

function published(rates: readonly SampleRate[]): PublishedRate[] {
  return rates.map(({ on, base, quote, rate }) => ({ on, base: currency(base), quote: currency(quote), rate }));
}
