// One ledger on one database, as the contract's tests find it.
import { instant } from '../../src/kernel/index.ts';
import { seededSources, type ReadHandle, type Sources, type WritableLedger } from '../../src/ledger/index.ts';
import type { Host } from './hosts.ts';
import { order, shopper, toySchema, toyTables } from './toy-schema.ts';

/** Rows of every table of the toy application, in the order of their keys. */
export async function allRows(read: ReadHandle): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of toyTables) {
    const found = await read.selectFrom(table).selectAll().execute();
    rows[table] = found
      .map((row) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)))
      .sort();
  }
  return rows;
}

/** A ledger with a frozen clock and seeded randomness. */
export class Subject {
  readonly makeHost: () => Promise<Host>;
  readonly host: Host;
  ledger: WritableLedger;
  /** The clock, in epoch seconds. */
  now = START;

  private constructor(makeHost: () => Promise<Host>, host: Host, ledger: WritableLedger) {
    this.makeHost = makeHost;
    this.host = host;
    this.ledger = ledger;
  }

  static async on(makeHost: () => Promise<Host>): Promise<Subject> {
    const host = await makeHost();
    let subject: Subject | null = null;
    const ledger = await host.create(
      toySchema,
      seededAt(() => subject?.now ?? START),
    );
    subject = new Subject(makeHost, host, ledger);
    return subject;
  }

  sources(): Sources {
    return seededAt(() => this.now);
  }

  /** Closes the ledger and opens it again. */
  async reopen(schema = toySchema): Promise<void> {
    await this.ledger.close();
    this.ledger = await this.host.open(schema, this.sources());
  }

  /** A commit and a run of two transactions: nine facts, batches 1 and 2. */
  async fill(): Promise<void> {
    await this.ledger.commit('import', async () => [
      shopper('s1', 'DE', 'Ada'),
      shopper('s2', 'US', 'Bob'),
      order('o1', 's1', 500, 'gift'),
    ]);
    const run = await this.ledger.beginRun('import');
    this.now += 60;
    await run.append([order('o2', 's1', 50), order('o3', 's2', 70)]);
    this.now += 60;
    await run.append([order('o2', 's1', 150), shopper('s3', null, 'Cy'), order('o4', 's3', 1)]);
    this.now += 60;
    await run.settle();
  }

  async remove(): Promise<void> {
    await this.ledger.close();
    await this.host.remove();
  }
}

/** When the frozen clock stands at first. */
export const START = 1_800_000_000;

function seededAt(now: () => number): Sources {
  return seededSources('contract', () => instant(now()));
}
