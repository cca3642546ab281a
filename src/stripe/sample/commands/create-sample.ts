// Makes the ledger of the sample company, month by month through the import that real objects take, on a clock of its own.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { assert, CountinghouseError, currency, instant, type CivilDay } from '../../../kernel/index.ts';
import { createWorkspace } from '../../../governance/workspace/index.ts';
import {
  createLedger,
  openLedger,
  seededSources,
  type Head,
  type Schema,
  type WritableLedger,
} from '../../../ledger/index.ts';
import { importRates } from '../../../revenue/rates/index.ts';
import { importObjects } from '../../objects/index.ts';
import { calendarOf, endOfDay, SAMPLE_CURRENCY, SAMPLE_ZONE } from '../calendar.ts';
import { SAMPLE_DEFAULTS, sampleCompany, type SampleOptions } from '../company.ts';
import { publishedUntil, SAMPLE_RATE_SOURCE } from '../rates.ts';

export interface NewSample {
  /** Where the ledger is to be; nothing may be there yet. */
  readonly path: string;
  /** What the application keeps in its ledgers. */
  readonly schema: Schema;
  readonly options?: Partial<SampleOptions>;
  /** What a second writer is told about this one. */
  readonly command?: string;
  readonly onProgress?: (progress: SampleProgress) => void;
  readonly signal?: AbortSignal;
}

export interface SampleProgress {
  /** The last day of the month that is in. */
  readonly on: CivilDay;
  /** Months that are in, of how many. */
  readonly done: number;
  readonly total: number;
  readonly objects: number;
}

export interface SampleSummary extends SampleOptions {
  readonly path: string;
  readonly objects: number;
  readonly head: Head;
}

const ACTOR = 'job:sample';
/** Before its first month is read, the company knows itself. */
const SETTING_UP_SECONDS = 60;

/**
 * Makes the sample company's ledger, not encrypted, recorded as if every month had been imported at its end; the file
 * is the same to the byte for the same options. It appears under its path only when it is whole. Raises `bad_input`
 * when there is a file already or the options are none, `canceled`, and whatever keeps a file from being written.
 */
export async function createSample(sample: NewSample): Promise<SampleSummary> {
  const options = { ...SAMPLE_DEFAULTS, ...sample.options };
  const company = sampleCompany(options);
  refuseExisting(sample.path);
  const unfinished = `${sample.path}.unfinished`;
  await clearUnfinished(unfinished, sample.schema);
  let now = instant(0);
  const sources = seededSources(`sample ${options.customers} ${options.months} ${options.seed}`, () => now);
  now = instant(calendarOf(options.months).startAt - SETTING_UP_SECONDS);
  const ledger = await createLedger({
    path: unfinished,
    key: null,
    schema: sample.schema,
    sources,
    ...(sample.command === undefined ? {} : { command: sample.command }),
  });
  try {
    await createWorkspace(ledger, ACTOR, WORKSPACE, sources.randomBytes);
    let objects = 0;
    let done = 0;
    let knownUntil: CivilDay | null = null;
    for (const delivery of company.deliveries()) {
      now = endOfDay(delivery.on);
      await importRates(ledger, ACTOR, SAMPLE_RATE_SOURCE, publishedUntil(company.rates, knownUntil, delivery.on));
      knownUntil = delivery.on;
      await takeIn(ledger, delivery.objects, sample.signal);
      objects += delivery.objects.length;
      done += 1;
      sample.onProgress?.({ on: delivery.on, done, total: options.months, objects });
    }
    const head = await ledger.head();
    await ledger.close();
    refuseExisting(sample.path);
    renameSync(unfinished, sample.path);
    return { ...options, path: sample.path, objects, head };
  } catch (thrown) {
    await ledger.close();
    removeLedgerFile(unfinished);
    throw thrown;
  }
}

const WORKSPACE = {
  name: 'ListBackup.ai (sample company)',
  timeZone: SAMPLE_ZONE,
  reportingCurrency: currency(SAMPLE_CURRENCY),
};

async function takeIn(ledger: WritableLedger, objects: Iterable<unknown>, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? { actor: ACTOR } : { actor: ACTOR, signal };
  const { problemCount, problems } = await importObjects(ledger, objects, options);
  if (signal?.aborted === true) throw new CountinghouseError('canceled', { what: 'The sample was canceled' });
  assert(problemCount === 0, `the sample's objects are well formed: ${problems[0]?.message ?? ''}`);
}

function refuseExisting(path: string): void {
  if (!existsSync(path)) return;
  throw new CountinghouseError('bad_input', {
    what: 'There is a file already',
    where: path,
    fix: 'Choose another path, or open that ledger',
  });
}

/** Removes what a crash left of an earlier attempt. Raises `ledger_busy` when it is still being made. */
async function clearUnfinished(path: string, schema: Schema): Promise<void> {
  if (!existsSync(path)) return;
  try {
    await (await openLedger({ path, key: null, schema })).close();
  } catch (thrown) {
    if (thrown instanceof CountinghouseError && thrown.code === 'ledger_busy') throw thrown;
  }
  removeLedgerFile(path);
}

function removeLedgerFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}
