// What the screens ask, procedure by procedure, at two sizes: each asked first in a program that has just opened the
// ledger, and then again and again.
import { basename } from 'node:path';
import { openForReading } from '../../src/app/open-ledger.ts';
import type { ReadableLedger } from '../../src/ledger/index.ts';
import { appRouter, PERMISSIONS, type RouterContext } from '../../src/router/index.ts';
import { largeCompany } from '../large-company.ts';
import { percentile, type Result, timeMs } from './measure.ts';

const REPETITIONS = 20;
const TARGET_MS = 100;

type Core = ReturnType<typeof appRouter.createCaller>;
type Question = readonly [procedure: string, about: string, ask: (core: Core, known: Known) => Promise<unknown>];

/** What the questions are about: of the last month known, its customer with the most MRR and an invoice of theirs. */
interface Known {
  readonly month: string;
  readonly customerId: string;
  readonly invoiceId: string;
}

const QUESTIONS: readonly Question[] = [
  ['workspace.status', '', (core) => core.workspace.status()],
  ['overview.figures', '', (core) => core.overview.figures({ compare: 'year' })],
  ['overview.figures', 'in another currency', (core) => core.overview.figures({ compare: 'year', currency: 'EUR' })],
  ['reports.movements', '', (core) => core.reports.movements({ compare: 'before' })],
  ['reports.movements', 'by plan', (core) => core.reports.movements({ groupBy: 'plan', compare: 'before' })],
  ['reports.movements', 'in another currency', (core) => core.reports.movements({ currency: 'EUR' })],
  ['reports.customers', '', (core) => core.reports.customers({})],
  ['reports.customers', 'searched', (core) => core.reports.customers({ search: 'an' })],
  ['reports.customers', 'of a country', (core) => core.reports.customers({ groupBy: 'country', group: 'DE' })],
  ['reports.customers', 'native', (core) => core.reports.customers({ isNative: true, currency: 'EUR' })],
  ['reports.customers', 'new ones', (core, { month }) => core.reports.customers({ month, kind: 'customers_new' })],
  ['reports.rows', 'new', (core, { month }) => core.reports.rows({ month, kind: 'new' })],
  ['reports.rows', 'exchange rates', (core, { month }) => core.reports.rows({ month, kind: 'fx' })],
  ['customers.list', '', (core) => core.customers.list({})],
  ['customers.list', 'searched', (core) => core.customers.list({ search: 'an' })],
  ['customers.list', 'by name, far down', (core) => core.customers.list({ sort: 'name', offset: 2000 })],
  ['customers.facets', '', (core) => core.customers.facets()],
  ['customers.open', '', (core, { customerId }) => core.customers.open({ customerId })],
  ['customers.history', '', (core, { customerId }) => core.customers.history({ customerId })],
  ['customers.invoices', '', (core, { customerId }) => core.customers.invoices({ customerId })],
  ['customers.payments', '', (core, { customerId }) => core.customers.payments({ customerId })],
  ['customers.facts', '', (core, { customerId }) => core.customers.facts({ customerId })],
  ['invoices.open', '', (core, { invoiceId }) => core.invoices.open({ invoiceId })],
  ['stripe.object', '', (core, { customerId }) => core.stripe.object({ id: customerId })],
  ['search.find', '', (core) => core.search.find({ text: 'an' })],
  ['settings.workspace', '', (core) => core.settings.workspace()],
  ['settings.rates', '', (core) => core.settings.rates()],
];

/** The times of every question at each size, and over all of them. */
export async function benchQueries(sizes: readonly number[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const customers of sizes) {
    console.error(`  making ${customers.toLocaleString('en-US')} customers …`);
    results.push(...(await benchSize(await largeCompany({ customers }), customers)));
  }
  return results;
}

async function benchSize(path: string, customers: number): Promise<Result[]> {
  const size = `${customers.toLocaleString('en-US')} customers`;
  const times = QUESTIONS.map(() => ({ first: [] as number[], firstCpu: [] as number[], again: [] as number[] }));
  await askAll(path, times);
  const all = (of: keyof Times) => times.flatMap((own) => own[of]);
  const whole = { first: all('first'), firstCpu: all('firstCpu'), again: all('again') };
  return [
    ...QUESTIONS.flatMap(([procedure, about], index) => {
      const own = times[index];
      return own === undefined ? [] : [line(about === '' ? procedure : `${procedure}, ${about}`, size, own)];
    }),
    line('all procedures', size, whole),
  ];
}

interface Times {
  readonly first: number[];
  /** Processor time of the first, which a busy machine stretches less. */
  readonly firstCpu: number[];
  readonly again: number[];
}

/** Asks everything of a ledger that was just opened. */
async function askAll(path: string, times: readonly Times[]): Promise<void> {
  const ledger = await openForReading({ path, key: null });
  const core = appRouter.createCaller(contextOf(path, ledger));
  const known = await knownOf(core);
  for (const [index, [, , ask]] of QUESTIONS.entries()) {
    const task = async () => {
      await ask(core, known);
    };
    const before = process.cpuUsage();
    times[index]?.first.push(await timeMs(task));
    const { user, system } = process.cpuUsage(before);
    times[index]?.firstCpu.push((user + system) / 1000);
    for (let again = 0; again < REPETITIONS; again += 1) times[index]?.again.push(await timeMs(task));
  }
  await ledger.close();
}

async function knownOf(core: Core): Promise<Known> {
  const { month } = await core.overview.figures();
  const [first] = (await core.customers.list({ limit: 1 })).rows;
  const [invoice] = (await core.customers.invoices({ customerId: first?.customerId ?? '', limit: 1 })).rows;
  if (month === null || first === undefined || invoice === undefined) throw new Error('the ledger is empty');
  return { month, customerId: first.customerId, invoiceId: invoice.invoiceId };
}

function contextOf(path: string, ledger: ReadableLedger): RouterContext {
  return {
    readable: async () => ledger,
    writable: () => Promise.reject(new Error('nothing here writes')),
    ledgerName: basename(path),
    file: { path, key: null },
    actor: 'owner',
    permissions: new Set(PERMISSIONS),
    changes: async function* () {},
    progress: () => undefined,
  };
}

function line(name: string, size: string, { first, firstCpu, again }: Times): Result {
  const firstCpuMs = percentile(firstCpu, 0.95);
  const firstP95Ms = percentile(first, 0.95);
  const p50Ms = percentile(again, 0.5);
  const p95Ms = percentile(again, 0.95);
  const told = [
    `first ${firstP95Ms.toFixed(1)} (cpu ${firstCpuMs.toFixed(0)})`,
    `then p50 ${p50Ms.toFixed(1)}`,
    `p95 ${p95Ms.toFixed(1)} ms`,
  ];
  return {
    name,
    size,
    figure: told.join(', '),
    target: `p95 ≤ ${TARGET_MS} ms`,
    isMet: Math.max(firstP95Ms, p95Ms) <= TARGET_MS,
    values: { firstP95Ms, firstCpuMs, p50Ms, p95Ms },
  };
}
