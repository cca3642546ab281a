// A ledger of very many customers, made once on a machine by the real import and kept until what shapes it changes.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationSchema } from '../src/app/schema.ts';
import { createWorkspace } from '../src/governance/workspace/index.ts';
import { currency, timeZone } from '../src/kernel/index.ts';
import { createLedger, systemSources } from '../src/ledger/index.ts';
import { importRates } from '../src/revenue/rates/index.ts';
import { importObjects } from '../src/stripe/objects/index.ts';
import { SAMPLE_RATE_SOURCE, sampleCompany } from '../src/stripe/sample/index.ts';
import { largeCompanyObjects } from './large-company-objects.ts';

const ROOT = join(import.meta.dirname, '..');
/** What the file's content follows from. */
const SHAPED_BY = ['src/{kernel,ledger,governance,billing,revenue,stripe}/**/*.ts', 'test/large-company*.ts'];
const MONTHS = 26;

export interface LargeCompany {
  readonly customers: number;
}

/**
 * The path of a ledger, not encrypted, of so many customers with a subscription and an invoice or two each, in several
 * plans, currencies, countries and states. Others may use the same file: copy it before writing to it.
 */
export async function largeCompany({ customers }: LargeCompany): Promise<string> {
  const path = join(tmpdir(), `countinghouse-large-${customers}-${hashOfSources()}.ledger`);
  if (existsSync(path)) return path;
  const making = `${path}.${process.pid}`;
  const ledger = await createLedger({ path: making, key: null, schema: applicationSchema });
  const workspace = { name: 'Large', timeZone: timeZone('America/New_York'), reportingCurrency: currency('USD') };
  await createWorkspace(ledger, 'test', workspace, systemSources.randomBytes);
  const { rates } = sampleCompany({ customers: 1, months: MONTHS, seed: 1 });
  const published = rates.map(({ on, base, quote, rate }) => ({
    on,
    base: currency(base),
    quote: currency(quote),
    rate,
  }));
  await importRates(ledger, 'test', SAMPLE_RATE_SOURCE, published);
  const { problemCount } = await importObjects(ledger, largeCompanyObjects(customers));
  await ledger.close();
  if (problemCount > 0) throw new Error(`${problemCount} objects of the large company were refused`);
  renameSync(making, path);
  return path;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = SHAPED_BY.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
  for (const file of files.filter((name) => !name.includes('.test')).sort())
    hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}
